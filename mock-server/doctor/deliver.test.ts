import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { type Answer, deliver } from './deliver.ts';
import { serve } from './testing/endpoint.ts';

const request = { body: '{"event_type":"customer.updated"}', signature: 'ts=1;h1=2' };

/** Delivers to a server that handles each connection this way after its first bytes. */
async function deliverTo(respond: (socket: Socket) => void): Promise<Answer> {
  const server = createServer((socket) => socket.on('error', () => undefined).once('data', () => respond(socket)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('There is no port.');
  const answer = await deliver(new URL(`http://127.0.0.1:${address.port}/`), request, 60_000);
  server.close();
  return answer;
}

test('a delivery is a POST of the body as it is, which says that it comes from the doctor', async () => {
  const sent: unknown[] = [];
  await using endpoint = await serve(({ method, headers }, response) => {
    const { 'content-type': type, 'user-agent': agent, 'paddle-signature': signature } = headers;
    sent.push({ method, type, agent, signature });
    response.end();
  });
  await deliver(new URL(endpoint.url), request, 60_000);
  await deliver(new URL(endpoint.url), { ...request, signature: null }, 60_000);
  const told = { method: 'POST', type: 'application/json', agent: 'Paddle (Paddock doctor)' };
  expect(sent).toEqual([
    { ...told, signature: 'ts=1;h1=2' },
    { ...told, signature: undefined },
  ]);
});

test('an answer says how long it took', async () => {
  await using endpoint = await serve((_request, response) => response.writeHead(202).end());
  const started = performance.now();
  const { ms, ...answer } = await deliver(new URL(endpoint.url), request, 60_000);
  expect(answer).toEqual({ status: 202 });
  expect(ms).toBeGreaterThanOrEqual(0);
  expect(ms).toBeLessThanOrEqual(Math.ceil(performance.now() - started));
});

test.each<[string, (socket: Socket) => void, string]>([
  ['hangs up', (socket) => socket.end(), 'UND_ERR_SOCKET'],
  ['resets the connection', (socket) => socket.resetAndDestroy(), 'ECONNRESET'],
  ['speaks no HTTP', (socket) => socket.end('220 mail.example.com ESMTP\r\n'), 'HTTPParserError'],
])('an endpoint that %s is one that disconnects', async (_what, respond, reason) => {
  expect(await deliverTo(respond)).toEqual({ failure: 'disconnected', reason, ms: expect.any(Number) });
});

test.each([
  // A port that `fetch` blocks for every host. The error's cause has no code.
  ['http://paddle.example:9/', 'bad port'],
])('no connection to %s is unreachable: %s', async (url, reason) => {
  expect(await deliver(new URL(url), request, 60_000)).toMatchObject({ failure: 'unreachable', reason });
});
