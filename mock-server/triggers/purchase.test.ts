import { describe, expect, test } from 'vitest';
import { trigger } from '../control/handlers/trigger.ts';
import { startPaddock } from '../index.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { type Event, triggering } from './testing/triggering.ts';

const officialOnly = ['transaction.ready', 'transaction.paid', 'transaction.billed', 'subscription.activated'];

const ready = [
  'transaction.created',
  'customer.created',
  'address.created',
  'transaction.updated',
  'transaction.ready',
];
const paid = [...ready, 'transaction.updated', 'transaction.paid'];
const rest = ['transaction.updated', 'transaction.updated', 'transaction.completed'];
const bought = [...paid, 'subscription.created', 'subscription.activated', ...rest];

/** Triggers an event, and returns all announced events, oldest first. */
async function announced(type: string, profile: 'guide' | 'official' = 'official'): Promise<Event[]> {
  await using paddock = await startPaddock({ profile });
  const { happens, events } = triggering(paddock);
  await happens(type);
  return (await events()).toReversed();
}

const typesOf = (events: readonly Event[]) => events.map(({ event_type }) => event_type);

describe.each(['guide', 'official'] as const)('under the profile %s, built entities are bought:', (profile) => {
  test.each([
    ['transaction.created', ['transaction.created']],
    ['transaction.updated', ready],
    ['transaction.completed', bought],
    ['subscription.created', bought],
    ['subscription.updated', [...bought, 'subscription.updated']],
    ['subscription.canceled', [...bought, 'subscription.updated', 'subscription.canceled']],
    [
      'transaction.payment_failed',
      [...bought, 'transaction.created', 'transaction.billed', 'transaction.payment_failed'],
    ],
  ])('%s', async (type, expected) => {
    const there = profile === 'official' ? expected : expected.filter((name) => !officialOnly.includes(name));
    expect(typesOf(await announced(type, profile))).toEqual(there);
  });
});

test.each([
  ['transaction.ready', ready],
  ['transaction.paid', paid],
  ['transaction.canceled', [...ready, 'transaction.updated', 'transaction.canceled']],
  ['transaction.billed', [...bought, 'transaction.created', 'transaction.billed']],
  ['transaction.revised', [...bought, 'transaction.updated', 'transaction.revised']],
  ['subscription.activated', bought],
  ['subscription.trialing', [...paid, 'subscription.created', 'subscription.trialing', ...rest]],
  ['subscription.imported', ['customer.created', 'address.created', 'subscription.imported']],
])('%s carries the purchase out as far as it goes', async (type, expected) => {
  expect(typesOf(await announced(type))).toEqual(expected);
});

test('the events of a purchase show it as it was at each step', async () => {
  const events = await announced('subscription.created');
  const subscription = events.find(({ event_type }) => event_type === 'subscription.created')?.data;
  const steps = events.filter(({ event_type }) => event_type.startsWith('transaction.')).map(({ data }) => data);
  const nobody = { customer_id: null, address_id: null };
  const open = { subscription_id: null, billing_period: null, invoice_number: null, origin: 'web' };
  const buyer = { customer_id: subscription?.['customer_id'], address_id: subscription?.['address_id'] };
  const captured = { ...open, ...buyer, billed_at: expect.any(String), payments: [{ status: 'captured' }] };
  const owned = {
    ...captured,
    subscription_id: subscription?.id,
    billing_period: subscription?.['current_billing_period'],
  };
  const done = { ...owned, status: 'completed', invoice_number: expect.stringMatching(/^325-/) };
  expect(steps).toMatchObject([
    { ...open, ...nobody, status: 'draft', billed_at: null, payments: [] },
    ...[1, 2].map(() => ({ ...open, ...buyer, status: 'ready', billed_at: null, payments: [] })),
    ...[1, 2].map(() => ({ ...captured, status: 'paid' })),
    { ...owned, status: 'paid' },
    ...[1, 2].map(() => done),
  ]);
  const sums = steps.map(({ details }) => (details as { totals: Record<string, string | null> }).totals);
  // The tax follows from the address.
  const [untaxed, total] = sums.map((each) => each['total']);

  expect(Number(total)).toBeGreaterThan(0);
  expect(new Set(sums.slice(1).map((each) => each['total']))).toEqual(new Set([total]));
  expect(sums.map(({ balance }) => balance)).toEqual([untaxed, total, total, '0', '0', '0', '0', '0']);
  expect(sums.map(({ fee }) => fee !== null)).toEqual([false, false, false, false, false, false, true, true]);
  expect(new Set(steps.map(({ id }) => id))).toEqual(new Set([subscription?.['transaction_id']]));
});

