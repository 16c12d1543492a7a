import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { pathOfEvent } from '#openapi/document/operations.ts';
import { readDocument } from '#openapi/document/read.ts';
import { nodeAt } from '#openapi/document/refs.ts';
import { validatorOf } from '#openapi/document/validator.ts';
import { startPaddock } from '../../index.ts';
import { begin, customer, type Event, now, subscription, triggering } from '../../triggers/testing/triggering.ts';

const documents = { guide: readDocument('guide'), official: readDocument('official') };
/** Fields that events leave out, and the reference that is compared by itself. */
const unannounced = [
  ...['management_urls', 'times_used', 'transaction_id'],
  ...['card', 'paypal', 'south_korea_local_card', 'underlying_details'],
];
const references = ['customer_id', 'address_id', 'business_id', 'subscription_id', 'transaction_id'];

/** Finds IDs that events refer to before an event of their creation, import or saving. */
function unannouncedIn(events: readonly Event[]): unknown[] {
  const announced = new Set<unknown>();
  return events.flatMap(({ event_type, data }) => {
    if (/\.(created|imported|saved)$/.test(event_type)) announced.add(data.id);
    return [data.id, ...references.map((name) => data[name] ?? data.id)].filter((id) => !announced.has(id));
  });
}

describe.each(['guide', 'official'] as const)('under the profile %s, triggering', (profile) => {
  const types = Object.keys(documents[profile]['webhooks'] ?? {});
  const validate = validatorOf(documents[profile]);

  test('knows every event type', () => {
    const known = nodeAt(documents[profile], ['components', 'schemas', 'event-type-name', 'enum']);
    expect(types.toSorted()).toEqual([known].flat().toSorted());
  });

  test.each(types)('%s emits a valid event with the entity as in the API', async (type) => {
    await using paddock = await startPaddock({ profile });
    const { happens, get, events } = triggering(paddock);
    const event = await happens(type);
    expect(event.event_type).toBe(type);
    const schema = ['webhooks', type, 'post', 'requestBody', 'content', 'application/json', 'schema'];
    expect(validate(schema, { ...event, notification_id: 'ntf_01kpadd0ck000000000000000d' })).toEqual([]);
    const path = pathOfEvent(documents[profile], type, event.data);
    const [stored] = path === undefined ? [] : [await get(path)].flat();
    const { transaction_id, ...data } = event.data;
    if (path === undefined || type.endsWith('.deleted')) expect(stored).toBeUndefined();
    else {
      const announced = Object.entries(stored).filter(([field]) => !unannounced.includes(field));
      expect(data).toEqual(Object.fromEntries(announced));
      const isOfTransaction = 'transaction_id' in stored;
      expect(transaction_id !== undefined).toBe(type === 'subscription.created' || isOfTransaction);
    }
    if (typeof transaction_id === 'string' && type === 'subscription.created') {
      const bought = await get(`/transactions/${transaction_id}`);
      expect(bought).toMatchObject({ subscription_id: data.id, status: 'completed', origin: 'web' });
    }
    const emitted = (await events()).toReversed();
    expect(emitted).toContainEqual(event);
    expect(emitted.filter(({ event_type }) => event_type === type)).toHaveLength(1);
    expect(unannouncedIn(emitted)).toEqual([]);
    const naming = emitted.filter(({ data }) => 'transaction_id' in data).map((one) => one.event_type);
    expect(naming.filter((other) => !/^(subscription\.created|adjustment\..*)$/.test(other))).toEqual([]);
    const times = emitted.map(({ occurred_at }) => Date.parse(occurred_at));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  test('a named customer owns the created entities, at a new address', async () => {
    await using paddock = await startPaddock({ profile });
    const { happens, events, get, refused } = triggering(paddock);
    const buyer = (await happens('customer.created')).data;
    const { data } = await happens('subscription.created', { entity_id: buyer.id });
    expect(data).toMatchObject({ customer_id: buyer.id, status: 'active' });
    expect(await get(`/customers/${buyer.id}/addresses`)).toMatchObject([{ id: data['address_id'] }]);
    const emitted = (await events()).toReversed().map(({ event_type }) => event_type);
    expect(emitted.slice(0, 3)).toEqual(['customer.created', 'transaction.created', 'address.created']);
    expect((await events()).at(-2)?.data['customer_id']).toBe(buyer.id);
    expect((await happens('address.created', { entity_id: buyer.id })).data['customer_id']).toBe(buyer.id);
    await happens('customer.updated', { entity_id: buyer.id, overrides: { status: 'archived' } });
    expect(await refused('transaction.completed', { entity_id: buyer.id })).toContain(`${buyer.id} is archived`);
  });

  test('entities creates those that they refer to', async () => {
    await using paddock = await startPaddock({ profile });
    const { happens, get } = triggering(paddock);
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

  test('creates the same entities for the same seed, and others each time', async () => {
    const run = async (seed: number) => {
      await using paddock = await startPaddock({ profile, seed });
      const { happens } = triggering(paddock);
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

const mixes = fc.record({
  'custom-data-values': fc.constantFrom('strings', 'json'),
  'custom-data-empty': fc.constantFrom('object', 'null'),
  'import-meta': fc.constantFrom('set-once', 'read-only'),
  'customer-locale-default': fc.constantFrom('null', 'en'),
  'postal-code': fc.constantFrom('optional', 'required-by-country'),
  timestamps: fc.constantFrom('seconds', 'fractions'),
  'webhook-events': fc.constant('all'),
});
const seeds = fc.integer({ min: 0, max: 1_000_000 });

property.prop([mixes, seeds], { numRuns: 10 })(
  'what is built fits any mix of behaviours',
  async (behaviours, seed) => {
    await using paddock = await startPaddock({ behaviours, seed });
    const { happens } = triggering(paddock);
    for (const type of ['transaction.completed', 'subscription.trialing', 'business.created', 'customer.imported']) {
      await happens(type);
    }
  },
  30_000,
);

describe('triggering about a named entity', () => {
  test('first replaces the given fields as a whole', async () => {
    await using mock = await begin({ customers: [customer], subscriptions: [subscription('active')] });
    const renamed = await mock.happens('customer.updated', {
      entity_id: customer.id,
      overrides: { name: 'Ada', custom_data: { a: 'b' } },
    });
    expect(renamed.data).toEqual({ ...customer, name: 'Ada', custom_data: { a: 'b' }, updated_at: now });
    const { id } = subscription('active');
    const renewed = await mock.happens('subscription.past_due', {
      entity_id: id,
      overrides: { billing_cycle: { interval: 'year', frequency: 1 } },
    });
    // One year after the end of the previous period.
    expect(renewed.data['next_billed_at']).toBe('2027-09-06T02:09:40Z');
  });

  test.each(['entity-archived', 'not-found'] as const)('archives under patch-archived=%s', async (patchArchived) => {
    await using mock = await begin({ customers: [customer] }, { 'patch-archived': patchArchived });
    const archived = await mock.happens('customer.updated', {
      entity_id: customer.id,
      overrides: { status: 'archived' },
    });
    expect(archived.data.status).toBe('archived');
    expect(await mock.refused('customer.updated', { entity_id: customer.id, overrides: { name: 'Eve' } })).toContain(
      'is archived',
    );
    const reactivation = { entity_id: customer.id, overrides: { status: 'active' } };
    if (patchArchived === 'not-found') {
      expect(await mock.refused('customer.updated', reactivation)).toContain('patch-archived=not-found');
    } else expect((await mock.happens('customer.updated', reactivation)).data.status).toBe('active');
  });

  test('customer.created for an existing customer changes nothing', async () => {
    await using mock = await begin({});
    expect((await mock.happens('customer.created', { entity_id: customer.id })).data).toEqual(customer);
  });

  test('customer.created with new fields changes the customer', async () => {
    await using mock = await begin({});
    const { data } = await mock.happens('customer.created', { entity_id: customer.id, overrides: { name: 'Ada' } });
    expect(data).toEqual({ ...customer, name: 'Ada', updated_at: now });
  });
});

test('a triggered event is sent to the subscribed destinations', async () => {
  await using paddock = await startPaddock();
  const { happens } = triggering(paddock);
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
