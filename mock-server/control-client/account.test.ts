import { describe, expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { type PaddockAccount, RequestsDiffer, startPaddock, UsageError } from '../index.ts';
import { connectPaddock } from './connect.ts';

/** Opens a new account of a mock, in the mock's process or as from another. */
const openers = {
  'in process': async () => {
    const paddock = await startPaddock();
    return { paddock, account: paddock.newAccount() };
  },
  'over HTTP': async () => {
    const paddock = await startPaddock({ controlToken: 'let me in' });
    const { url } = paddock;
    return { paddock, account: connectPaddock({ url, controlToken: 'let me in' }).newAccount() };
  },
};

async function get({ url, apiKey }: PaddockAccount, path: string) {
  const response = await fetch(url + path, { headers: { Authorization: `Bearer ${apiKey}` } });
  return { status: response.status, body: await response.json() };
}

describe.each(Object.entries(openers))('an account, opened %s', (_how, open) => {
  test('has a clock that is set and advanced', async () => {
    const { paddock, account } = await open();
    await using _ = paddock;
    await account.clock.set({ now: new Date('2026-07-01T00:00:00Z'), frozen: true });
    await account.clock.advance({ days: 1, hours: 2 });
    expect(await account.clock.now()).toEqual(new Date('2026-07-02T02:00:00Z'));
    await expect(account.clock.advance({ seconds: -1 })).rejects.toThrow(UsageError);
  });

  test('changes its own behaviours only', async () => {
    const { paddock, account } = await open();
    await using _ = paddock;
    const changed = await account.setBehaviours({
      profile: 'official',
      behaviours: { 'duplicate-emails': 'allow' },
    });
    expect(changed).toMatchObject({ 'duplicate-emails': 'allow', 'pagination-next': 'url' });
    expect(await account.getBehaviours()).toEqual(changed);
    expect(paddock.profile).toBe('guide');
    await expect(account.setBehaviours({ behaviours: { 'duplicate-emails': 'maybe' } })).rejects.toThrow(UsageError);
  });

  test('is seeded and reset', async () => {
    const { paddock, account } = await open();
    await using _ = paddock;
    const customer = buildCustomer({ seed: 1 });
    expect(await account.seed({ customers: [customer] })).toMatchObject({ customers: 1 });
    expect((await get(account, `/customers/${customer.id}`)).body.data).toEqual(customer);
    await expect(account.seed({ customers: [{ id: 'ctm_1' }] })).rejects.toThrow('Could not seed: customers.0');
    await account.reset();
    expect((await get(account, `/customers/${customer.id}`)).status).toBe(404);
  });

  test('creates and revokes keys', async () => {
    const { paddock, account } = await open();
    await using _ = paddock;
    const { api_key: apiKey } = await account.keys.create({ permissions: ['address.read'] });
    expect((await get({ ...account, apiKey }, '/customers')).body.error.code).toBe('forbidden');
    await account.keys.revoke(apiKey);
    expect((await get({ ...account, apiKey }, '/customers')).body.error.code).toBe('invalid_token');
    await expect(account.keys.revoke(apiKey.replace(/...$/, 'zzz'))).rejects.toThrow('Could not revoke the key');
  });

  test('receives triggered events, and settles', async () => {
    const { paddock, account } = await open();
    await using _ = paddock;
    await using receiving = account;
    await receiving.webhooks.collect();
    const triggered = await receiving.trigger('customer.created', { overrides: { email: 'sam@example.com' } });
    await receiving.settle();
    expect(receiving.webhooks.received.map(({ event }) => event.event_id)).toEqual([triggered.event_id]);
    const [delivery] = await receiving.webhooks.deliveries({ event_type: 'customer.created' });
    expect(delivery).toMatchObject({ status: 'delivered', response_code: 200 });
    await expect(receiving.trigger('customer.vanished')).rejects.toThrow('there is no such event type');
  });

  test('lists its requests', async () => {
    const { paddock, account } = await open();
    await using _ = paddock;
    const { requests } = account;
    await get(account, '/customers?emial=sam@example.com');
    expect(await requests.expect({ operationId: 'listCustomers', times: 1 })).toEqual(await requests.list());
    await expect(requests.expect({ operationId: 'createCustomer' })).rejects.toThrow('0 of 1 request matched');
    expect(await requests.unexpected()).toMatchObject([{ unexpected: 'GET /customers has no query parameter emial.' }]);
    await get(account, '/events');
    await requests.expectOrder([{ operationId: 'listCustomers' }, { operationId: 'listEvents' }]);
    const reversed = requests.expectOrder([{ operationId: 'listEvents' }, { operationId: 'listCustomers' }]);
    await expect(reversed).rejects.toThrow(RequestsDiffer);
    expect(await requests.export('curl')).toMatch(/^#!\/bin\/sh/);
    expect(JSON.parse(await requests.export('har')).log.entries).toHaveLength(2);
    await Promise.all(Array.from({ length: 120 }, () => get(account, '/event-types')));
    expect(await requests.list()).toHaveLength(122);
    await requests.clear();
    expect(await requests.list()).toEqual([]);
  });

  test('receives no webhooks once closed', async () => {
    const { paddock, account } = await open();
    await using _ = paddock;
    await account.webhooks.collect();
    const [{ destination }] = (await get(account, '/notification-settings')).body.data;
    await account.close();
    await expect(fetch(destination, { method: 'POST', body: '{}' })).rejects.toThrow(TypeError);
  });

  test('shares nothing with other new accounts', async () => {
    const { paddock, account } = await open();
    await using _ = paddock;
    const other = account.newAccount();
    await account.trigger('customer.created');
    expect((await get(account, '/customers')).body.data).toHaveLength(1);
    expect((await get(other, '/customers')).body.data).toEqual([]);
  });
});

describe('registering a destination', () => {
  test('signs with the default secret, without using the rate limit or the journal', async () => {
    await using paddock = await startPaddock({ behaviours: { 'webhook-secret': 'generated' } });
    const { webhooks } = paddock;
    expect(await webhooks.register({ url: 'http://127.0.0.1:1/hook' })).toMatchObject({
      destination: 'http://127.0.0.1:1/hook',
      endpoint_secret_key: webhooks.secret,
    });
    const response = await fetch(`${paddock.url}/customers`, {
      headers: { Authorization: `Bearer ${paddock.apiKey}` },
    });
    expect(response.headers.get('X-RateLimit-Remaining')).toBe('99');
  });

  test('refuses invalid URLs and unknown events', async () => {
    await using paddock = await startPaddock();
    await expect(paddock.webhooks.register({ url: 'nowhere' })).rejects.toThrow('Could not send events to nowhere');
    const wrong = paddock.webhooks.register({ url: 'http://127.0.0.1:1/', events: ['customer.vanished'] });
    await expect(wrong).rejects.toThrow('Could not subscribe to customer.vanished');
  });
});

describe('connectPaddock', () => {
  test.each([
    ['a URL of Paddle’s', { url: 'https://sandbox-api.paddle.com' }],
    ['a misspelt option', Object.assign({ url: 'http://127.0.0.1:4010' }, { apikey: 'x' })],
    ['what is no URL', { url: 'localhost' }],
    ['a live key', { url: 'http://127.0.0.1:4010', apiKey: `pdl_live_apikey_${'0'.repeat(26)}` }],
  ])('refuses %s', (_what, options) => {
    expect(() => connectPaddock(options)).toThrow(UsageError);
  });

  test('reports that the mock is unreachable', async () => {
    const paddock = await startPaddock();
    await paddock.close();
    const calling = connectPaddock({ url: paddock.url }).clock.now();
    await expect(calling).rejects.toThrow(`Could not reach Paddock at ${paddock.url}: ECONNREFUSED.`);
  });

  test('uses the given fetch', async () => {
    await using paddock = await startPaddock();
    const account = connectPaddock({ url: 'http://localhost', fetch: connectedTo(paddock.url) });
    expect(await account.getBehaviours()).toEqual(paddock.behaviours);
  });
});

describe('startPaddock with a seed', () => {
  test('opens the same new accounts in each run', async () => {
    const run = async () => {
      await using paddock = await startPaddock({ seed: 7 });
      const account = paddock.newAccount();
      return [account.apiKey, await account.trigger('customer.created')];
    };
    expect(await run()).toEqual(await run());
  });

  test('controls a server that listens on all addresses', async () => {
    await using paddock = await startPaddock({ host: '0.0.0.0' });
    await paddock.reset();
  });
});

function connectedTo(url: string) {
  return (request: Request) => fetch(new Request(url + new URL(request.url).pathname, request));
}
