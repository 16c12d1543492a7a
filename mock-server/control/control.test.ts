import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAddress, buildCustomer, buildSubscription } from '#fixtures/index.ts';
import { startReceiver } from '../control-client/receiver.ts';
import { type Paddock, startPaddock } from '../index.ts';
import { freshApiKey } from '../state/api-keys.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock();
});
afterAll(() => paddock.close());

async function call(method: string, path: string, apiKey: string, body?: unknown) {
  const response = await fetch(paddock.url + path, {
    method,
    headers: { Authorization: `Bearer ${apiKey}`, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

describe('the control plane', () => {
  test('reports without a key that the server is ready', async () => {
    const response = await fetch(`${paddock.url}/_paddock/health`);
    expect(await response.json()).toMatchObject({ status: 'ok' });
  });

  test('sends a request ID with each response, as the API and the pages do', async () => {
    for (const path of ['/_paddock/health', '/_paddock/nothing', '/customer-portal/cpl_1', '/customers', '/nothing']) {
      const { headers } = await fetch(paddock.url + path);
      expect(headers.get('request-id'), path).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    }
  });

  test('sets, freezes and advances the clock of created entities', async () => {
    const key = freshApiKey();
    await call('PUT', '/_paddock/clock', key, { now: '2030-01-01T00:00:00Z', frozen: true });
    const advanced = await call('POST', '/_paddock/clock/advance', key, { days: 1, seconds: 5 });
    expect(advanced.body).toEqual({ now: '2030-01-02T00:00:05.000Z', frozen: true });
    const { body } = await call('POST', '/customers', key, { email: 'sam@example.com' });
    expect(body.data.created_at).toBe('2030-01-02T00:00:05Z');
    expect((await call('POST', '/_paddock/clock/advance', key, { to: '2030-02-01T00:00:00Z' })).body.now).toContain(
      '2030-02-01',
    );
    expect((await call('GET', '/_paddock/clock', freshApiKey())).body.frozen).toBe(false);
  });

  test('changes the behaviours of one account only', async () => {
    const key = freshApiKey();
    const set = await call('PUT', '/_paddock/behaviours', key, {
      profile: 'official',
      behaviours: { timestamps: 'seconds' },
    });
    expect(set.body.profile).toBeNull();
    expect(set.body.behaviours).toMatchObject({ 'duplicate-emails': 'reject', timestamps: 'seconds' });
    expect((await call('GET', '/_paddock/behaviours', freshApiKey())).body.profile).toBe('guide');
    expect((await call('POST', '/customers/ctm_01kpadd0ck0000000000000001/archive', key)).body.error.code).toBe(
      'invalid_url',
    );
  });

  test('resets one account only', async () => {
    const [key, other] = [freshApiKey(), freshApiKey()];
    const mine = await call('POST', '/customers', key, { email: 'sam@example.com' });
    const theirs = await call('POST', '/customers', other, { email: 'sam@example.com' });
    await call('PUT', '/_paddock/behaviours', key, { profile: 'official' });
    expect((await call('POST', '/_paddock/reset', key)).status).toBe(204);
    expect((await call('GET', `/customers/${mine.body.data.id}`, key)).status).toBe(404);
    expect((await call('GET', '/_paddock/behaviours', key)).body.profile).toBe('guide');
    expect((await call('GET', `/customers/${theirs.body.data.id}`, other)).status).toBe(200);
  });

  test('creates keys with permissions and expiry for the account, and revokes them', async () => {
    const key = freshApiKey();
    await call('PUT', '/_paddock/clock', key, { now: '2030-01-01T00:00:00Z', frozen: true });
    const { body } = await call('POST', '/customers', key, { email: 'sam@example.com' });
    const made = await call('POST', '/_paddock/keys', key, {
      permissions: ['customer.read'],
      expires_at: '2030-01-02T00:00:00Z',
    });
    const restricted = made.body.api_key;
    expect((await call('GET', `/customers/${body.data.id}`, restricted)).status).toBe(200);
    expect((await call('PATCH', `/customers/${body.data.id}`, restricted, {})).body.error.code).toBe('forbidden');
    await call('POST', '/_paddock/clock/advance', key, { days: 1 });
    expect((await call('GET', `/customers/${body.data.id}`, restricted)).body.error.code).toBe('invalid_token');

    const full = (await call('POST', '/_paddock/keys', key)).body.api_key;
    expect((await call('PATCH', `/customers/${body.data.id}`, full, { name: 'Sam' })).status).toBe(200);
    expect((await call('POST', '/_paddock/keys/revoke', freshApiKey(), { api_key: full })).status).toBe(404);
    expect((await call('POST', '/_paddock/keys/revoke', key, { api_key: full })).status).toBe(204);
    expect((await call('GET', `/customers/${body.data.id}`, full)).body.error.code).toBe('invalid_token');
  });

  test('seeds valid entities', async () => {
    const key = freshApiKey();
    const customer = buildCustomer({ seed: 1 });
    const address = buildAddress({ seed: 2, overrides: { customer_id: customer.id } });
    const references = { customer_id: customer.id, address_id: address.id, business_id: null };
    const subscription = buildSubscription({ seed: 3, overrides: references });
    const seeded = await call('POST', '/_paddock/seed', key, {
      customers: [customer],
      addresses: [address],
      subscriptions: [subscription],
    });
    expect(seeded.body).toMatchObject({ customers: 1, addresses: 1, businesses: 0, subscriptions: 1, transactions: 0 });
    // Links lead to the mock's own pages.
    const management_urls = {
      cancel: expect.stringContaining(`/customer-portal/subscriptions/${subscription.id}/cancel?token=`),
      update_payment_method: expect.stringContaining(`/${subscription.id}/update-payment-method?token=`),
      view_subscription: expect.stringContaining(`/${subscription.id}/view-subscription?token=`),
    };
    const stored = (await call('GET', `/subscriptions/${subscription.id}`, key)).body.data;
    expect(stored).toEqual({ ...subscription, management_urls });
    const again = await call('POST', '/_paddock/seed', key, { customers: [customer] });
    expect(again.body.error.detail).toContain(`customers.0.id: ${customer.id} already exists`);
  });

  test.each([
    [
      'a field of a wrong type',
      { customers: [buildCustomer({ seed: 4 }), { ...buildCustomer({ seed: 5 }), name: 5 }] },
      'customers.1.name',
    ],
    ['a name that is no text', { customers: [{ ...buildCustomer({ seed: 4 }), name: 5 }] }, 'customers.0.name'],
    [
      'an email that cannot be one',
      { customers: [{ ...buildCustomer({ seed: 4 }), email: 'a..b@example.com' }] },
      'customers.0.email',
    ],
    [
      'an address without its customer',
      { customers: [buildCustomer({ seed: 4 })], addresses: [buildAddress({ seed: 2 })] },
      'addresses.0.customer_id',
    ],
    ['an ID twice', { customers: [buildCustomer({ seed: 4 }), buildCustomer({ seed: 4 })] }, 'customers.1.id'],
    ['an unknown kind', { parrots: [] }, 'parrots'],
  ])('refuses a whole seed with %s, and names the path', async (_what, seed, path) => {
    const key = freshApiKey();
    const { status, body } = await call('POST', '/_paddock/seed', key, seed);
    expect(status).toBe(400);
    expect(body.error.detail).toContain(path);
    expect((await call('GET', '/customers', key)).body.data).toEqual([]);
  });

  test.each([
    ['PUT', '/_paddock/clock', { now: 'soon' }],
    ['PUT', '/_paddock/clock', {}],
    ['POST', '/_paddock/clock/advance', { days: -1 }],
    ['POST', '/_paddock/clock/advance', { to: '2001-01-01T00:00:00Z' }],
    ['POST', '/_paddock/clock/advance', { to: '9000-01-01T00:00:00Z', days: 1 }],
    ['POST', '/_paddock/clock/advance', { milliseconds: 1e12, days: 100_000_000 }],
    ['PUT', '/_paddock/behaviours', { profile: 'stripe' }],
    ['PUT', '/_paddock/behaviours', { behaviours: { 'duplicate-emails': 'maybe' } }],
    ['PUT', '/_paddock/behaviours', { behaviours: { constructor: 'x' } }],
    ['POST', '/_paddock/keys', { permissions: ['everything'] }],
    ['POST', '/_paddock/keys/revoke', {}],
  ])('refuses %s %s with %j', async (method, path, body) => {
    const answer = await call(method, path, freshApiKey(), body);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_request']);
  });

  test('advances a clock to its current time', async () => {
    const key = freshApiKey();
    await call('PUT', '/_paddock/clock', key, { now: '2030-01-01T00:00:00Z', frozen: true });
    const { status, body } = await call('POST', '/_paddock/clock/advance', key, { to: '2030-01-01T00:00:00Z' });
    expect([status, body]).toEqual([200, { now: '2030-01-01T00:00:00.000Z', frozen: true }]);
  });

  test('counts pending deliveries, lists up to a limit, and reports whether all settled', async () => {
    const key = freshApiKey();
    await call('POST', '/_paddock/destinations', key, { destination: 'http://127.0.0.1:9/' });
    for (const email of ['sam@example.com', 'kim@example.com']) await call('POST', '/customers', key, { email });
    const settle = (timeout_ms: number) => call('POST', '/_paddock/deliveries/settle', key, { timeout_ms });
    expect((await settle(60_000)).body).toEqual({ settled: true, due: 0, later: 2 });
    expect((await call('GET', '/_paddock/deliveries', key)).body).toMatchObject({ deliveries: [{}, {}], waiting: 2 });
    expect((await call('GET', '/_paddock/deliveries?limit=1', key)).body.deliveries).toHaveLength(1);
    const hanging = await startReceiver(() => undefined);
    await call('POST', '/_paddock/destinations', key, { destination: hanging.url });
    await call('POST', '/customers', key, { email: 'lee@example.com' });
    expect((await settle(1)).body).toMatchObject({ settled: false, due: expect.any(Number) });
    await hanging.close();
  });

  test('sends a notification held for reordering once its chaos plan is removed', async () => {
    const key = freshApiKey();
    const { promise: arrived, resolve } = Promise.withResolvers<void>();
    const receiver = await startReceiver((_request, response) => void response.end(resolve));
    const { body } = await call('POST', '/_paddock/destinations', key, { destination: receiver.url });
    await call('PUT', `/_paddock/chaos/${body.id}`, key, { reorder: 5 });
    await call('POST', '/customers', key, { email: 'sam@example.com' });
    expect((await call('GET', '/_paddock/deliveries', key)).body).toEqual({ deliveries: [], waiting: 1 });
    await call('PUT', `/_paddock/chaos/${body.id}`, key, {});
    await arrived;
    await receiver.close();
  });

  test('emits no event for a new secret', async () => {
    const key = freshApiKey();
    const { body } = await call('POST', '/_paddock/destinations', key, { destination: 'http://127.0.0.1:9/' });
    const rotated = await call('POST', `/_paddock/secrets/${body.id}/rotate`, key);
    expect(rotated.status).toBe(200);
    expect((await call('GET', '/events', key)).body.data).toEqual([]);
  });

  test('has no other operations', async () => {
    expect((await call('GET', '/_paddock/nothing', freshApiKey())).body.error.code).toBe('not_found');
  });
});

describe('the guard of the control plane', () => {
  const reset = (url: string, headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${url}/_paddock/reset`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
      request.end();
    });

  test.each(['localhost', 'localhost:4010', '127.0.0.1:80', '[::1]:4010', 'paddock.localhost'])(
    'admits the host %s',
    async (Host) => {
      expect(await reset(paddock.url, { Host })).toBe(204);
    },
  );

  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1', 'evil.example:4010'])(
    'rejects the host %s',
    async (Host) => {
      expect(await reset(paddock.url, { Host })).toBe(403);
    },
  );

  test('requires the control token if one is set, and on loopback a local host', async () => {
    await using guarded = await startPaddock({ controlToken: 'open sesame', baseUrl: 'https://ci.example' });
    expect(await reset(guarded.url, {})).toBe(403);
    expect(await reset(guarded.url, { 'X-Paddock-Control-Token': 'open' })).toBe(403);
    expect(await reset(guarded.url, { 'X-Paddock-Control-Token': 'open sesame', Host: 'ci.example' })).toBe(204);
    expect(await reset(guarded.url, { 'X-Paddock-Control-Token': 'open sesame', Host: 'evil.example' })).toBe(403);
  });

  test.each([
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'text/plain' },
    { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-site' },
    { 'Paddle-Signature': 'ts=1;h1=2' },
  ])('rejects requests of other web pages and webhooks, even with the token: %j', async (headers) => {
    await using guarded = await startPaddock({ controlToken: 'open sesame' });
    expect(await reset(paddock.url, headers)).toBe(403);
    expect(await reset(guarded.url, { ...headers, 'X-Paddock-Control-Token': 'open sesame' })).toBe(403);
  });

  test('admits a page of the server itself', async () => {
    const { host } = new URL(paddock.url);
    expect(await reset(paddock.url, { Host: host, Origin: paddock.url, 'Sec-Fetch-Site': 'same-origin' })).toBe(204);
  });

  test('needs the token for metrics, but not for health', async () => {
    await using guarded = await startPaddock({ controlToken: 'open sesame' });
    expect((await fetch(`${guarded.url}/_paddock/health`)).status).toBe(200);
    expect((await fetch(`${guarded.url}/_paddock/metrics`)).status).toBe(403);
  });
});
