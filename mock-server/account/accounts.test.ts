import { describe, expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { exchange } from '../journal/testing/exchanges.ts';
import { changed } from '../state/change.ts';
import { destinationOf } from '../testing/destination.ts';
import { openAccounts } from '../testing/open-accounts.ts';

const keyOf = (number: number) =>
  `pdl_sdbx_apikey_01kpadd0ck0000000000${String(number).padStart(6, '0')}_AccountsTests000000000_000`;
const headerOf = (number: number) => `Bearer ${keyOf(number)}`;
const start = '2027-03-31T12:00:00Z';
const email = destinationOf(1);
const customer = buildCustomer({ seed: 1 });
const created = changed('customers', customer, ['customer.created']);

describe('a key', () => {
  test('is valid until the millisecond in which it expires', () => {
    const { accounts } = openAccounts({ clock: { now: start, frozen: true } });
    const account = accounts.default();
    const header = `Bearer ${accounts.createKey(account, { permissions: null, expiresAt: Date.parse(start) + 1000 })}`;
    account.setClock({ now: new Date(account.clock.now() + 999) });
    expect(accounts.authenticate(header).account).toBe(account);
    account.setClock({ now: new Date(account.clock.now() + 1) });
    expect(() => accounts.authenticate(header)).toThrow(
      expect.objectContaining({ code: 'invalid_token', hint: 'This key has expired.' }),
    );
    expect(accounts.accountOf(header)).toBe(account);
  });

  test('is invalid once revoked', () => {
    const { accounts } = openAccounts();
    const account = accounts.default();
    const key = accounts.createKey(account, { permissions: ['customer.read'], expiresAt: null });
    expect(accounts.authenticate(`Bearer ${key}`)).toMatchObject({
      apiKey: key,
      permissions: new Set(['customer.read']),
    });
    expect(accounts.revokeKey(account, key)).toBe(true);
    expect(() => accounts.authenticate(`Bearer ${key}`)).toThrow(
      expect.objectContaining({ code: 'invalid_token', hint: 'This key was revoked.' }),
    );
  });
});

test('accounts are counted, and found by their number', () => {
  const { accounts } = openAccounts();
  expect([accounts.isNew, accounts.count(), accounts.countWaiting()]).toEqual([true, 0, 0]);
  const { account } = accounts.authenticate(headerOf(1));
  void accounts.snapshots.take(account, 'one');
  expect([accounts.isNew, accounts.count(), accounts.evicted]).toEqual([false, 1, 0]);
  expect(accounts.byId(account.id)).toBe(account);
  expect(() => accounts.byId(99)).toThrow('There is no account 99 in the store.');
});

describe('a fork', () => {
  test('has the clock, the behaviours, the plans and the IDs of its original', () => {
    const { accounts } = openAccounts({ seed: 1 });
    const account = accounts.default();
    account.setClock({ now: start, frozen: true });
    account.setBehaviours({ ...account.behaviours, timestamps: 'fractions', 'duplicate-emails': 'reject' });
    account.chaos.set('ntfset_1', { drop_first: 2 });
    account.store.insertAll({ customers: [customer] });
    const forked = accounts.authenticate(`Bearer ${accounts.fork(account, keyOf(1))}`).account;
    expect(forked).not.toBe(account);
    expect(forked.store.customers.find(customer.id)).toEqual(customer);
    expect(forked.memory).toEqual(account.memory);
    expect(forked.memory.chaos).toEqual([['ntfset_1', { plan: { drop_first: 2 }, applied: {} }]]);
  });

  test.each([
    ['key', 'This is not an API key'],
    ['pdl_live_apikey_1', 'This is a live key. '],
    [keyOf(1), 'the key is in use'],
  ])('under the key %s is refused', (key, reason) => {
    const { accounts } = openAccounts();
    const { account } = accounts.authenticate(headerOf(1));
    expect(() => accounts.fork(account, key)).toThrow(`Could not fork the account: ${reason}`);
    expect(() => accounts.fork(account, key)).toThrow(UsageError);
  });
});

describe('beyond the limit of accounts', () => {
  test('the one that was used last is kept, and the key of one that was forgotten opens another', () => {
    const { accounts, count } = openAccounts({ maxAccounts: 3 });
    const open = (number: number) => accounts.authenticate(headerOf(number)).account;
    const [first, second, third] = [open(1), open(2), open(3)];
    second.store.insertAll({ customers: [customer] });
    void accounts.snapshots.take(second, 'one');
    second.journal.add(exchange());
    expect(open(1)).toBe(first);
    const fourth = open(4);
    expect([open(1), open(3), open(4)]).toEqual([first, third, fourth]);
    expect([accounts.evicted, accounts.count(), count('customers'), count('snapshots'), count('accounts')]).toEqual([
      1, 3, 0, 0, 3,
    ]);
    expect(second.journal.count).toBe(0);
    expect(open(2)).not.toBe(second);
    expect(accounts.evicted).toBe(2);
    expect([open(3), open(4)]).toEqual([third, fourth]);
    expect(open(1)).not.toBe(first);
  });

  test('one with a request or a delivery in progress is kept', () => {
    const { accounts } = openAccounts({ maxAccounts: 2 });
    const open = (number: number) => accounts.authenticate(headerOf(number)).account;
    const [asked, delivering] = [open(1), open(2)];
    asked.requests = 1;
    delivering.store.insertAll({ notification_settings: [email] });
    delivering.store.apply(created);
    for (const number of [3, 4, 5]) open(number);
    expect([open(1), open(2)]).toEqual([asked, delivering]);
    expect(accounts.evicted).toBe(2);
  });

  test('the first forgotten one is reported, and each thousandth', () => {
    const { accounts, notices } = openAccounts({ maxAccounts: 1 });
    for (let number = 0; number <= 1001; number += 1) accounts.authenticate(headerOf(number));
    expect(accounts.evicted).toBe(1001);
    expect(notices).toEqual([1, 1000].map((count) => expect.stringMatching(`^Removed ${count} .*--max-accounts 1`)));
  });
});

describe('deliveries that an earlier run left', () => {
  /** Leaves accounts with a pending notification and no delivery. */
  function leave() {
    const left = openAccounts();
    const account = left.accounts.default();
    account.store.insertAll({ notification_settings: [email] });
    account.store.apply(created);
    void left.accounts.snapshots.take(account, 'one');
    expect(left.accounts.countWaiting()).toBe(1);
    return { ...left, account };
  }

  test('are made after resuming', async () => {
    const { accounts } = openAccounts({}, leave().database);
    accounts.resume();
    await expect.poll(() => accounts.countWaiting()).toBe(0);
  });

  test('are made while settling', async () => {
    const { accounts } = leave();
    await accounts.settle(10_000);
    expect(accounts.countWaiting()).toBe(0);
  });

  test('stay pending after closing', async () => {
    const { accounts, account } = leave();
    await accounts.close();
    account.agenda.wake();
    await account.dispatcher.settle(10_000);
    expect(accounts.countWaiting()).toBe(1);
  });
});
