/** Sends requests to a server that never responds while the garbage collector runs, and prints the resulting error. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { fetchFromSandbox, sandboxUrl } from '../sandbox/sandbox-connection.ts';

const [isHeaderSent] = process.argv.slice(2);
const server = createServer((_request, response) => {
  if (isHeaderSent) response.writeHead(200).write('{');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
// `address()` is an `AddressInfo` for a server that listens on a port.
const { port } = server.address() as AddressInfo;

const send = fetchFromSandbox(
  (input, init) => fetch(new Request(`http://127.0.0.1:${port}/`, new Request(input, init)), init),
  300,
);
const ended = Promise.allSettled(Array.from({ length: 5 }, () => send(`${sandboxUrl}/customers`)));
let isOver = false;
const collecting = (async () => {
  while (!isOver) {
    globalThis.gc?.();
    await setImmediate();
  }
})();
const names = (await ended).map((one) => (one.status === 'rejected' ? one.reason.name : 'response'));
isOver = true;
await collecting;
console.log([...new Set(names)].join());
process.exit(0);
