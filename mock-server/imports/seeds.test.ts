import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAddress, buildBusiness, buildCustomer, buildSubscription, buildTransaction } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../index.ts';
import { seedKinds } from '../resources/kinds.ts';
import { call } from '../testing/call.ts';
import type { UncheckedSeed } from './seeds.ts';

/** Two existing customers, each with an address; one also has a business and a subscription. */
const [sam, kim] = [buildCustomer({ seed: 1 }), buildCustomer({ seed: 2 })];
const addressOf = (seed: number, customer_id: string) => buildAddress({ seed, overrides: { customer_id } });
const businessOf = (seed: number, customer_id: string) => buildBusiness({ seed, overrides: { customer_id } });
const [home, elsewhere] = [addressOf(1, sam.id), addressOf(2, kim.id)];
const shop = businessOf(1, sam.id);
const references = { customer_id: sam.id, address_id: home.id, business_id: null };

function subscriptionWith(overrides: { customer_id?: string; address_id?: string; business_id?: string }) {
  return buildSubscription({ seed: 2, status: 'active', overrides: { ...references, ...overrides } });
}
function transactionWith(overrides: { customer_id?: string; subscription_id?: string }) {
  return buildTransaction({ seed: 2, overrides: { ...references, subscription_id: null, ...overrides } });
}

const fixtures = {
  customers: [sam, kim],
  addresses: [home, elsewhere],
  businesses: [shop],
  subscriptions: [buildSubscription({ seed: 1, status: 'active', overrides: references })],
};
const nobody = 'ctm_01h8441jn5pcwrfhwh78jqt8hk';
const nowhere = 'add_01h8441jn5pcwrfhwh78jqt8hk';
const nothing = 'biz_01h8441jn5pcwrfhwh78jqt8hk';
const none = 'sub_01h8441jn5pcwrfhwh78jqt8hk';

describe('invalid seeds are refused with their path, and nothing is added', () => {
  let paddock: Paddock;
  beforeAll(async () => {
    paddock = await startPaddock({ fixtures, behaviours: { 'duplicate-emails': 'reject' } });
  });
  afterAll(() => paddock.close());

  test.each<[path: string, problem: string, seed: object]>([
    ['customers.1.id', `${sam.id} already exists`, { customers: [buildCustomer({ seed: 3 }), sam] }],
    [
      'addresses.1.id',
      `${addressOf(3, sam.id).id} already exists`,
      { addresses: [addressOf(3, sam.id), addressOf(3, sam.id)] },
    ],
    [
      'customers.0.email',
      `${kim.email} already exists`,
      { customers: [{ ...buildCustomer({ seed: 3 }), email: kim.email }] },
    ],
    [
      'customers.1.email',
      'sam@example.com already exists',
      { customers: [3, 4].map((seed) => ({ ...buildCustomer({ seed }), email: 'sam@example.com' })) },
    ],
    ['addresses.0.customer_id', `customer ${nobody} does not exist`, { addresses: [addressOf(3, nobody)] }],
    ['businesses.0.customer_id', `customer ${nobody} does not exist`, { businesses: [businessOf(3, nobody)] }],
    [
      'subscriptions.0.customer_id',
      `customer ${nobody} does not exist`,
      { subscriptions: [subscriptionWith({ customer_id: nobody })] },
    ],
    [
      'subscriptions.0.address_id',
      `address ${nowhere} does not exist`,
      { subscriptions: [subscriptionWith({ address_id: nowhere })] },
    ],
    [
      'subscriptions.0.address_id',
      `the customer has no address ${elsewhere.id}`,
      { subscriptions: [subscriptionWith({ address_id: elsewhere.id })] },
    ],
    [
      'subscriptions.0.business_id',
      `business ${nothing} does not exist`,
      { subscriptions: [subscriptionWith({ business_id: nothing })] },
    ],
    [
      'subscriptions.0.business_id',
      `the customer has no business ${shop.id}`,
      { subscriptions: [subscriptionWith({ customer_id: kim.id, address_id: elsewhere.id, business_id: shop.id })] },
    ],
    [
      'transactions.0.customer_id',
      `customer ${nobody} does not exist`,
      { transactions: [transactionWith({ customer_id: nobody })] },
    ],
    [
      'transactions.0.subscription_id',
      `subscription ${none} does not exist`,
      { transactions: [transactionWith({ subscription_id: none })] },
    ],
  ])('%s %s', async (path, problem, seed) => {
    const stranger = buildCustomer({ seed: 9 });
    const { customers = [], ...others } = seed as { customers?: object[] };
    const whole: UncheckedSeed = { ...others, customers: [...customers, stranger] };
    await expect(paddock.seed(whole)).rejects.toThrow(
      `Could not seed: ${path}: ${problem}. Correct it and seed again; nothing was added.`,
    );
    expect((await call(paddock, 'GET', `/customers/${stranger.id}`)).error.code).toBe('not_found');
  });

  test.each([
    ['{"customers":{}}', 'customers: must be an array'],
    ['{"customers":[5]}', 'customers.0: Invalid type. Expected: object, given: integer'],
    [
      JSON.stringify({ customers: [{ ...sam, email: 5 }] }),
      'customers.0.email: Invalid type. Expected: string, given: integer',
    ],
    [
      JSON.stringify({ customers: [sam, { ...kim, email: 'kim@nowhere' }] }),
      'customers.1.email: Cannot create or update customer with an invalid email address',
    ],
    ['{"notifications":[]}', 'notifications: is not a kind of entity; the kinds are customers, '],
    ['{"notification_settings":[]}', 'notification_settings: is not a kind of entity; the kinds are customers, '],
    [JSON.stringify({ addresses: Array(100_001).fill(1) }), 'addresses: must have at most 100000 entities'],
  ])('so are fixtures, and what the control plane is sent: %#', async (text, problem) => {
    await expect(startPaddock({ fixtures: JSON.parse(text) })).rejects.toThrow(`Could not seed: ${problem}`);
    const { error } = await call(paddock, 'POST', '/_paddock/seed', JSON.parse(text));
    expect(error.code).toBe('invalid_request');
  });
});

test('references to existing or other seeded entities are accepted, and entities counted by kind', async () => {
  await using paddock = await startPaddock({ fixtures });
  // Shares an email address with another, which the guide allows.
  const lee = { ...buildCustomer({ seed: 3 }), email: kim.email };
  const [there, works] = [addressOf(3, lee.id), businessOf(3, lee.id)];
  const subscription = subscriptionWith({ customer_id: lee.id, address_id: there.id, business_id: works.id });
  const counts = await paddock.seed({
    customers: [lee],
    addresses: [there],
    businesses: [works],
    subscriptions: [
      subscription,
      buildSubscription({ seed: 3, status: 'active', overrides: { ...references, business_id: shop.id } }),
    ],
    transactions: [
      ...fixtures.subscriptions.map(({ id }) => transactionWith({ subscription_id: id })),
      buildTransaction({
        seed: 3,
        status: 'draft',
        overrides: { customer_id: null, address_id: null, business_id: null, subscription_id: null },
      }),
    ],
  });
  expect(counts).toMatchObject({ customers: 1, addresses: 1, businesses: 1, subscriptions: 2, transactions: 2 });
  expect(Object.values(await paddock.seed({}))).toEqual(seedKinds.map(() => 0));
});