test('the subscription has the items and the custom data of its purchase', async () => {
  const events = await announced('transaction.billed');
  const of = (type: string) => events.find(({ event_type }) => event_type === type)?.data;
  const [sold, subscription, renewal] = [
    of('transaction.completed'),
    of('subscription.created'),
    of('transaction.billed'),
  ];
  const [{ price, quantity } = {}] = (subscription?.['items'] ?? []) as { price?: object; quantity?: number }[];
  expect(price).toHaveProperty('id');
  for (const each of [sold, renewal]) {
    expect(each).toMatchObject({ items: [{ price, quantity }], custom_data: subscription?.['custom_data'] });
  }
});

test('a purchase costs what the API charges at its renewal, and its history tells who bought', async () => {
  await using paddock = await startPaddock({
    profile: 'official',
    clock: { now: '2026-07-01T00:00:00Z', frozen: true },
  });
  const { happens, get } = triggering(paddock);
  const { data } = await happens('subscription.created');
  await paddock.clock.advance({ days: 366 });
  const bills = Object(await get(`/transactions?subscription_id=${data.id}&order_by=id[ASC]`));
  const sums = bills.map(({ details }: { details: { totals: object; line_items: { tax_rate: string }[] } }) => [
    details.totals,
    details.line_items.map(({ tax_rate }) => tax_rate),
  ]);
  expect(sums.length).toBeGreaterThan(1);
  expect(sums[1]).toEqual(sums[0]);
  expect(bills.map(({ status }: { status: string }) => status)).toEqual(bills.map(() => 'completed'));
  const created = Object(await get(`/subscriptions/${data.id}/history`)).at(-1);
  expect(created).toMatchObject({
    ...{ action: 'subscription_created', source: 'checkout', actor: { id: data['customer_id'] } },
    detail: { has_payment_method: true, address: { id: data['address_id'] } },
  });
});

test('a trial is bought for nothing, and its period is the billing period', async () => {
  const events = await announced('subscription.trialing');
  const last = events.at(-1)?.data;
  const subscription = events.find(({ event_type }) => event_type === 'subscription.trialing')?.data;
  expect(subscription).toMatchObject({ status: 'trialing', first_billed_at: null });
  expect(last).toMatchObject({
    status: 'completed',
    subscription_id: subscription?.id,
    billing_period: subscription?.['current_billing_period'],
    payments: [],
    details: { totals: { total: '0', balance: '0', fee: '0', earnings: '0' } },
  });
});

test('a named customer is in the transaction from the start', async () => {
  await using paddock = await startPaddock({ profile: 'official' });
  const { happens, events } = triggering(paddock);
  const { id } = (await happens('customer.created')).data;
  await happens('subscription.paused', { entity_id: id });
  const [, first, ...others] = (await events()).toReversed();
  expect(first).toMatchObject({
    event_type: 'transaction.created',
    data: { status: 'draft', customer_id: id, address_id: null },
  });
  expect(typesOf(others)).not.toContain('customer.created');
});

test('the requested event is returned, even if the purchase goes on', async () => {
  await using paddock = await startPaddock({ profile: 'official' });
  const { happens, get } = triggering(paddock);
  const created = await happens('subscription.created', { overrides: { custom_data: { a: 'b' } } });
  expect(created.data['custom_data']).toEqual({ a: 'b' });
  const { status, subscription_id } = await get(`/transactions/${created.data['transaction_id']}`);
  expect([status, subscription_id]).toEqual(['completed', created.data.id]);
});

test('an unpaid bill is that of a renewal, for the current period', async () => {
  await using paddock = await startPaddock({ profile: 'official' });
  const { happens, get } = triggering(paddock);
  const { data } = await happens('transaction.past_due');
  const { current_billing_period } = await get(`/subscriptions/${data['subscription_id']}`);
  expect(data).toMatchObject({ origin: 'subscription_recurring', billing_period: current_billing_period });
  expect(await get(`/transactions?subscription_id=${data['subscription_id']}`)).toHaveLength(2);
});

test('a purchase is stored whole or not at all, entities and events alike', async () => {
  const { accounts, count, database } = openAccounts({ behaviours: { 'webhook-events': 'all' } });
  const account = accounts.default();
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON events WHEN NEW.event_type = 'transaction.completed'
    BEGIN SELECT raise(ABORT, 'no room'); END`);
  await expect(trigger(account, 'subscription.created', {})).rejects.toThrow('no room');
  expect(['customers', 'addresses', 'subscriptions', 'transactions', 'events'].map(count)).toEqual([0, 0, 0, 0, 0]);
  database.exec('DROP TRIGGER full');
  await trigger(account, 'subscription.created', {});
  expect(['customers', 'subscriptions', 'transactions', 'events'].map(count)).toEqual([1, 1, 1, 12]);
});

test('a renewal is created and billed at the same time', async () => {
  const [created, billed] = (await announced('transaction.billed')).slice(-2);
  expect(typesOf(created && billed ? [created, billed] : [])).toEqual(['transaction.created', 'transaction.billed']);
  expect(created).toMatchObject({ occurred_at: billed?.occurred_at, data: billed?.data });
  expect(billed?.data).toMatchObject({ status: 'billed', billed_at: expect.any(String), payments: [] });
});
