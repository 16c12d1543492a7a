import { describe, expect, test } from 'vitest';
import { buildAddress, buildBusiness, buildCustomer, buildSubscription, buildTransaction } from '#fixtures/index.ts';
import type { JsonObject } from '#openapi/document-changes.ts';
import { validatorOf } from '#openapi/document-validator.ts';
import guideJson from '#openapi/generated/guide.json' with { type: 'json' };
import officialJson from '#openapi/generated/official.json' with { type: 'json' };
import { type Paddock, startPaddock } from '../index.ts';

type Entity = { id: string; status: string; created_at: string; updated_at: string; [field: string]: unknown };
type Event = { event_id: string; event_type: string; occurred_at: string; data: Entity };

const documents = { guide: guideJson as JsonObject, official: officialJson as JsonObject };
const paths = {
  customer: 'customers',
  subscription: 'subscriptions',
  transaction: 'transactions',
  address: 'addresses',
  business: 'businesses',
};

const guideTypes = guideJson.components.schemas['event-type-name'].enum;
/** What official adds about entities that Paddock has. */
const officialTypes = [
  'address.imported',
  'business.created',
  'business.imported',
  'business.updated',
  'customer.imported',
  'subscription.activated',
  'subscription.imported',
  'subscription.trialing',
  'transaction.billed',
  'transaction.canceled',
  'transaction.paid',
  'transaction.past_due',
  'transaction.ready',
  'transaction.revised',
];

function account({ url, apiKey }: Paddock) {
  const call = async (method: string, path: string, body?: object) => {
    const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' };
    const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, body: await response.json() };
  };
  return {
    trigger: (type: string, body: object = {}) => call('POST', `/_paddock/trigger/${type}`, body),
    happens: async (type: string, body: object = {}): Promise<Event> => {
      const answer = await call('POST', `/_paddock/trigger/${type}`, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body;
    },
    get: async (path: string) => (await call('GET', path)).body.data,
    events: async (): Promise<Event[]> => (await call('GET', '/events?per_page=200')).body.data,
    refused: async (type: string, body: object = {}): Promise<string> => {
      const answer = await call('POST', `/_paddock/trigger/${type}`, body);
      expect([answer.status, answer.body.error?.code]).toEqual([400, 'invalid_request']);
      return answer.body.error.detail;
    },
  };
}

/** The entity as the API has it. */
function pathOf({ event_type, data }: Event): string {
  const noun = event_type.split('.')[0] as keyof typeof paths;
  const owner = noun === 'address' || noun === 'business' ? `/customers/${data['customer_id']}` : '';
  return `${owner}/${paths[noun]}/${data.id}`;
}

const customer = buildCustomer({ seed: 1 });
const address = buildAddress({ seed: 1 });
const references = { customer_id: customer.id, address_id: address.id, business_id: null };

describe.each(['guide', 'official'] as const)('under the profile %s, triggering', (profile) => {
  const types = profile === 'guide' ? guideTypes : [...guideTypes, ...officialTypes];
  const validate = validatorOf(documents[profile]);

  test.each(types)('%s makes an event that fits the document and that the API agrees with', async (type) => {
    await using paddock = await startPaddock({ profile });
    const { happens, get, events } = account(paddock);
    const event = await happens(type);
    expect(event.event_type).toBe(type);
    const schema = ['webhooks', type, 'post', 'requestBody', 'content', 'application/json', 'schema'];
    if (type in (documents[profile]['webhooks'] as JsonObject)) {
      expect(validate(schema, { ...event, notification_id: 'ntf_01kpadd0ck000000000000000d' })).toEqual([]);
    } else {
      expect(validate(['components', 'schemas', type.split('.')[0] ?? ''], event.data)).toEqual([]);
    }
    expect(await get(pathOf(event))).toEqual(event.data);
    const told = await events();
    expect(told).toContainEqual(event);
    expect(told.every(({ occurred_at, data }) => occurred_at === event.occurred_at && data.id === event.data.id)).toBe(
      true,
    );
  });

  test('entities brings along those that they refer to', async () => {
    await using paddock = await startPaddock({ profile });
    const { happens, get } = account(paddock);
    const { data } = await happens('transaction.completed');
    const subscription = await get(`/subscriptions/${data['subscription_id']}`);
    expect(subscription).toMatchObject({
      status: 'active',
      customer_id: data['customer_id'],
      address_id: data['address_id'],
    });
    expect(await get(`/customers/${data['customer_id']}/addresses/${data['address_id']}`)).toMatchObject({
      status: 'active',
    });
    expect(subscription.current_billing_period).toEqual(data['billing_period']);
  });

  test('makes the same for the same seed, and something else each time', async () => {
    const run = async (seed: number) => {
      await using paddock = await startPaddock({ profile, seed });
      const { happens } = account(paddock);
      return [
        await happens('customer.created'),
        await happens('customer.created'),
        await happens('transaction.completed'),
      ];
    };
    const [first, second] = await run(7);
    expect(first?.data['email']).not.toBe(second?.data['email']);
    expect(await run(7)).toEqual(await run(7));
    expect(await run(7)).not.toEqual(await run(8));
  });
});

