import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as propertyTest } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildLargeSeed, loadSeed } from '#fixtures/index.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { type Paddock, startPaddock } from '../index.ts';
import { freshApiKey } from '../state/api-keys.ts';

let paddock: Paddock;
beforeEach(async () => {
  paddock = await startPaddock({ fixtures: loadSeed('small-saas'), rateLimit: false });
});
afterEach(() => paddock.close());

/** Calls the API or the control plane, by default with the default account's key. */
async function call(method: string, path: string, body?: object, apiKey = paddock.apiKey) {
  const response = await fetch(paddock.url + path, {
    method,
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** Reads all lists of an account, and its pending notifications. */
async function readAll(apiKey = paddock.apiKey) {
  const paths = [
    'customers?status=active,archived',
    'subscriptions',
    'notification-settings',
    'events',
    'notifications',
  ];
  const answers = await Promise.all(paths.map((path) => call('GET', `/${path}`, undefined, apiKey)));
  const { waiting } = (await call('GET', '/_paddock/deliveries', undefined, apiKey)).body;
  return { lists: answers.map(({ body }) => [body.data, body.meta.pagination?.estimated_total]), waiting };
}

/** Tokens in links, which are signed for an account. */
const tokenPattern = /\?token=[^"]+/g;

function tokensIn(read: object): string[] {
  return JSON.stringify(read).match(tokenPattern) ?? [];
}

function withoutTokens(read: object): object {
  return JSON.parse(JSON.stringify(read).replaceAll(tokenPattern, ''));
}

/** Starts a destination that accepts every request and never answers. */
async function startSilent(): Promise<AsyncDisposable & { url: string; came: Promise<unknown> }> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const server = createServer(resolve);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    came: promise,
    [Symbol.asyncDispose]: close,
  };
}

const anyChange = fc.oneof(
  fc.record({ method: fc.constant('POST'), path: fc.constant('/customers'), email: fc.nat({ max: 9 }) }),
  fc.record({ method: fc.constant('PATCH'), path: fc.constant('customer'), index: fc.nat({ max: 24 }) }),
  fc.record({ method: fc.constant('POST'), path: fc.constant('/_paddock/reset') }),
);

describe('a snapshot', () => {
  propertyTest.prop([fc.array(anyChange, { maxLength: 12 })], { numRuns: 20 })(
    'restores everything, whatever happened since',
    async (changes) => {
      await call('POST', '/customers', { email: 'before@example.com' });
      const before = await readAll();
      await paddock.snapshots.take('here');
      const { data } = (await call('GET', '/customers?status=active,archived')).body;
      for (const change of changes) {
        if ('email' in change) await call('POST', change.path, { email: `sam.${change.email}@example.com` });
        else if ('index' in change)
          await call('PATCH', `/customers/${data[change.index].id}`, { name: 'Sam', status: 'archived' });
        else await call(change.method, change.path);
      }
      await paddock.snapshots.restore('here');
      expect(await readAll()).toEqual(before);
    },
  );

  test('restores clock, behaviours and chaos plans', async () => {
    const setting = {
      description: 'all',
      destination: 'http://127.0.0.1:9/',
      type: 'url',
      subscribed_events: ['customer.created'],
    };
    const { id } = (await call('POST', '/notification-settings', setting)).body.data;
    await call('PUT', `/_paddock/chaos/${id}`, { drop_first: 2 });
    await paddock.clock.set({ now: '2030-01-01T00:00:00Z', frozen: true });
    await call('PUT', '/_paddock/snapshots/here');
    await paddock.clock.set({ now: '2031-01-01T00:00:00Z', frozen: false });
    await call('PUT', '/_paddock/behaviours', { profile: 'official' });
    await call('PUT', `/_paddock/chaos/${id}`, { duplicate: true });
    await call('POST', '/_paddock/snapshots/here');
    expect((await call('GET', '/_paddock/clock')).body).toEqual({ now: '2030-01-01T00:00:00.000Z', frozen: true });
    expect(paddock.profile).toBeNull();
    expect(paddock.behaviours).toMatchObject({ timestamps: 'seconds', 'rate-limit': 'off' });
    expect((await call('GET', `/_paddock/chaos/${id}`)).body).toEqual({ chaos: { drop_first: 2 }, applied: {} });
  });

  test('lets a running clock continue from its time', async () => {
    await paddock.clock.set({ now: '2030-01-01T00:00:00Z' });
    await paddock.snapshots.take('here');
    await paddock.clock.advance({ days: 400 });
    await paddock.snapshots.restore('here');
    const restored = paddock.clock.now().getTime();
    expect(restored - Date.parse('2030-01-01T00:00:00Z')).toBeLessThan(60_000);
    await expect.poll(() => paddock.clock.now().getTime()).toBeGreaterThan(restored);
  });

  test('aborts running deliveries, and keeps pending ones pending', async () => {
    await using silent = await startSilent();
    const setting = {
      description: 'all',
      destination: silent.url,
      type: 'url',
      subscribed_events: ['customer.created'],
    };
    const { id } = (await call('POST', '/notification-settings', setting)).body.data;
    await call('PUT', `/_paddock/chaos/${id}`, { delay_seconds: 60 });
    await paddock.clock.set({ frozen: true });
    await call('POST', '/customers', { email: 'waits@example.com' });
    await paddock.snapshots.take('waiting');
    const before = await readAll();
    expect(before.waiting).toBe(1);
    const advanced = paddock.clock.advance({ minutes: 1 });
    await silent.came;
    await paddock.snapshots.restore('waiting');
    await advanced;
    expect(await readAll()).toEqual(before);
    expect((await call('POST', '/_paddock/deliveries/settle')).body).toEqual({ settled: true, due: 0, later: 1 });
  });

  test('keeps portal links working, and invalidates later ones', async () => {
    const [customer] = (await call('GET', '/customers')).body.data;
    const open = async () => {
      const { body } = await call('POST', `/customers/${customer.id}/portal-sessions`, {});
      return body.data.urls.general.overview;
    };
    const early = await open();
    await paddock.snapshots.take('here');
    const late = await open();
    await paddock.snapshots.restore('here');
    expect((await fetch(early)).status).toBe(200);
    expect((await fetch(late)).status).toBe(404);
  });

  test('belongs to one account, is listed by name, replaced and removed', async () => {
    const other = freshApiKey();
    await call('PUT', '/_paddock/snapshots/one');
    await call('PUT', '/_paddock/snapshots/one');
    await call('PUT', '/_paddock/snapshots/other', undefined, other);
    expect((await call('GET', '/_paddock/snapshots')).body).toEqual({
      snapshots: [{ name: 'one', created_at: expect.any(String) }],
    });
    expect((await call('POST', '/_paddock/snapshots/other')).status).toBe(400);
    expect((await call('DELETE', '/_paddock/snapshots/one')).status).toBe(204);
    expect(await paddock.snapshots.list()).toEqual([]);
    await expect(paddock.snapshots.restore('one')).rejects.toThrow(UsageError);
    await expect(paddock.snapshots.take('no/name')).rejects.toThrow('the name is invalid');
  });

  test('survives a reset of the account and, in a file, the end of the server', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    const data = join(folder, 'data.sqlite');
    const first = await startPaddock({ data, seed: 1, fixtures: loadSeed('small-saas') });
    await first.snapshots.take('full');
    const create = async ({ url, apiKey }: Paddock) => {
      const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
      const body = JSON.stringify({ email: 'sam@example.com' });
      const answer = await (await fetch(`${url}/customers`, { method: 'POST', headers, body })).json();
      return answer.data;
    };
    const created = await create(first);
    await first.reset();
    await first.close();
    const second = await startPaddock({ data, seed: 1 });
    await second.snapshots.restore('full');
    // The next IDs are the same too: their state is in the file.
    expect(await create(second)).toEqual(created);
    await second.close();
    await rm(folder, { recursive: true });
  });
});

describe('a fork', () => {
  test('has all that the account has, and is independent of it', async () => {
    await call('POST', '/customers', { email: 'sam@example.com' });
    const { status, body } = await call('POST', '/_paddock/fork');
    expect(status).toBe(201);
    const [own, forked] = [await readAll(), await readAll(body.api_key)];
    expect(withoutTokens(forked)).toEqual(withoutTokens(own));
    // A link that is followed leads to its own account.
    const isShared = (token: string) => tokensIn(own).includes(token);
    expect(tokensIn(forked)).not.toHaveLength(0);
    expect(tokensIn(forked).filter(isShared)).toEqual([]);
    await call('POST', '/customers', { email: 'only.here@example.com' }, body.api_key);
    const find = async (apiKey: string) =>
      (await call('GET', '/customers?email=only.here@example.com', undefined, apiKey)).body.data.length;
    expect([await find(body.api_key), await find(paddock.apiKey)]).toEqual([1, 0]);
  });

  test('generates keys and portal links of its own even if both have the same seed', async () => {
    await using seeded = await startPaddock({ seed: 7, rateLimit: false, fixtures: loadSeed('small-saas') });
    const post = async (path: string, apiKey: string) => {
      const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
      const answer = await fetch(`${seeded.url}${path}`, { method: 'POST', headers, body: '{}' });
      expect(answer.status).toBe(201);
      return answer.json();
    };
    const customers = await (
      await fetch(`${seeded.url}/customers`, { headers: { Authorization: `Bearer ${seeded.apiKey}` } })
    ).json();
    const session = `/customers/${customers.data[0].id}/portal-sessions`;
    const { api_key: forked } = await post('/_paddock/fork', seeded.apiKey);
    const keys = [forked, await post('/_paddock/keys', forked), await post('/_paddock/keys', seeded.apiKey)];
    expect(new Set(keys.map((key) => key.api_key ?? key)).size).toBe(3);
    const links = [await post(session, forked), await post(session, seeded.apiKey)];
    expect(new Set(links.map(({ data }) => data.urls.general.overview)).size).toBe(2);
  });

  test('accepts an unused key only', async () => {
    const key = freshApiKey();
    expect((await paddock.fork(key)).apiKey).toBe(key);
    await expect(paddock.fork(key)).rejects.toThrow('the key is in use');
    await expect(paddock.fork('key')).rejects.toThrow('This is not an API key');
  });
});

describe('entities created after restoring', () => {
  test('are the same each time for a seeded account, and sort behind stored ones', async () => {
    await using seeded = await startPaddock({ seed: 7, rateLimit: false });
    for (const part of buildLargeSeed({ customers: 50 })) await seeded.seed(part);
    const create = async () => {
      const headers = { Authorization: `Bearer ${seeded.apiKey}`, 'Content-Type': 'application/json' };
      const body = JSON.stringify({ email: 'sam@example.com' });
      const answer = await (await fetch(`${seeded.url}/customers`, { method: 'POST', headers, body })).json();
      return answer.data;
    };
    await create();
    await seeded.snapshots.take('here');
    const first = await create();
    await seeded.snapshots.restore('here');
    expect(await create()).toEqual(first);
    await seeded.snapshots.restore('here');
    expect(await create()).toEqual(first);
  });

  test('have new IDs that sort behind stored ones without a seed', async () => {
    await paddock.snapshots.take('here');
    const { data: abandoned } = (await call('POST', '/customers', { email: 'a@example.com' })).body;
    await paddock.snapshots.restore('here');
    const [last] = (await call('GET', '/customers?order_by=id[DESC]')).body.data;
    const { data: created } = (await call('POST', '/customers', { email: 'a@example.com' })).body;
    expect(created.id > last.id).toBe(true);
    expect(created.id).not.toBe(abandoned.id);
  });
});
