import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { type Paddock, type PaddockOptions, startPaddock, UsageError } from './index.ts';

type Reply = { status: number; body: { data: { id: string; email: string }; error: { code: string } }; text: string };

async function call(
  paddock: Paddock,
  method: string,
  path: string,
  body?: object,
  apiKey = paddock.apiKey,
): Promise<Reply> {
  const response = await fetch(paddock.url + path, {
    method,
    headers: { Authorization: `Bearer ${apiKey}`, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text || 'null'), text };
}

const otherKey = 'pdl_sdbx_apikey_01kpadd0ck0000000000000001_AnotherKeyOfSomebody00_000';

describe('startPaddock', () => {
  test('starts mocks that do not meet', async () => {
    await using one = await startPaddock();
    await using other = await startPaddock();
    const { body } = await call(one, 'POST', '/customers', { email: 'sam@example.com' });
    expect((await call(one, 'GET', `/customers/${body.data.id}`)).status).toBe(200);
    expect((await call(other, 'GET', `/customers/${body.data.id}`)).status).toBe(404);
  });

  test('gives each key an account of its own', async () => {
    await using paddock = await startPaddock();
    const { body } = await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    expect((await call(paddock, 'GET', `/customers/${body.data.id}`, undefined, otherKey)).status).toBe(404);
  });

  test('answers the same bytes, request IDs apart, for the same seed', async () => {
    const run = async (options: PaddockOptions) => {
      await using paddock = await startPaddock(options);
      const replies = [
        await call(paddock, 'POST', '/customers', { email: 'sam@example.com' }),
        await call(paddock, 'POST', '/customers', { email: 'kim@example.com' }),
        await call(paddock, 'GET', '/customers'),
        await call(paddock, 'GET', '/customers', undefined, otherKey),
        await call(paddock, 'POST', '/customers', { email: 'kim@example.com' }, otherKey),
      ];
      return replies.map(({ text }) => text.replace(/"request_id":"[^"]+"/, ''));
    };
    expect(await run({ seed: 7 })).toEqual(await run({ seed: 7 }));
    expect(await run({ seed: 7 })).not.toEqual(await run({ seed: 8 }));
  });

  test('starts the default account with fixtures, and goes back to them on reset', async () => {
    const customer = buildCustomer({ seed: 1 });
    await using paddock = await startPaddock({ fixtures: { customers: [customer] } });
    const made = await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    await call(paddock, 'PATCH', `/customers/${customer.id}`, { name: 'Changed' });
    await paddock.clock.advance({ days: 400 });
    await paddock.reset();
    expect((await call(paddock, 'GET', `/customers/${made.body.data.id}`)).status).toBe(404);
    expect((await call(paddock, 'GET', `/customers/${customer.id}`)).body.data).toEqual(customer);
    expect(Math.abs(paddock.clock.now().getTime() - Date.now())).toBeLessThan(60_000);
    expect((await call(paddock, 'POST', '/_paddock/reset', undefined, otherKey)).status).toBe(204);
    expect((await call(paddock, 'GET', `/customers/${customer.id}`, undefined, otherKey)).status).toBe(404);
  });

  test('makes the keys of new accounts out of the seed, and others each time without one', async () => {
    const newKey = async (options: PaddockOptions) => {
      await using paddock = await startPaddock(options);
      return paddock.newAccount().apiKey;
    };
    expect(await newKey({ seed: 7 })).toBe(await newKey({ seed: 7 }));
    expect(await newKey({})).not.toBe(await newKey({}));
  });

  test('counts the accounts that are there, and those that it forgot', async () => {
    await using paddock = await startPaddock({ maxAccounts: 1, onNotice: () => undefined });
    for (const { apiKey } of [paddock.newAccount(), paddock.newAccount()]) {
      await call(paddock, 'GET', '/customers', undefined, apiKey);
    }
    const metrics = await (await fetch(`${paddock.url}/_paddock/metrics`)).text();
    expect(metrics).toMatch(/^paddock_accounts 2$[\s\S]+^paddock_accounts_evicted_total 1$/m);
  });

  test('lets single behaviours differ from the profile', async () => {
    await using paddock = await startPaddock({ profile: 'guide', behaviours: { 'duplicate-emails': 'reject' } });
    expect(paddock.profile).toBeNull();
    await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    const again = await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    expect([again.status, again.body.error.code]).toEqual([409, 'customer_already_exists']);
  });

  test.each<[string, PaddockOptions]>([
    ['an unknown behaviour', { behaviours: JSON.parse('{"emails":"allow"}') }],
    ['an unknown value', { behaviours: { 'duplicate-emails': 'maybe' } }],
    ['fixtures that do not fit', { fixtures: { customers: [{ id: 'ctm_1' }] } }],
    ['a host that is not there', { host: '192.0.2.1' }],
  ])('refuses %s', async (_what, options) => {
    await expect(startPaddock(options)).rejects.toThrow(UsageError);
  });

  test('registers a destination also where a file is there already, and once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    const data = join(folder, 'data.sqlite');
    const webhook = { url: 'http://127.0.0.1:9/' };
    try {
      for (const [options, urls] of [
        [{}, []],
        [{ webhook }, [webhook.url]],
        [{ webhook }, [webhook.url]],
      ] as const) {
        await using paddock = await startPaddock({ data, ...options });
        const { text } = await call(paddock, 'GET', '/notification-settings');
        expect(JSON.parse(text).data.map(({ destination }: { destination: string }) => destination)).toEqual(urls);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('keeps everything in a file, keys and clocks included', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    const data = join(folder, 'data.sqlite');
    try {
      const first = await startPaddock({ data, fixtures: { customers: [buildCustomer({ seed: 1 })] } });
      const { body } = await call(first, 'POST', '/customers', { email: 'sam@example.com' });
      await call(first, 'POST', '/customers', { email: 'kim@example.com' }, otherKey);
      await first.clock.set({ now: '2030-01-01T00:00:00Z', frozen: true });
      await first.close();

      await using second = await startPaddock({ data, fixtures: { customers: [buildCustomer({ seed: 1 })] } });
      expect((await call(second, 'GET', `/customers/${body.data.id}`)).body.data.email).toBe('sam@example.com');
      expect((await call(second, 'GET', '/customers')).text).toContain('"estimated_total":2');
      expect((await call(second, 'GET', '/customers', undefined, otherKey)).text).toContain('kim@example.com');
      expect(second.clock.now().toISOString()).toBe('2030-01-01T00:00:00.000Z');
      const later = await call(second, 'POST', '/customers', { email: 'lee@example.com' });
      expect(later.body.data.id > body.data.id).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
