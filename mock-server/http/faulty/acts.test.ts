import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, type PaddockAccount, startPaddock } from '../../index.ts';
import { jsonOf, send, statusOf } from './testing/send.ts';

const sam = { body: { email: 'sam@example.com' } };

describe.each(['guide', 'official'] as const)('under the profile %s', (profile) => {
  let paddock: Paddock;
  beforeAll(async () => {
    paddock = await startPaddock({ profile });
  });
  afterAll(() => paddock.close());

  /** Emails of customers and types of events: the traces of a write. */
  async function leftIn(account: PaddockAccount) {
    const customers = jsonOf(await send(account, 'GET', '/customers')).data;
    const events = jsonOf(await send(account, 'GET', '/events')).data;
    return [
      ...customers.map(({ email }: { email: string }) => email),
      ...events.map((event: { event_type: string }) => event.event_type),
    ];
  }

  test.each([
    ['reset-before', 0, []],
    ['reset-before;delay=5', 0, []],
    ['reset-after', 0, ['sam@example.com', 'customer.created']],
    ['reset-after;delay=5', 0, ['sam@example.com', 'customer.created']],
    ['503;retry-after=2', 503, []],
    ['customer_already_exists', 409, []],
    ['truncated', 0, ['sam@example.com', 'customer.created']],
    ['broken-json', 201, ['sam@example.com', 'customer.created']],
    ['wrong-content-type', 201, ['sam@example.com', 'customer.created']],
    ['empty', 200, ['sam@example.com', 'customer.created']],
    ['delay=5', 201, ['sam@example.com', 'customer.created']],
  ])('%s on a create answers %i and leaves %j', async (fault, status, left) => {
    const account = paddock.newAccount();
    expect(statusOf(await send(account, 'POST', '/customers', { ...sam, fault }))).toBe(status);
    expect(await leftIn(account)).toEqual(left);
  });

  test.each([
    ['reset-before', 0, 'Sam'],
    ['reset-after', 0, 'Kim'],
    ['500', 500, 'Sam'],
    ['truncated', 0, 'Kim'],
    ['empty', 200, 'Kim'],
  ])('%s on an update answers %i and leaves the name %s', async (fault, status, name) => {
    const account = paddock.newAccount();
    const { id } = jsonOf(
      await send(account, 'POST', '/customers', { body: { email: 'sam@example.com', name: 'Sam' } }),
    ).data;
    const outcome = await send(account, 'PATCH', `/customers/${id}`, { body: { name: 'Kim' }, fault });
    expect(statusOf(outcome)).toBe(status);
    expect(jsonOf(await send(account, 'GET', `/customers/${id}`)).data.name).toBe(name);
  });

  test('a reset leaves a notification only if the write took effect', async () => {
    const account = paddock.newAccount();
    await using receiving = account;
    await receiving.webhooks.collect();
    await send(account, 'POST', '/customers', { ...sam, fault: 'reset-before' });
    await send(account, 'POST', '/customers', { body: { email: 'kim@example.com' }, fault: 'reset-after' });
    await receiving.settle();
    expect(receiving.webhooks.received.map(({ event }) => event.data)).toMatchObject([{ email: 'kim@example.com' }]);
  });

  test('a duplicate is processed twice and answers with the second result', async () => {
    const account = paddock.newAccount();
    const status = statusOf(await send(account, 'POST', '/customers', { ...sam, fault: 'duplicate' }));
    const isAllowed = profile === 'guide';
    expect(status).toBe(isAllowed ? 201 : 409);
    expect(await leftIn(account)).toEqual(
      isAllowed
        ? ['sam@example.com', 'sam@example.com', 'customer.created', 'customer.created']
        : ['sam@example.com', 'customer.created'],
    );
  });

  test('a stale read answers with the state before the last change', async () => {
    const account = paddock.newAccount();
    const create = async (name: string) =>
      jsonOf(await send(account, 'POST', '/customers', { body: { email: `${name}@example.com`, name } })).data.id;
    const [sam, kim] = [await create('Sam'), await create('Kim')];
    await send(account, 'PATCH', `/customers/${sam}`, { body: { name: 'Samuel' } });
    const nameIn = async (id: string, fault?: string) =>
      jsonOf(await send(account, 'GET', `/customers/${id}`, fault === undefined ? {} : { fault })).data.name;
    expect(await nameIn(sam, 'stale')).toBe('Sam');
    expect(await nameIn(kim, 'stale')).toBe('Kim');
    expect(await nameIn(sam)).toBe('Samuel');
    const names = async (fault: string) =>
      jsonOf(await send(account, 'GET', '/customers?order_by=id[ASC]', { fault })).data.map(
        (customer: { name: string }) => customer.name,
      );
    expect(await names('stale')).toEqual(['Sam', 'Kim']);
    expect(await names('delay=0')).toEqual(['Samuel', 'Kim']);
  });
});