describe('triggering about a named entity', () => {
  const now = '2027-03-31T12:00:00Z';

  async function begin(entities: {
    subscriptions?: unknown[];
    transactions?: unknown[];
    customers?: unknown[];
    addresses?: unknown[];
  }) {
    const paddock = await startPaddock({
      clock: { now, frozen: true },
      behaviours: { 'webhook-events': 'all' },
      fixtures: { customers: [customer], addresses: [address], ...entities },
    });
    return { paddock, ...account(paddock), [Symbol.asyncDispose]: () => paddock.close() };
  }
  const subscription = (status: 'active' | 'trialing' | 'past_due' | 'paused' | 'canceled') =>
    buildSubscription({
      seed: 1,
      status,
      overrides: { ...references, discount: null, billing_cycle: { interval: 'month', frequency: 1 } },
    });
  const transaction = (status: 'draft' | 'ready' | 'billed' | 'paid' | 'completed' | 'past_due' | 'canceled') =>
    buildTransaction({
      seed: 1,
      status,
      overrides: { customer_id: customer.id, address_id: address.id, business_id: null, subscription_id: null },
    });

  const nextMonth = '2027-04-30T12:00:00Z';
  const period = { starts_at: now, ends_at: nextMonth };
  const stopped = { next_billed_at: null, current_billing_period: null, scheduled_change: null };

  test.each([
    ['subscription.canceled', 'active', { status: 'canceled', canceled_at: now, ...stopped }],
    ['subscription.canceled', 'paused', { status: 'canceled', canceled_at: now, paused_at: null, ...stopped }],
    ['subscription.paused', 'active', { status: 'paused', paused_at: now, ...stopped }],
    [
      'subscription.resumed',
      'paused',
      { status: 'active', paused_at: null, next_billed_at: nextMonth, current_billing_period: period },
    ],
    [
      'subscription.past_due',
      'active',
      { status: 'past_due', next_billed_at: nextMonth, current_billing_period: period },
    ],
    [
      'subscription.activated',
      'trialing',
      { status: 'active', first_billed_at: now, next_billed_at: nextMonth, current_billing_period: period },
    ],
  ] as const)('%s moves one that is %s, with its dates, and tells of both', async (type, status, expected) => {
    const before = subscription(status);
    await using mock = await begin({ subscriptions: [before] });
    const event = await mock.happens(type, { entity_id: before.id });
    expect(event.data).toMatchObject({
      id: before.id,
      customer_id: customer.id,
      created_at: before.created_at,
      updated_at: now,
      ...expected,
    });
    expect(await mock.get(`/subscriptions/${before.id}`)).toEqual(event.data);
    const told = (await mock.events()).map(({ event_type, occurred_at, data }) => ({ event_type, occurred_at, data }));
    expect(told).toEqual(
      [type, 'subscription.updated'].map((event_type) => ({ event_type, occurred_at: now, data: event.data })),
    );
  });

  test('subscription.activated of one that was past due keeps its period', async () => {
    const before = subscription('past_due');
    await using mock = await begin({ subscriptions: [before] });
    const { data } = await mock.happens('subscription.activated', { entity_id: before.id });
    expect(data).toEqual({ ...before, status: 'active', updated_at: now });
  });

  test('items follow their subscription', async () => {
    await using mock = await begin({ subscriptions: [subscription('active')] });
    const { id } = subscription('active');
    const items = async (type: string) => (await mock.happens(type, { entity_id: id })).data['items'];
    expect(await items('subscription.paused')).toMatchObject([{ status: 'inactive', next_billed_at: null }]);
    expect(await items('subscription.resumed')).toMatchObject([
      { status: 'active', previously_billed_at: now, next_billed_at: nextMonth },
    ]);
    expect(await items('subscription.canceled')).toMatchObject([{ status: 'active', next_billed_at: null }]);
  });

  test('a scheduled cancellation is an update that stops billing, and taking it back goes on', async () => {
    const before = subscription('active');
    await using mock = await begin({ subscriptions: [before] });
    const scheduled_change = { action: 'cancel', effective_at: before.next_billed_at, resume_at: null };
    const scheduled = await mock.happens('subscription.updated', {
      entity_id: before.id,
      overrides: { scheduled_change },
    });
    expect(scheduled.data).toMatchObject({ status: 'active', scheduled_change, next_billed_at: null });
    expect((await mock.events()).map(({ event_type }) => event_type)).toEqual(['subscription.updated']);
    const taken = await mock.happens('subscription.updated', {
      entity_id: before.id,
      overrides: { scheduled_change: null },
    });
    expect(taken.data).toMatchObject({ scheduled_change: null, next_billed_at: before.next_billed_at });
  });

  test('a pause keeps the date to resume that was scheduled', async () => {
    const scheduled_change = { action: 'pause', effective_at: nextMonth, resume_at: '2027-08-01T00:00:00Z' };
    const before = { ...subscription('active'), scheduled_change };
    await using mock = await begin({ subscriptions: [before] });
    const { data } = await mock.happens('subscription.paused', { entity_id: before.id });
    expect(data['scheduled_change']).toEqual({
      action: 'resume',
      effective_at: '2027-08-01T00:00:00Z',
      resume_at: null,
    });
  });

  test.each([
    ['transaction.ready', 'draft', { status: 'ready', billed_at: null }],
    ['transaction.billed', 'ready', { status: 'billed', billed_at: now }],
    ['transaction.past_due', 'billed', { status: 'past_due' }],
    ['transaction.paid', 'past_due', { status: 'paid' }],
    ['transaction.canceled', 'ready', { status: 'canceled' }],
    ['transaction.revised', 'completed', { status: 'completed', revised_at: now }],
    [
      'transaction.completed',
      'ready',
      { status: 'completed', billed_at: now, invoice_number: expect.stringMatching(/^325-\d{5}$/) },
    ],
  ] as const)('%s moves one that is %s, with its dates, and tells of both', async (type, status, expected) => {
    const before = transaction(status);
    await using mock = await begin({ transactions: [before] });
    const event = await mock.happens(type, { entity_id: before.id });
    expect(event.data).toMatchObject({ id: before.id, updated_at: now, ...expected });
    expect((await mock.events()).map(({ event_type }) => event_type)).toEqual([type, 'transaction.updated']);
    expect(await mock.get(`/transactions/${before.id}`)).toEqual(event.data);
  });

  test('transaction.completed captures the money, and knows fee, earnings and payout', async () => {
    const before = transaction('ready');
    const total = Number(before.details.totals.total);
    const [fee, tax] = [Math.round(total * 0.05) + 50, Number(before.details.totals.tax)];
    await using mock = await begin({ transactions: [before] });
    const { data } = await mock.happens('transaction.completed', { entity_id: before.id });
    expect(data['payments']).toMatchObject([
      { status: 'captured', amount: String(total), error_code: null, captured_at: now },
    ]);
    const settled = { fee: String(fee), earnings: String(total - tax - fee) };
    expect(data['details']).toMatchObject({
      totals: { balance: '0', ...settled },
      adjusted_totals: settled,
      payout_totals: { total: String(total), ...settled },
      adjusted_payout_totals: settled,
    });
  });

  test('transaction.payment_failed adds an attempt in front, tells of it alone, and leaves the status', async () => {
    const before = transaction('past_due');
    await using mock = await begin({ transactions: [before] });
    const { data } = await mock.happens('transaction.payment_failed', { entity_id: before.id });
    const declined = {
      status: 'error',
      error_code: 'declined',
      amount: before.details.totals.balance,
      created_at: now,
      captured_at: null,
    };
    expect(data['payments']).toMatchObject([declined, ...before.payments]);
    expect(data.status).toBe('past_due');
    expect((await mock.events()).map(({ event_type }) => event_type)).toEqual(['transaction.payment_failed']);
  });

  test('nothing is paid for nothing', async () => {
    const before = transaction('ready');
    const { totals } = before.details;
    const free = {
      ...before,
      details: {
        ...before.details,
        totals: { ...totals, subtotal: '0', tax: '0', total: '0', grand_total: '0', balance: '0' },
      },
    };
    await using mock = await begin({ transactions: [free] });
    const { data } = await mock.happens('transaction.completed', { entity_id: before.id });
    expect(data).toMatchObject({ payments: [], details: { totals: { fee: '0', earnings: '0' } } });
  });

  test('sets the fields that were sent, each one whole, before it happens', async () => {
    await using mock = await begin({ customers: [customer], subscriptions: [subscription('active')] });
    const renamed = await mock.happens('customer.updated', {
      entity_id: customer.id,
      overrides: { name: 'Ada', custom_data: { a: 'b' } },
    });
    expect(renamed.data).toEqual({ ...customer, name: 'Ada', custom_data: { a: 'b' }, updated_at: now });
    const { id } = subscription('active');
    const resumed = await mock.happens('subscription.past_due', {
      entity_id: id,
      overrides: { billing_cycle: { interval: 'year', frequency: 1 } },
    });
    expect(resumed.data['next_billed_at']).toBe('2028-03-31T12:00:00Z');
    const archived = await mock.happens('customer.updated', {
      entity_id: customer.id,
      overrides: { status: 'archived' },
    });
    expect(archived.data.status).toBe('archived');
    expect(await mock.refused('customer.updated', { entity_id: customer.id, overrides: { name: 'Eve' } })).toContain(
      `${customer.id} is archived`,
    );
    expect(
      (await mock.happens('customer.updated', { entity_id: customer.id, overrides: { status: 'active' } })).data.status,
    ).toBe('active');
  });

  test('customer.created about one that is there already changes nothing', async () => {
    await using mock = await begin({});
    expect((await mock.happens('customer.created', { entity_id: customer.id })).data).toEqual(customer);
  });

  test.each([
    ['subscription.resumed', subscription('active').id, /is active, and this happens to what is paused only/],
    ['subscription.activated', subscription('active').id, /is active, .* trialing or past_due only/],
    ['transaction.billed', transaction('completed').id, /is completed, .* ready only/],
    ['transaction.canceled', transaction('completed').id, /is completed/],
    ['transaction.payment_failed', transaction('completed').id, /is completed/],
  ])('%s is refused where the state is another', async (type, entity_id, reason) => {
    await using mock = await begin({
      subscriptions: [subscription('active')],
      transactions: [transaction('completed')],
    });
    expect(await mock.refused(type, { entity_id })).toMatch(reason);
    expect(await mock.events()).toEqual([]);
    expect(await mock.get(`/subscriptions/${subscription('active').id}`)).toEqual(subscription('active'));
  });

  test('nothing happens to what is canceled', async () => {
    const ended = subscription('canceled');
    await using mock = await begin({ subscriptions: [ended], transactions: [transaction('canceled')] });
    for (const type of ['created', 'updated', 'canceled', 'paused', 'resumed', 'past_due', 'activated', 'trialing']) {
      expect(await mock.refused(`subscription.${type}`, { entity_id: ended.id })).toContain('is canceled');
    }
    for (const type of [
      'created',
      'updated',
      'ready',
      'billed',
      'paid',
      'completed',
      'canceled',
      'past_due',
      'payment_failed',
      'revised',
    ]) {
      expect(await mock.refused(`transaction.${type}`, { entity_id: transaction('canceled').id })).toContain(
        'is canceled',
      );
    }
    expect(await mock.events()).toEqual([]);
  });

  test('what contradicts the state is refused', async () => {
    const change = { action: 'cancel', effective_at: nextMonth, resume_at: null };
    const [active, paused] = [
      { ...subscription('active'), scheduled_change: change, next_billed_at: null },
      { ...subscription('paused'), id: subscription('active').id.replace(/.$/, 'z') },
    ];
    const draft = { ...transaction('draft'), customer_id: null, address_id: null };
    const revised = { ...transaction('completed'), id: draft.id.replace(/.$/, 'z'), revised_at: now };
    await using mock = await begin({ subscriptions: [active, paused], transactions: [draft, revised] });
    expect(await mock.refused('subscription.past_due', { entity_id: active.id })).toContain('scheduled change');
    expect(
      await mock.refused('subscription.updated', { entity_id: paused.id, overrides: { next_billed_at: nextMonth } }),
    ).toContain('neither a period nor a next bill');
    expect(
      await mock.refused('subscription.updated', {
        entity_id: paused.id,
        overrides: { scheduled_change: { ...change, action: 'pause' } },
      }),
    ).toContain('cannot be about to pause');
    expect(await mock.refused('transaction.ready', { entity_id: draft.id })).toContain(
      'lacks a customer or an address',
    );
    expect(await mock.refused('transaction.revised', { entity_id: revised.id })).toContain('was revised before');
    expect(await mock.events()).toEqual([]);
  });

  test.each([
    ['customer.updated', 'ctm_01kpadd0ck0000000000000009'],
    ['customer.updated', address.id],
    ['subscription.canceled', customer.id],
    ['address.updated', buildBusiness({ seed: 1 }).id],
    ['customer.updated', ''],
  ])('%s about %s, which is none, answers 404', async (type, entity_id) => {
    await using mock = await begin({});
    const { status, body } = await mock.trigger(type, { entity_id });
    expect([status, body.error.code]).toEqual([404, 'not_found']);
    expect(await mock.events()).toEqual([]);
  });
});

