import { describe, expect, test } from 'vitest';
import { buildAddress, buildCustomer, buildSubscription, buildTransaction } from '#fixtures/index.ts';
import { destinationOf } from '../testing/destination.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { type Change, changed, inOrder } from './change.ts';

const customer = buildCustomer({ seed: 1 });
const [transaction, subscription] = [buildTransaction({ seed: 1 }), buildSubscription({ seed: 1 })];
const setting = destinationOf(1);
const names = ['transaction.paid', 'subscription.created', 'subscription.activated', 'transaction.updated'] as const;
const subscribed_events = names.map((name) => ({ name, description: '', group: '', available_versions: [1] }));

/** A purchase as one change: events of two entities alternate. */
const purchase: Change = inOrder(
  changed('transactions', { ...transaction, status: 'paid', subscription_id: null }, ['transaction.paid']),
  changed('subscriptions', subscription, ['subscription.created', 'subscription.activated']),
  changed('transactions', { ...transaction, subscription_id: subscription.id }, ['transaction.updated']),
  { entries: [{ entry: 'retired secret', settingId: setting.id, secret: 'former', endsAt: 9e15 }] },
);

function open() {
  const opened = openAccounts({ behaviours: { 'webhook-events': 'all' } });
  const { store } = opened.accounts.default();
  store.insertAll({ notification_settings: [{ ...setting, subscribed_events }] });
  const tables = ['transactions', 'subscriptions', 'events', 'notifications', 'retired_secrets'];
  return { ...opened, store, counts: () => tables.map(opened.count) };
}

describe('a change of several entities', () => {
  test('is stored with its events in their order, each with the entity as it was then, at one time', () => {
    const { store, counts } = open();
    store.apply(purchase);
    expect(counts()).toEqual([1, 1, 4, 4, 1]);
    const events = store.events.list({ where: {}, order: 'ASC', limit: 9 }).texts.map((text) => JSON.parse(text));
    expect(events.map(({ event_type }) => event_type)).toEqual(names);
    expect(events.map(({ data }) => data.subscription_id ?? data.id)).toEqual([
      transaction.id,
      subscription.id,
      subscription.id,
      subscription.id,
    ]);
    expect(new Set(events.map(({ occurred_at }) => occurred_at)).size).toBe(1);
    expect(store.transactions.require(transaction.id).subscription_id).toBe(subscription.id);
    const notified = store.notifications.list({ where: {}, order: 'ASC', limit: 9 }).texts;
    expect(notified.map((text) => JSON.parse(text).type)).toEqual(names);
  });

  test.each([
    ['subscriptions', 'INSERT ON subscriptions'],
    ['retired_secrets', 'INSERT ON retired_secrets'],
    ['events', "INSERT ON events WHEN NEW.event_type = 'subscription.activated'"],
    ['notifications', "INSERT ON notifications WHEN NEW.event_type = 'transaction.updated'"],
  ])('leaves nothing where a row of %s cannot be stored', (_table, moment) => {
    const { store, counts, database } = open();
    database.exec(`CREATE TRIGGER broken BEFORE ${moment} BEGIN SELECT raise(ABORT, 'disk full'); END`);
    expect(() => store.apply(purchase)).toThrow('disk full');
    expect(counts()).toEqual([0, 0, 0, 0, 0]);
    expect([store.transactions.has(transaction.id), store.secrets.retired(setting.id, 0)]).toEqual([false, []]);
    database.exec('DROP TRIGGER broken');
    store.apply(purchase);
    expect(counts()).toEqual([1, 1, 4, 4, 1]);
  });

  test('removes entities with the events that announce it, or does neither', () => {
    const { store, database, count } = open();
    const address = buildAddress({ seed: 1 });
    store.insertAll({ customers: [customer], addresses: [address] });
    const removal: Change = {
      deletes: [{ kind: 'addresses', id: address.id }],
      ...changed('customers', customer, ['customer.updated']),
    };
    database.exec("CREATE TRIGGER broken BEFORE INSERT ON events BEGIN SELECT raise(ABORT, 'disk full'); END");
    expect(() => store.apply(removal)).toThrow('disk full');
    expect([store.addresses.find(address.id), count('events')]).toEqual([address, 0]);
    database.exec('DROP TRIGGER broken');
    store.apply(removal);
    expect([store.addresses.find(address.id), count('events')]).toEqual([undefined, 1]);
  });
});

describe('an event', () => {
  test('of a type that the behaviours exclude is left out, and its entity is stored', () => {
    const { accounts, count } = openAccounts({ behaviours: { 'webhook-events': 'listed' } });
    const { store } = accounts.default();
    store.apply(changed('customers', customer, ['customer.imported', 'customer.updated']));
    expect([count('customers'), count('events')]).toEqual([1, 1]);
  });

  test('of no known type is a bug that stores nothing', () => {
    const { accounts, count } = openAccounts();
    const events = JSON.parse('["customer.creatd"]');
    expect(() => accounts.default().apply(changed('customers', customer, events))).toThrow('customer.creatd');
    expect([count('customers'), count('events')]).toEqual([0, 0]);
  });
});
