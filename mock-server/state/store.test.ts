import { describe, expect, test } from 'vitest';
import {
  buildAddress,
  buildCustomer,
  buildNotificationSetting,
  buildSubscription,
  buildTransaction,
} from '#fixtures/index.ts';
import { Ids } from '../ids/ids.ts';
import { secureRandom } from '../ids/random.ts';
import { destinationOf, waitingFor } from '../testing/destination.ts';
import { changed } from './change.ts';
import { Collection } from './collection.ts';
import { openDatabase, statementsOf } from './database/database.ts';
import type { ListQuery } from './lists/list-query.ts';
import { Store } from './store.ts';

function openStore(limits = { maxEvents: 100, maxWaiting: 100 }) {
  const notices: string[] = [];
  const database = openDatabase();
  const time = Date.parse('2026-07-01T00:00:00Z');
  const open = (account: number) =>
    new Store({
      limits,
      notice: (message) => notices.push(message),
      transaction: database.transaction,
      statements: statementsOf(database),
      account,
      ids: new Ids(() => time, secureRandom()),
      logIds: new Ids(() => time, secureRandom()),
      now: () => ({ time, now: '2026-07-01T00:00:00Z' }),
      hasEventType: (type) => type.startsWith('customer.'),
      firstDue: (_setting, now) => now,
    });
  const eventTypes = () =>
    database.prepare('SELECT event_type FROM events WHERE account = 1 ORDER BY id').pluck().all();
  return { database, time, notices, store: open(1), other: open(2), eventTypes };
}

describe.each([
  ['without a destination', []],
  ['with a destination', [destinationOf(1)]],
])('the store %s', (_where, notification_settings) => {
  function openStoreWithThem(limits?: { maxEvents: number; maxWaiting: number }) {
    const opened = openStore(limits);
    opened.store.insertAll({ notification_settings });
    return opened;
  }

  test('keeps a change and its events together', () => {
    const { store, eventTypes } = openStoreWithThem();
    const customer = buildCustomer({ seed: 1 });
    store.apply(changed('customers', customer, ['customer.created']));
    store.apply(changed('customers', { ...customer, name: 'New' }, ['customer.updated']));
    expect(store.customers.require(customer.id).name).toBe('New');
    expect(eventTypes()).toEqual(['customer.created', 'customer.updated']);
  });

  test('stores nothing of a change without disk space, and all of it once there is space', () => {
    const { database, store, eventTypes } = openStoreWithThem();
    const [small, large] = [
      buildCustomer({ seed: 1 }),
      buildCustomer({ seed: 2, overrides: { name: 'long'.repeat(20_000) } }),
    ];
    store.apply(changed('customers', small, ['customer.created']));
    // Room for the customer, but not for its event as well.
    database.pragma(`max_page_count = ${Number(database.pragma('page_count')) + 24}`);
    const change = changed('customers', large, ['customer.created']);
    expect(() => store.apply(change)).toThrow('full');
    expect(store.customers.list({ where: {}, order: 'ASC', limit: 9 })).toMatchObject({ estimatedTotal: 1 });
    expect(store.customers.findText(large.id)).toBeUndefined();
    database.pragma('max_page_count = 1000000');
    store.apply(change);
    expect(eventTypes()).toEqual(['customer.created', 'customer.created']);
  });

  test('stores nothing of changes made together if one of them fails, even if its error was caught', () => {
    const { database, store, eventTypes } = openStoreWithThem();
    const [good, bad] = [buildCustomer({ seed: 1 }), buildCustomer({ seed: 2 })];
    database.exec(`CREATE TRIGGER broken BEFORE INSERT ON events WHEN instr(NEW.data, '${bad.id}')
      BEGIN SELECT raise(ABORT, 'disk full'); END`);
    const add = (customer: typeof good) => store.apply(changed('customers', customer, ['customer.created']));
    const together = () =>
      store.together(() => {
        add(good);
        expect(() => add(bad)).toThrow('disk full');
      });
    expect(together).toThrow('disk full');
    expect([store.customers.all({}), eventTypes()]).toEqual([[], []]);
    store.together(() => add(good));
    expect([store.customers.all({}), eventTypes()]).toEqual([[good], ['customer.created']]);
  });

  test('stores nothing of a change whose event cannot be stored', () => {
    const { database, store } = openStoreWithThem();
    database.exec("CREATE TRIGGER broken BEFORE INSERT ON events BEGIN SELECT raise(ABORT, 'disk full'); END");
    const customer = buildCustomer({ seed: 1 });
    expect(() => store.apply(changed('customers', customer, ['customer.created']))).toThrow('disk full');
    expect(store.customers.has(customer.id)).toBe(false);
    expect(store.customers.list({ where: {}, order: 'ASC', limit: 1 }).estimatedTotal).toBe(0);
  });

  test('forgets the oldest events beyond its limit, a tenth at a time, and no pending notifications', () => {
    const { store, time, notices, eventTypes } = openStoreWithThem({ maxEvents: 30, maxWaiting: 100 });
    const kept = Array.from({ length: 64 }, (_, seed) => {
      store.apply(changed('customers', buildCustomer({ seed }), ['customer.created']));
      return eventTypes().length;
    });
    expect(kept.slice(-5)).toEqual([30, 31, 32, 30, 31]);
    expect(store.events.list({ where: {}, order: 'ASC', limit: 1 }).estimatedTotal).toBe(31);
    for (const { id } of notification_settings)
      expect(store.outbox.countWaiting(id, time)).toEqual({ due: 64, later: 0 });
    expect(notices).toEqual([]);
  });

  test('forgets expired events', () => {
    const { store, eventTypes } = openStoreWithThem();
    store.apply(changed('customers', buildCustomer({ seed: 1 }), ['customer.created']));
    expect(store.forgetting.step(Date.parse('2026-09-29T00:00:00Z'))).toBe(false);
    expect(eventTypes()).toEqual(['customer.created']);
    expect(store.forgetting.step(Date.parse('2026-09-29T00:00:01Z'))).toBe(false);
    expect(eventTypes()).toEqual([]);
  });
});