describe('a response', () => {
  let paddock: Paddock;
  beforeAll(async () => {
    paddock = await startPaddock();
  });
  afterAll(() => paddock.close());

  test.each([
    ['429;retry-after=7', 429, 'too_many_requests', '7'],
    ['too_many_requests', 429, 'too_many_requests', '1'],
    ['500', 500, 'internal_error', null],
    ['502', 502, 'bad_gateway', null],
    ['503;retry-after=2', 503, 'service_unavailable', '2'],
    ['540', 540, 'temporarily_unavailable', null],
    ['subscription_locked_renewal', 409, 'subscription_locked_renewal', null],
  ])('to %s is Paddle’s own error', async (fault, status, code, retryAfter) => {
    const answer = await send(paddock, 'GET', '/customers', { fault });
    if (answer === 'no answer') throw new Error('There is no answer.');
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([status, retryAfter]);
    expect(answer.headers.get('X-Paddock-Fault')).toBe('header');
    expect(jsonOf(answer)).toEqual({
      error: {
        type: status === 409 ? 'request_error' : 'api_error',
        code,
        detail: expect.any(String),
        documentation_url: expect.stringMatching(new RegExp(`^https://developer.paddle.com/v1/errors/\\w+/${code}$`)),
      },
      meta: { request_id: answer.headers.get('Request-Id') },
    });
  });

  test('to concurrent_modification names the entity of the path', async () => {
    const answer = await send(paddock, 'PATCH', '/subscriptions/sub_1', { fault: 'concurrent_modification' });
    if (answer === 'no answer') throw new Error('There is no answer.');
    expect([answer.status, jsonOf(answer).error.detail]).toEqual([409, 'Concurrent modification of entity sub_1.']);
  });

  test('of too many requests reports an exhausted rate limit in all headers', async () => {
    const account = paddock.newAccount();
    await account.clock.set({ now: new Date('2026-07-01T00:00:00Z'), frozen: true });
    const answer = await send(account, 'GET', '/customers', { fault: '429;retry-after=7' });
    if (answer === 'no answer') throw new Error('There is no answer.');
    expect(answer.headers.get('X-RateLimit-Remaining')).toBe('0');
    expect(answer.headers.get('X-RateLimit-Reset')).toBe(String(Date.parse('2026-07-01T00:00:07Z') / 1000));
  });

  test('of another error does not change the headers of the rate limit', async () => {
    const answer = await send(paddock.newAccount(), 'GET', '/customers', { fault: '503;retry-after=7' });
    expect(answer === 'no answer' ? undefined : answer.headers.get('X-RateLimit-Remaining')).toMatch(/^[1-9]\d*$/);
  });

  test('of too many requests has no such headers without a rate limit', async () => {
    await using unlimited = await startPaddock({ rateLimit: false });
    const answer = await send(unlimited, 'GET', '/customers', { fault: '429' });
    const names = answer === 'no answer' ? [] : [...answer.headers.keys()];
    expect(names).toContain('retry-after');
    expect(names.filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
  });

  test.each([
    ['broken-json', 'application/json', /^\{"data":.*\}$/],
    ['wrong-content-type', 'text/html', /^\{"data":.*\}\}$/],
    ['empty', 'application/json', /^$/],
    ['503;wrong-content-type', 'text/html', /^\{"error":.*\}\}$/],
  ])('is corrupted by %s', async (fault, type, text) => {
    const answer = await send(paddock, 'GET', '/customers', { fault });
    if (answer === 'no answer') throw new Error('There is no answer.');
    expect(answer.headers.get('Content-Type')).toBe(type);
    expect(answer.text).toMatch(text);
    if (fault === 'broken-json') expect(() => JSON.parse(answer.text)).toThrow(SyntaxError);
  });

  test('breaks off after its headers when truncated', async () => {
    const response = await fetch(`${paddock.url}/customers`, {
      headers: { Authorization: `Bearer ${paddock.apiKey}`, 'X-Paddock-Fault': 'truncated' },
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(TypeError);
  });

  test('is recorded in the journal once, with its fault, even if never sent', async () => {
    const account = paddock.newAccount();
    await send(account, 'POST', '/customers', { ...sam, fault: 'reset-before' });
    await send(account, 'POST', '/customers', { ...sam, fault: 'reset-after' });
    await send(account, 'POST', '/customers', { ...sam, fault: '503' });
    await send(account, 'POST', '/customers', sam);
    const listed = await account.requests.list();
    expect(listed.map(({ fault, status }) => [fault, status])).toEqual([
      ['header', 0],
      ['header', 0],
      ['header', 503],
      [null, 201],
    ]);
    expect(listed.map(({ body }) => body)).toEqual(Array(4).fill(sam.body));
  });

  test.each(['reset-before', 'reset-after', 'truncated'])('breaks an in-process connection: %s', async (fault) => {
    const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'X-Paddock-Fault': fault };
    const reading = paddock.fetch(new Request(`${paddock.url}/customers`, { headers })).then((answer) => answer.text());
    await expect(reading).rejects.toThrow();
  });
});
