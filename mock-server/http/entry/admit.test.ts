import { connect } from 'node:net';
import { duplexPair } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../../index.ts';
import { freshApiKey } from '../../state/api-keys.ts';

function ask({ url, fetch }: Paddock, path: string, apiKey: string, init: RequestInit = {}) {
  return fetch(url + path, { ...init, headers: { Authorization: `Bearer ${apiKey}`, ...init.headers } });
}

async function rateLimitHeaders(paddock: Paddock, apiKey = paddock.apiKey) {
  const { headers } = await ask(paddock, '/event-types', apiKey);
  return ['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`));
}

/** Sends many requests over one connection from an address, and returns the statuses and the last response. */
async function askFrom(address: string, paddock: Paddock, apiKey: string, times: number) {
  const [near, far] = duplexPair();
  paddock.accept(Object.assign(far, { remoteAddress: address }));
  const request = `GET /event-types HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${apiKey}\r\n`;
  near.write(`${request}\r\n`.repeat(times - 1));
  near.write(`${request}Connection: close\r\n\r\n`);
  const answers = await text(near);
  const statuses = [...answers.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  return { statuses, last: answers.slice(answers.lastIndexOf('HTTP/1.1')) };
}

describe('the rate limit', () => {
  test('per key counts each key and reports the remaining requests', async () => {
    await using paddock = await startPaddock({ seed: 1 });
    const { api_key } = await paddock.keys.create();
    const reset = `${Date.parse('2026-01-01T00:00:01Z') / 1000}`;
    expect(await rateLimitHeaders(paddock)).toEqual(['100', '99', reset]);
    expect(await rateLimitHeaders(paddock, api_key)).toEqual(['100', '99', reset]);
  });

  test('per key reports its reset in whole seconds', async () => {
    await using paddock = await startPaddock({ clock: { now: '2026-01-01T00:00:00.001Z', frozen: true } });
    expect((await rateLimitHeaders(paddock))[2]).toBe(`${Date.parse('2026-01-01T00:00:02Z') / 1000}`);
  });

  test('per IP counts all keys of an address, and reports only when exceeded', async () => {
    await using paddock = await startPaddock({ behaviours: { 'rate-limit': 'per-ip' } });
    const { api_key } = await paddock.keys.create();
    expect(await rateLimitHeaders(paddock)).toEqual([null, null, null]);
    const { statuses } = await askFrom('192.0.2.1', paddock, paddock.apiKey, 240);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const { last } = await askFrom('192.0.2.1', paddock, api_key, 1);
    expect(last).toMatch(/^HTTP\/1\.1 429 /);
    expect(last).toMatch(/\r\nRetry-After: 60\r\n/i);
    expect(last).toContain('"code":"too_many_requests"');
    expect((await askFrom('192.0.2.2', paddock, api_key, 1)).statuses).toEqual([200]);
  });

  test('that is off sends no headers', async () => {
    await using paddock = await startPaddock({ rateLimit: false });
    expect(await rateLimitHeaders(paddock)).toEqual([null, null, null]);
  });
});

test('a key may use operations of its permissions and those that need none', async () => {
  await using paddock = await startPaddock();
  const { api_key } = await paddock.keys.create({ permissions: ['customer.read'] });
  expect((await ask(paddock, '/customers', api_key)).status).toBe(200);
  expect((await ask(paddock, '/event-types', api_key)).status).toBe(200);
  const refused = await ask(paddock, '/customers', api_key, { method: 'POST' });
  expect([refused.status, (await refused.json()).error.code]).toEqual([403, 'forbidden']);
  expect(refused.headers.get('x-paddock-hint')).toBe('The API key does not have the permission customer.write.');
  expect((await ask(paddock, '/customers', paddock.apiKey)).status).toBe(200);
});

test('a public operation is admitted without a key or with any', async () => {
  await using paddock = await startPaddock({ profile: 'official' });
  expect((await paddock.fetch(`${paddock.url}/ips`)).status).toBe(200);
  expect((await ask(paddock, '/ips', 'nonsense')).status).toBe(200);
});

test('an account is evicted only after its request', async () => {
  const notices: string[] = [];
  await using paddock = await startPaddock({ maxAccounts: 2, onNotice: (message) => notices.push(message) });
  const accounts = async () =>
    /^paddock_accounts (\d+)$/m.exec(await (await paddock.fetch(`${paddock.url}/_paddock/metrics`)).text())?.[1];
  const body = '{"email":"sam@example.com"}';
  const slow = connect(Number(new URL(paddock.url).port), '127.0.0.1');
  const head = ['POST /customers HTTP/1.1', 'Host: x', 'Connection: close', `Authorization: Bearer ${freshApiKey()}`];
  const about = ['Content-Type: application/json', `Content-Length: ${body.length}`];
  slow.write([...head, ...about, '', body.slice(0, 5)].join('\r\n'));
  await expect.poll(accounts).toBe('2');
  await ask(paddock, '/customers', freshApiKey());
  expect(notices).toEqual([]);
  slow.write(body.slice(5));
  expect(await text(slow)).toMatch(/^HTTP\/1\.1 201 /);
  await ask(paddock, '/customers', freshApiKey());
  expect(notices).toEqual([expect.stringMatching(/^Removed 1 .*--max-accounts 2/)]);
});