describe('the store', () => {
  test('gives up pending notifications beyond its limit, and reports how many', () => {
    const { store, notices } = openStore({ maxEvents: 100, maxWaiting: 30 });
    store.insertAll({ notification_settings: [destinationOf(1)] });
    for (let seed = 0; seed < 35; seed += 1)
      store.apply(changed('customers', buildCustomer({ seed }), ['customer.created']));
    expect(notices).toEqual([expect.stringMatching(/^Failed 2 .*--max-waiting 30/)]);
  });

  test('notifies destinations in the order of their creation', () => {
    const { store } = openStore();
    const settings = [1, 2, 3]
      .map((seed) => destinationOf(seed))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
    store.insertAll({ notification_settings: settings.toReversed() });
    expect(store.activeSettings).toEqual(settings);
  });

  test('forgets removed destinations and secrets', () => {
    const { store } = openStore();
    const setting = destinationOf(1);
    store.insertAll({ notification_settings: [setting] });
    store.apply({ entries: [{ entry: 'retired secret', settingId: setting.id, secret: 'old', endsAt: 2 }] });
    expect([store.notification_settings.find(setting.id), store.secrets.retired(setting.id, 1)]).toEqual([
      setting,
      ['old'],
    ]);
    expect(store.secrets.retired('ntfset_1', 1)).toEqual([]);
    store.clear();
    expect(store.secrets.retired(setting.id, 1)).toEqual([]);
    store.insertAll({ notification_settings: [setting] });
    expect(store.notification_settings.find(setting.id)).toEqual(setting);
    store.apply({ deletes: [{ kind: 'notification_settings', id: setting.id }] });
    expect(store.notification_settings.find(setting.id)).toBeUndefined();
  });

  test('reads the last written value, and not a stale one', () => {
    const { store } = openStore();
    const customer = buildCustomer({ seed: 1, overrides: { name: 'First' } });
    const named = (name: string) => changed('customers', { ...customer, name }, []);
    const name = () => store.customers.find(customer.id)?.name;
    expect(name()).toBeUndefined();
    store.apply(named('First'));
    expect(name()).toBe('First');
    store.apply(changed('customers', { ...customer, name: 'Second' }, ['customer.updated']));
    expect(name()).toBe('Second');
    expect(store.asBefore(name)).toBe('First');
    expect(name()).toBe('Second');
    const fail = () => {
      store.apply(named('Third'));
      expect(name()).toBe('Third');
      throw new Error('in the middle');
    };
    expect(() => store.together(fail)).toThrow('in the middle');
    expect(name()).toBe('Second');
    store.insertAll({ customers: [{ ...customer, name: 'Fourth' }] });
    expect(name()).toBe('Fourth');
    store.clear();
    expect(name()).toBeUndefined();
  });

  test('reads each of many more entities than it caches', () => {
    const { store } = openStore();
    const customer = buildCustomer({ seed: 1 });
    const ids = Array.from({ length: 1_100 }, (_, index) => `ctm_01h${String(index).padStart(23, '0')}`);
    store.insertAll({ customers: ids.map((id) => ({ ...customer, id })) });
    for (const id of [...ids, ...ids]) expect(store.customers.find(id)?.id).toBe(id);
  });

  test('lists all matches of a filter, newest first', () => {
    const { store } = openStore();
    const settings = [1, 2, 3].map((seed) => buildNotificationSetting({ seed, overrides: { active: seed > 1 } }));
    store.insertAll({ notification_settings: settings });
    const ids = settings
      .map(({ id }) => id)
      .toSorted()
      .reverse();
    expect(store.notification_settings.all({}).map(({ id }) => id)).toEqual(ids);
    expect(store.notification_settings.all({ active: ['false'] })).toEqual([settings[0]]);
  });

  test("finds the entities of a customer, and none of another's", () => {
    const { store } = openStore();
    const address = buildAddress({ seed: 1 });
    const customer = buildCustomer({ seed: 1 });
    store.insertAll({ customers: [customer], addresses: [address] });
    expect(store.addresses.requireOf(address.customer_id, address.id)).toEqual(address);
    expect(store.addresses.requireTextOf(address.customer_id, address.id)).toBe(JSON.stringify(address));
    for (const [kind, owner, id] of [
      ['addresses', 'ctm_1', address.id],
      ['addresses', address.customer_id, 'add_1'],
      ['customers', customer.id, customer.id],
    ] as const) {
      const refusal = expect.objectContaining({ code: 'not_found', message: `Entity ${id} not found` });
      expect(() => store[kind].requireOf(owner, id)).toThrow(refusal);
      expect(() => store[kind].requireTextOf(owner, id)).toThrow(refusal);
    }
  });

  test('writes all changes of a turn or none, rejects every caller on failure, and goes on afterwards', async () => {
    const { store } = openStore();
    const [first, second] = [buildCustomer({ seed: 1 }), buildCustomer({ seed: 2 })];
    const write = (customer: typeof first) => store.applyInTurn(() => changed('customers', customer, []));
    const fail = () => {
      throw new Error('in the middle');
    };
    const outcomes = await Promise.allSettled([write(first), store.applyInTurn(fail)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await write(second);
    expect([store.customers.has(first.id), store.customers.has(second.id)]).toEqual([false, true]);
  });

  test('filters delivery attempts, and shows the injected faults', () => {
    const { store } = openStore();
    const setting = destinationOf(1);
    const waiting = waitingFor(setting);
    store.insertAll({ notification_settings: [setting] });
    store.apply(changed('customers', buildCustomer({ seed: 1 }), ['customer.created']));
    const [id = ''] = store.notifications.list({ where: {}, order: 'ASC', limit: 1 }).ids;
    const result = { ok: true, code: 200, contentType: null, body: '' };
    const about = { setting, waiting: { ...waiting, id }, attemptedAt: '2026-07-01T00:00:00Z', signature: null };
    const outcome = {
      status: 'delivered',
      attemptedAt: about.attemptedAt,
      deliveredAt: null,
      retryAt: null,
      due: null,
    };
    const failed = { ...result, ok: false, code: 500 };
    const logs = [
      { ...about, number: 1, result: failed, chaos: ['duplicate', 'reorder'] as const },
      { ...about, number: 2, result, chaos: [] },
    ];
    store.apply({ entries: [{ entry: 'attempt', id, outcome, logs }] });
    const attempts = (filter: object) => store.logs.list({ limit: 9, ...filter }).map(({ attempt }) => attempt);
    expect(store.logs.list({ limit: 9 }).map(({ chaos }) => chaos)).toEqual([[], ['duplicate', 'reorder']]);
    expect(store.logs.list({ limit: 9 }).map(({ id }) => id.slice(0, 7))).toEqual(['ntflog_', 'ntflog_']);
    expect(attempts({})).toEqual([2, 1]);
    expect(attempts({ status: 'delivered' })).toEqual([2]);
    expect(attempts({ limit: 1 })).toEqual([2]);
    expect(attempts({ status: undefined, event_type: undefined })).toEqual([2, 1]);
    expect(attempts({ status: 'failed', event_type: 'customer.created' })).toEqual([1]);
    expect(attempts({ status: 'failed', event_type: 'customer.updated' })).toEqual([]);
    expect(attempts({ notification_setting_id: 'ntfset_1' })).toEqual([]);
  });

  test('counts by status through changes of status and removal', () => {
    const { store } = openStore();
    const total = (status: string) =>
      store.customers.list({ where: { status: [status] }, order: 'ASC', limit: 1 }).estimatedTotal;
    const customers = [1, 2, 3].map((seed) => buildCustomer({ seed, overrides: { status: 'active' } }));
    store.insertAll({ customers });
    const [first] = customers;
    if (!first) throw new Error('There is no first customer.');
    store.apply(changed('customers', { ...first, status: 'archived' }, []));
    expect([total('active'), total('archived')]).toEqual([2, 1]);
    store.clear();
    expect([total('active'), total('archived')]).toEqual([0, 0]);
  });

  test('counts the matches of a list, up to 100,001', () => {
    const { database, store } = openStore();
    const customers = [1, 2, 3].map((seed) => buildCustomer({ seed, overrides: { status: 'active' } }));
    const subscriptions = [1, 2, 3].map((seed) => buildSubscription({ seed }));
    store.insertAll({ customers, subscriptions, transactions: [buildTransaction({ seed: 1 })] });
    const page = { order: 'ASC', limit: 1 } as const;
    const { id = '', email = '' } = customers[0] ?? {};
    const totals = [
      store.customers.list({ ...page, where: {} }),
      store.customers.list({ ...page, where: { email: [email] } }),
      store.customers.list({ ...page, where: { status: ['active'], id: [id] } }),
      store.customers.list({ ...page, where: {}, search: email }),
      store.subscriptions.list({ ...page, where: {}, prices: ['pri_1'] }),
      store.transactions.list({ ...page, where: {}, times: [{ column: 'created_at', operator: '<', time: 0 }] }),
    ];
    expect(totals.map(({ estimatedTotal }) => estimatedTotal)).toEqual([3, 1, 1, 1, 0, 0]);
    database.exec(`WITH RECURSIVE many (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM many WHERE n < 100002)
      INSERT INTO events SELECT 1, 'evt_' || n, 'customer.created', '', '{}' FROM many`);
    expect(store.events.list({ ...page, where: {} }).estimatedTotal).toBe(100_001);
  });

  test('isolates accounts', () => {
    const { store, other } = openStore();
    const customer = buildCustomer({ seed: 1 });
    store.insertAll({ customers: [customer] });
    expect(other.customers.has(customer.id)).toBe(false);
    other.clear();
    expect(store.customers.has(customer.id)).toBe(true);
  });

  test.each([
    ["status = 'archived'", 'customers_by_status'],
    ["status = 'active'", 'sqlite_autoindex_customers_1'],
    ["email = 'a'", 'customers_by_email'],
    ["email = 'a' AND status = 'active'", 'customers_by_email'],
    ['+status IN (SELECT value FROM json_each(1))', 'sqlite_autoindex_customers_1'],
    ['1', 'sqlite_autoindex_customers_1'],
  ])('finds a page where %s by %s, without sorting', (filter, index) => {
    const { database } = openStore();
    const sql = `SELECT id, json FROM customers WHERE account = 1 AND ${filter} AND id < 'x' ORDER BY id DESC LIMIT 51`;
    const plan = JSON.stringify(database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all());
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/TEMP B-TREE|SCAN customers/);
  });

  describe('finds a page of transactions by their times', () => {
    const transactions = Array.from({ length: 2_000 }, (_, seed) =>
      buildTransaction({
        seed,
        overrides: {
          billed_at: seed % 3 === 0 ? null : '2026-07-01T00:00:00Z',
          created_at: new Date(Date.UTC(2026, 6, 1, 0, seed)).toISOString(),
          origin: seed === 0 ? 'subscription_charge' : 'web',
          status: seed === 1 ? 'canceled' : 'completed',
        },
      }),
    );
    const page = { where: {}, order: 'DESC', limit: 5 } as const;
    const start = transactions[7]?.id;
    const startWithout = transactions[6]?.id;

    /** Returns the query plans of a list, except for its count. */
    function plansOf(query: ListQuery): string {
      const { database, store } = openStore();
      store.insertAll({ transactions });
      const asked: string[] = [];
      const statements = statementsOf(database);
      const list = new Collection('transactions', 1, (sql) => {
        asked.push(sql);
        return statements(sql);
      });
      expect(list.list({ ...query, isCounted: false }).texts.length).toBeGreaterThan(0);
      const pages = asked.filter((sql) => sql.includes('ORDER BY'));
      return JSON.stringify(pages.map((sql) => database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...valuesFor(sql))));
    }

    test.each<[string, Partial<ListQuery>]>([
      ['billed_at', {}],
      ['billed_at', { order: 'ASC' }],
      ['billed_at', { after: start }],
      ['billed_at', { after: startWithout }],
      ['billed_at', { after: start, order: 'ASC' }],
      ['billed_at', { after: startWithout, order: 'ASC' }],
      ['created_at', { after: start }],
      ['updated_at', {}],
      ['created_at', { where: { status: ['completed'] } }],
      ['created_at', { where: { origin: ['web'] } }],
      ['created_at', { times: [{ column: 'created_at', operator: '>', time: Date.UTC(2026, 6, 1, 1) }] }],
    ])('by %s along its index, without sorting: %o', (by, query) => {
      const plans = plansOf({ ...page, by, ...query });
      expect(plans).toContain(`transactions_by_${by}`);
      expect(plans).not.toMatch(/TEMP B-TREE|SCAN transactions/);
    });

    test.each<[string, ListQuery['where']]>([
      ['transactions_by_origin', { origin: ['subscription_charge'] }],
      ['transactions_by_status', { status: ['canceled'] }],
      ['transactions_by_customer_id', { customer_id: [transactions[0]?.customer_id ?? ''] }],
    ])('by %s where few are let through, and sorts those', (index, where) => {
      const plans = plansOf({ ...page, by: 'created_at', where });
      expect(plans).toContain(index);
      expect(plans).not.toContain('transactions_by_created_at');
    });
  });
});

/** Returns a value for each placeholder. */
function valuesFor(sql: string): number[] {
  return Array.from(sql.matchAll(/\?/g), () => 1);
}