describe('a trigger that is refused', () => {
  test.each([
    ['customer.updated', { name: 5 }, /^Could not trigger customer\.updated: data\.name: Invalid type/],
    ['customer.updated', { age: 5 }, /data: Additional property age/],
    ['customer.updated', JSON.parse('{"__proto__": {}}'), /Additional property __proto__/],
    ['customer.updated', { email: 'a..b@example.com' }, /email/i],
    ['customer.updated', { locale: null, custom_data: { a: { b: 1 } } }, /data\.custom_data\.a/],
    ['customer.created', { status: 'archived' }, /is archived/],
    ['address.created', { country_code: 'KP' }, /data\.country_code/],
    ['subscription.updated', { items: [] }, /data\.items/],
    ['subscription.past_due', { billing_cycle: { interval: 'year', frequency: 9000 } }, /year 9999/],
    ['customer.updated', { id: 'ctm_01kpadd0ck0000000000000009' }, /data\.id cannot be set/],
    ['customer.updated', { created_at: '2020-01-01T00:00:00Z' }, /data\.created_at cannot be set/],
    ['address.updated', { customer_id: customer.id }, /data\.customer_id cannot be set/],
    ['transaction.updated', { subscription_id: null }, /data\.subscription_id cannot be set/],
    ['subscription.updated', { status: 'paused' }, /data\.status follows from the event type/],
    ['subscription.canceled', { canceled_at: null }, /data\.canceled_at follows/],
    ['transaction.completed', { billed_at: null }, /data\.billed_at follows/],
    ['customer.exploded', {}, /no such event type/],
    ['constructor', {}, /no such event type/],
    ['payout.created', {}, /webhook-events=listed leaves it out/],
    ['business.created', {}, /webhook-events=listed leaves it out/],
  ])('stores nothing: %s with %j', async (type, overrides, reason) => {
    await using paddock = await startPaddock();
    const { refused, events, get } = account(paddock);
    expect(await refused(type, { overrides })).toMatch(reason);
    expect(await events()).toEqual([]);
    for (const path of ['/customers', '/subscriptions', '/transactions']) expect(await get(path)).toEqual([]);
  });

  test('is one about what Paddock has not, under every behaviour', async () => {
    await using paddock = await startPaddock({ profile: 'official' });
    const { refused } = account(paddock);
    for (const type of ['payout.created', 'product.updated', 'api_key.expired']) {
      expect(await refused(type)).toMatch(/does not emulate what it is about/);
    }
  });

  test('is one that the API would refuse under the same behaviours', async () => {
    await using paddock = await startPaddock({ profile: 'official' });
    const { happens, refused } = account(paddock);
    const { data } = await happens('customer.created');
    expect(await refused('customer.created', { overrides: { email: data['email'] } })).toContain(data.id);
    expect(await refused('customer.updated', { overrides: { locale: null } })).toMatch(/data\.locale/);
    expect(await refused('address.created', { overrides: { country_code: 'US', postal_code: null } })).toMatch(
      /data\.postal_code/,
    );
    expect((await happens('customer.updated', { overrides: { custom_data: {} } })).data['custom_data']).toBeNull();
  });
});

test('a triggered event goes to the destinations that want it', async () => {
  await using paddock = await startPaddock();
  const { happens } = account(paddock);
  const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
  const setting = {
    description: 'mail',
    type: 'email',
    destination: 'sam@example.com',
    subscribed_events: ['subscription.updated', 'subscription.paused'],
  };
  await fetch(`${paddock.url}/notification-settings`, { method: 'POST', headers, body: JSON.stringify(setting) });
  const { data } = await happens('subscription.paused');
  await fetch(`${paddock.url}/_paddock/deliveries/settle`, { method: 'POST', headers, body: '{}' });
  const response = await fetch(`${paddock.url}/notifications`, { headers });
  const sent: { type: string; status: string; payload: Event }[] = (await response.json()).data;
  expect(sent.map(({ type, status }) => [type, status])).toEqual([
    ['subscription.paused', 'delivered'],
    ['subscription.updated', 'delivered'],
  ]);
  expect(sent.every(({ payload }) => payload.data.id === data.id)).toBe(true);
});
