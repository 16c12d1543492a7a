import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { MockRefusal, MockUnavailable, unreachable } from '#openapi/control-plane/mock-failures.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { defaultApiKey } from '../state/api-keys.ts';
import { startReceiver } from './receiver.ts';
import { RunningMock } from './running-mock.ts';

const anotherKey = 'pdl_sdbx_apikey_01kpadd0ck0000000000000009_SomebodysSandboxKey000_009';

/** A server that answers every request alike and records the last one. */
async function startAnswering(status: number, body: string) {
  let seen: { request: IncomingMessage; body: string } | undefined;
  const { url, close } = await startReceiver(async (request, response) => {
    seen = { request, body: await text(request) };
    response.writeHead(status, { Location: '/elsewhere' }).end(body);
  });
  return { url: url.slice(0, -1), seen: () => seen, [Symbol.asyncDispose]: close };
}

test('sends the key, the token and the body, and returns the JSON', async () => {
  await using mock = await startAnswering(200, '{"done":true}');
  const running = new RunningMock({ url: mock.url, key: anotherKey, controlToken: 'secret' });
  expect(await running.call('POST', '/_paddock/clock/advance', { days: 1 })).toEqual({ done: true });
  const { request, body } = mock.seen() ?? {};
  expect([request?.method, request?.url, body]).toEqual(['POST', '/_paddock/clock/advance', '{"days":1}']);
  expect(request?.headers).toMatchObject({
    authorization: `Bearer ${anotherKey}`,
    'content-type': 'application/json',
    'x-paddock-control-token': 'secret',
  });
});

test("sends the default account's key, and neither token nor body if not given", async () => {
  await using mock = await startAnswering(204, '');
  expect(await new RunningMock({ url: mock.url }).call('GET', '/_paddock/clock')).toBeUndefined();
  const { request, body } = mock.seen() ?? {};
  expect([request?.method, body]).toEqual(['GET', '']);
  expect(request?.headers).toMatchObject({ authorization: `Bearer ${defaultApiKey}` });
  expect(request?.headers).not.toHaveProperty('content-type');
  expect(request?.headers).not.toHaveProperty('x-paddock-control-token');
});

test.each([
  [429, MockUnavailable],
  [500, MockUnavailable],
  [503, MockUnavailable],
  [300, MockRefusal],
  [302, MockRefusal],
  [400, MockRefusal],
  [499, MockRefusal],
])('status %i is reported as %o', async (status, kind) => {
  const detail = 'It is so.\n Correct it.';
  const errors = [{ field: 'email', message: 'is wrong' }];
  await using mock = await startAnswering(status, JSON.stringify({ error: { detail, errors } }));
  const failed = await new RunningMock({ url: mock.url }).call('DELETE', '/x').catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(kind);
  expect(failed).toMatchObject({ message: 'It is so. Correct it. email: is wrong' });
  if (failed instanceof MockRefusal) expect(failed.status).toBe(status);
});

test.each(['<html>', '{}', '{"error":{"detail":5}}'])(
  'a server that answers %s is not taken for a mock',
  async (body) => {
    await using mock = await startAnswering(404, body);
    const called = new RunningMock({ url: mock.url }).call('GET', '/x');
    await expect(called).rejects.toThrow(`GET /x answered 404. Is ${mock.url} a Paddock?`);
  },
);

test('an unreachable mock is reported with its URL and advice', async () => {
  const gone = await startAnswering(200, '');
  await gone[Symbol.asyncDispose]();
  const failed = await new RunningMock({ url: gone.url }).call('GET', '/x').catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(MockUnavailable);
  expect(failed).toMatchObject({
    message: `Could not reach Paddock at ${gone.url}: ECONNREFUSED. Start it with \`paddock start\`, or give its URL with --url.`,
  });
});

test('refuses live and malformed keys', () => {
  const live = 'pdl_live_apikey_01kpadd0ck0000000000000001_SomebodysLiveKey000000_000';
  expect(() => new RunningMock({ url: 'http://localhost', key: live })).toThrow(UsageError);
  expect(() => new RunningMock({ url: 'http://localhost', key: live })).toThrow('This is a live key.');
  expect(() => new RunningMock({ url: 'http://localhost', key: 'two words' })).toThrow('Could not use the key: ');
});

test.each([
  ['gone', 'gone'],
  [new Error('gone', { cause: 'unknown' }), 'gone'],
  [new Error('failed', { cause: new Error('gone') }), 'gone'],
  [new Error('failed', { cause: Object.assign(new Error('gone'), { code: 7 }) }), 'gone'],
  [new Error('failed', { cause: Object.assign(new Error('gone'), { code: 'EGONE' }) }), 'EGONE'],
  [new DOMException('failed', 'TimeoutError'), 'no response in time'],
])('reports why the mock is unreachable: %s', (error, reason) => {
  expect(unreachable('http://localhost', error)).toBe(`Could not reach Paddock at http://localhost: ${reason}.`);
});
