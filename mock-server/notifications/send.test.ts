import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startReceiver } from '../control-client/receiver.ts';
import { Connections } from './connections.ts';
import { send } from './send.ts';

/** Sends a body to a destination; returns the result and the number of requests received. */
async function sendTo(destination: RequestListener, signal = new AbortController().signal) {
  let asked = 0;
  const receiver = await startReceiver((request, response) => {
    asked += 1;
    destination(request, response);
  });
  const connections = new Connections();
  const result = await send(`${receiver.url}webhooks?a=b`, '{"a":1}', 'ts=1;h1=a', connections, signal);
  // Waits for pending requests.
  await connections.close();
  await receiver.close();
  return { ...result, asked };
}

test('a webhook is a signed POST of JSON', async () => {
  const seen = Promise.withResolvers<unknown[]>();
  await sendTo(async (request, response) => {
    const { 'content-type': type, 'user-agent': agent, 'paddle-signature': signature } = request.headers;
    seen.resolve([request.method, request.url, type, agent, signature, await text(request)]);
    response.end();
  });
  expect(await seen.promise).toEqual([
    'POST',
    '/webhooks?a=b',
    'application/json',
    'Paddle/1.0 (Paddock)',
    'ts=1;h1=a',
    '{"a":1}',
  ]);
});

test.each([
  [200, 'text/plain', 'ok', { ok: true, contentType: 'text/plain', body: 'ok' }],
  [200, undefined, '', { ok: true, contentType: null, body: '' }],
  [201, undefined, 'made', { ok: false, contentType: null, body: 'made' }],
  [302, undefined, '', { ok: false, contentType: null, body: '' }],
  [503, undefined, 'x'.repeat(1001), { ok: false, contentType: null, body: 'x'.repeat(1000) }],
  [200, undefined, 'x'.repeat(2 ** 20), { ok: true, contentType: null, body: 'x'.repeat(1000) }],
  [
    200,
    undefined,
    'x'.repeat(2 ** 20 + 1),
    { ok: false, contentType: null, body: 'The response is larger than 1048576 bytes.' },
  ],
])('of the answer %i %s, so much is kept', async (code, type, body, expected) => {
  const result = await sendTo((_request, response) => {
    response.writeHead(code, { Location: '/elsewhere', ...(type && { 'Content-Type': type }) }).end(body);
  });
  expect(result).toEqual({ ...expected, code, asked: 1 });
});

test('a destination that hangs up, is unreachable or has no URL is logged with the cause', async () => {
  const cut = await sendTo((_request, response) => response.destroy());
  expect(cut).toEqual({ ok: false, code: 0, contentType: null, body: 'other side closed', asked: 1 });
  const connections = new Connections();
  const { signal } = new AbortController();
  for (const [url, body] of [
    ['http://127.0.0.1:9/', 'connect ECONNREFUSED 127.0.0.1:9'],
    ['nowhere', 'Invalid URL'],
  ] as const) {
    expect(await send(url, '{}', '', connections, signal)).toEqual({ ok: false, code: 0, contentType: null, body });
  }
  await connections.close();
});

test('nothing is sent once deliveries are stopped, and pending requests are aborted', async () => {
  const stopped = { ok: false, code: 0, contentType: null, body: 'Paddock was stopped.' };
  expect(await sendTo((_request, response) => response.end(), AbortSignal.abort())).toEqual({ ...stopped, asked: 0 });
  const stop = new AbortController();
  expect(await sendTo(() => stop.abort(), stop.signal)).toEqual({ ...stopped, asked: 1 });
});
