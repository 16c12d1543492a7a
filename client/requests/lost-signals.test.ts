import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

/** Responses that never end. */
const answers: readonly ((response: ServerResponse) => unknown)[] = [
  () => {},
  (response) => response.write('{"data":['),
  (response) => {
    const drip = setInterval(() => response.write(' '), 5);
    response.once('close', () => clearInterval(drip));
  },
];

/** Starts a server whose responses never end, and records when its connections close. */
async function serve(answer: (response: ServerResponse) => unknown) {
  const closed: Promise<unknown>[] = [];
  const server = createServer((_, response) => {
    closed.push(once(response, 'close'));
    answer(response);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  // The cast holds for a server that listens on a port.
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, closed };
}

const script = new URL('../testing/lost-signals.ts', import.meta.url).href;

test.each([
  ['that never stops', ['--expose-gc'], 1],
  ['of ordinary garbage', [], 5],
] as const)('timeouts and aborts outlast a garbage collection %s', async (_, flags, times) => {
  const servers = await Promise.all(answers.map(serve));
  const urls = servers.map(({ url }) => url);
  const program = `
    import { endCalls } from ${JSON.stringify(script)};
    const ended = await endCalls(${JSON.stringify(urls)}, ${times});
    process.stdout.write(JSON.stringify(ended), () => setTimeout(() => {}, 1e9));
  `;
  const child = execFile(process.execPath, [...flags, '--input-type=module', '--eval', program]);
  onTestFinished(() => void child.kill());
  const [printed] = child.stdout ? await once(child.stdout, 'data') : [];
  const each = ['timeoutMs: timeout', 'the signal of the call: aborted', 'the signal of the client: aborted'];
  expect(JSON.parse(printed)).toEqual(
    Array(3)
      .fill(each.flatMap((one) => Array(times).fill(one)))
      .flat(),
  );
  // The program is still running, so only the abort can close the connections.
  await Promise.all(servers.flatMap(({ closed }) => closed));
});
