/** Aborts unanswered requests after garbage collection, and prints the outcomes. Needs `--expose-gc`. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { setupServer } from 'msw/node';
import { handlers } from '../handlers.ts';
import { sendTo } from '../send-to.ts';

const [isBodyBegun] = process.argv.slice(2);
const mock = createServer((_, response) => void (isBodyBegun && response.write('{'))).listen(0, '127.0.0.1');
await once(mock, 'listening');
// A server on a port has an address of this type.
const { port } = mock.address() as AddressInfo;
const url = `http://127.0.0.1:${port}`;

async function abort(fetch: typeof globalThis.fetch): Promise<string> {
  const stop = new AbortController();
  const asked = fetch('https://sandbox-api.paddle.com/customers', { signal: stop.signal }).then(
    () => 'response',
    (error) => String(error),
  );
  const [, response] = await once(mock, 'request');
  const closed = once(response, 'close');
  for (let turn = 0; turn < 20; turn += 1) {
    globalThis.gc?.();
    await setImmediate();
  }
  stop.abort('stopped');
  await closed;
  return asked;
}

const sender = sendTo(url, (request) => globalThis.fetch(request));
const outcomes = [await abort(sender)];
setupServer(...handlers({ url })).listen();
outcomes.push(await abort((input, init) => globalThis.fetch(input, init)));
console.log(outcomes.join());
process.exit(0);
