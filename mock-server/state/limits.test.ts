import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Paddock, type PaddockOptions, startPaddock, UsageError } from '../index.ts';
import { freshApiKey } from './api-keys.ts';

async function call({ url }: Paddock, method: string, path: string, apiKey: string, body?: object) {
  const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
  const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return response.json();
}

/** Starts a mock that keeps two accounts, one of them with a customer, and opens another two. */
async function crowd(options: PaddockOptions, prepare?: (paddock: Paddock, first: string) => Promise<void>) {
  const notices: string[] = [];
  const paddock = await startPaddock({ maxAccounts: 3, onNotice: (message) => notices.push(message), ...options });
  const keys = [freshApiKey(), freshApiKey(), freshApiKey()] as const;
  await call(paddock, 'POST', '/customers', paddock.apiKey, { email: 'default@example.com' });
  await prepare?.(paddock, keys[0]);
  for (const key of keys) await call(paddock, 'POST', '/customers', key, { email: 'sam@example.com' });
  const count = async (key: string) => (await call(paddock, 'GET', '/customers', key)).data.length;
  return { paddock, notices, keys, count, [Symbol.asyncDispose]: () => paddock.close() };
}

describe('beyond the limit of accounts', () => {
  test('the least recently used idle one is forgotten, with a notice', async () => {
    await using crowded = await crowd({});
    expect(crowded.notices).toEqual([expect.stringMatching(/^Removed 1 .*--max-accounts 3/)]);
    expect(await crowded.count(crowded.keys[2])).toBe(1);
    expect(await crowded.count(crowded.keys[1])).toBe(1);
    expect(await crowded.count(crowded.keys[0])).toBe(0);
  });

  test('the default account stays, however idle', async () => {
    await using crowded = await crowd({ maxAccounts: 1 });
    expect(await crowded.count(crowded.paddock.apiKey)).toBe(1);
  });

  test('one with pending notifications is kept', async () => {
    const subscribed_events = ['customer.created'];
    const setting = { description: 'all', destination: 'http://127.0.0.1:9/', type: 'url', subscribed_events };
    await using crowded = await crowd({}, async (paddock, first) => {
      await call(paddock, 'POST', '/notification-settings', first, setting);
    });
    expect(await crowded.count(crowded.keys[0])).toBe(1);
    expect(await crowded.count(crowded.keys[1])).toBe(0);
  });

  test('a data file keeps forgotten accounts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    const crowded = await crowd({ data: join(folder, 'data.sqlite') });
    expect(crowded.notices[0]).toContain('Unloaded 1 idle accounts');
    expect(await crowded.count(crowded.keys[0])).toBe(1);
    await crowded.paddock.close();
    await rm(folder, { recursive: true });
  });
});

test('beyond the limit of events the oldest are forgotten', async () => {
  await using paddock = await startPaddock({ maxEvents: 20, rateLimit: false });
  for (let number = 0; number < 60; number += 1)
    await call(paddock, 'POST', '/customers', paddock.apiKey, { email: `sam.${number}@example.com` });
  const { data } = await call(paddock, 'GET', '/events?per_page=200', paddock.apiKey);
  expect(data.length).toBeGreaterThanOrEqual(20);
  expect(data.length).toBeLessThanOrEqual(22);
  expect(data[0].data.email).toBe('sam.59@example.com');
});

test('beyond the limit of pending notifications the oldest fail, with a notice', async () => {
  const notices: string[] = [];
  const webhook = { url: 'http://127.0.0.1:9/' };
  const onNotice = (message: string) => notices.push(message);
  // On a frozen clock, no retry falls due.
  await using paddock = await startPaddock({
    maxWaiting: 20,
    rateLimit: false,
    webhook,
    onNotice,
    clock: { frozen: true },
  });
  for (let number = 0; number < 60; number += 1)
    await call(paddock, 'POST', '/customers', paddock.apiKey, { email: `sam.${number}@example.com` });
  await paddock.settle();
  const { data } = await call(paddock, 'GET', '/notifications?per_page=200&status=failed', paddock.apiKey);
  // Deliveries in progress at that moment become pending again.
  expect(data.length).toBeGreaterThanOrEqual(10);
  expect(data.length).toBeLessThanOrEqual(40);
  expect(notices[0]).toMatch(/^Failed \d+ notifications.*--max-waiting 20/);
});

test('a body beyond the limit is refused, and one within it is not', async () => {
  await using paddock = await startPaddock({ maxBodyBytes: 100 });
  const long = await call(paddock, 'POST', '/customers', paddock.apiKey, {
    email: 'sam@example.com',
    name: 'x'.repeat(90),
  });
  expect(long.error.code).toBe('request_body_too_large');
  const short = await call(paddock, 'POST', '/customers', paddock.apiKey, { email: 'sam@example.com' });
  expect(short.data.email).toBe('sam@example.com');
});

test('a snapshot beyond the limit is refused, and one that replaces another is not', async () => {
  await using paddock = await startPaddock({ maxSnapshots: 1 });
  await paddock.snapshots.take('one');
  await paddock.snapshots.take('one');
  await expect(paddock.snapshots.take('two')).rejects.toThrow('the account already has 1');
});

test('a limit that is not an integer is refused', async () => {
  await expect(startPaddock({ maxAccounts: 0 })).rejects.toThrow(UsageError);
});
