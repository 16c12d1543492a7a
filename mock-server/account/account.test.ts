import { describe, expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { exchange } from '../journal/testing/exchanges.ts';
import { profile } from '../spec/behaviours.ts';
import { changed } from '../state/change.ts';
import type { Database } from '../state/database/sqlite.ts';
import { destinationOf, waitingFor } from '../testing/destination.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import type { Account } from './account.ts';

const now = '2027-03-31T12:00:00.250Z';
const setting = destinationOf(1);

/** A log of an attempt for it. */
const log = {
  setting,
  waiting: waitingFor(setting),
  attemptedAt: now,
  result: { ok: true, code: 200, contentType: null, body: '' },
  signature: null,
  chaos: [],
};

/** Logs an attempt to deliver an existing notification. */
function logAttempt(database: Database, { id, store }: Account, number = 1): void {
  database.exec(`INSERT OR IGNORE INTO notifications (account, id, notification_setting_id, event_id, event_type, status,
    payload, origin, occurred_at, occurred, about, searched)
    VALUES (${id}, 'ntf_1', '${setting.id}', 'evt_1', 'customer.created', 'failed', '{}', 'event', '', 0, '', '')`);
  const outcome = { status: 'delivered', attemptedAt: now, deliveredAt: now, retryAt: null, due: null };
  store.apply({ entries: [{ entry: 'attempt', id: 'ntf_1', outcome, logs: [{ ...log, number }] }] });
}

/** Opens an account with a frozen clock, and a function to reopen it. */
function openAccount(options: Parameters<typeof openAccounts>[0] = {}) {
  const opened = openAccounts({ clock: { now, frozen: true }, ...options });
  return {
    ...opened,
    account: opened.accounts.default(),
    /** Reopens the account, as the next run of the server does. */
    again: () => openAccounts(options, opened.database).accounts.default(),
  };
}

describe('an account', () => {
  test('formats the time by its behaviours, as soon as they change', () => {
    const { account } = openAccount();
    expect(account.moment()).toMatchObject({ time: Date.parse(now), now: '2027-03-31T12:00:00Z' });
    account.setBehaviours(profile('official'));
    expect(account.moment().now).toBe('2027-03-31T12:00:00.25Z');
    account.setClock({ now: new Date(account.clock.now() + 1) });
    expect(account.moment().now).toBe('2027-03-31T12:00:00.251Z');
  });

  test('is unchanged if a change of it cannot be stored', () => {
    const { account, database } = openAccount();
    const { memory, spec } = account;
    database.exec("CREATE TRIGGER broken BEFORE UPDATE ON accounts BEGIN SELECT raise(ABORT, 'disk full'); END");
    for (const change of [
      () => account.setBehaviours(profile('official')),
      () => account.setClock({ now: '2030-01-01T00:00:00Z', frozen: false }),
      () => account.reset(() => undefined),
    ]) {
      expect(change).toThrow('disk full');
      expect([account.memory, account.spec]).toEqual([memory, spec]);
      expect(account.spec).toBe(spec);
    }
  });

  test('has other IDs than another of the same seed, for entities and logs', () => {
    const opened = openAccount({ seed: 1 });
    const { account, accounts } = opened;
    const other = accounts.authenticate(`Bearer ${account.ids.text(50).toLowerCase()}`).account;
    const made = [account, other].flatMap((one) => {
      logAttempt(opened.database, one);
      return [one.ids.next('ctm').slice(4), ...one.store.logs.list({ limit: 1 }).map(({ id }) => id.slice(7))];
    });
    expect(new Set(made).size).toBe(4);
  });

  test('delivers changes in the background', async () => {
    const { account, accounts } = openAccount();
    account.store.insertAll({ notification_settings: [setting] });
    account.apply(changed('customers', buildCustomer({ seed: 1 }), ['customer.created']));
    expect(accounts.countWaiting()).toBe(1);
    await expect.poll(() => accounts.countWaiting()).toBe(0);
  });

  test('delivers what falls due when its clock is set', async () => {
    const { account, accounts } = openAccount();
    account.store.insertAll({ notification_settings: [setting] });
    account.chaos.set(setting.id, { delay_seconds: 60 });
    account.store.apply(changed('customers', buildCustomer({ seed: 1 }), ['customer.created']));
    expect(await account.dispatcher.settle(10_000)).toEqual({ due: 0, later: 1 });
    account.setClock({ now: '2027-03-31T12:01:01Z' });
    await expect.poll(() => accounts.countWaiting()).toBe(0);
  });

  test.each([{}, { clock: undefined }])('that is reset with %j has none of its former data', (options) => {
    const { account } = openAccount(options);
    const { ids: _ids, logIds: _logIds, ...before } = account.memory;
    account.setClock({ now: '2030-01-01T00:00:00Z', frozen: !account.clock.frozen });
    account.setBehaviours(profile('official'));
    account.store.insertAll({ customers: [buildCustomer({ seed: 1 })] });
    account.chaos.set('ntfset_1', { drop_first: 2 });
    account.faults.add({ error: 503 });
    account.rateLimit.admit('per-key', 'key', 0);
    account.journal.add(exchange());
    account.reset(() => account.store.insertAll({ customers: [buildCustomer({ seed: 2 })] }));
    expect(account.memory).toMatchObject({ behaviours: before.behaviours, chaos: [] });
    expect(account.clock.frozen).toBe(before.clock.frozen);
    expect(Math.abs(account.clock.now() - Date.parse(before.clock.now))).toBeLessThan(60_000);
    expect([account.store.customers.has(buildCustomer({ seed: 1 }).id), account.faults.list()]).toEqual([false, []]);
    expect(account.store.customers.has(buildCustomer({ seed: 2 }).id)).toBe(true);
    expect(account.journal.count).toBe(0);
    expect(account.rateLimit.admit('per-key', 'key', 0).remaining).toBe(99);
  });
});

describe('an account that goes back to a snapshot', () => {
  test('is restored for the next run too, with its destinations and the state of its IDs', () => {
    const { account, accounts, again, database } = openAccount({ seed: 1 });
    accounts.snapshots.take(account, 'one');
    const { memory } = account;
    account.store.insertAll({ notification_settings: [setting] });
    account.setClock({ now: '2030-01-01T00:00:00Z', frozen: true });
    account.setBehaviours(profile('official'));
    account.creation('ctm');
    logAttempt(database, account);
    expect(account.store.activeSettings).toHaveLength(1);
    expect(account.memory.logIds).not.toEqual(memory.logIds);
    accounts.snapshots.restore(account, 'one');
    expect(account.memory).toEqual(memory);
    expect(account.store.activeSettings).toEqual([]);
    const { behaviours, clock } = again().memory;
    expect([behaviours, clock]).toEqual([memory.behaviours, memory.clock]);
  });
});

describe('new IDs sort behind those that are stored', () => {
  /** Opens an account with an entity and a log from a year that its clock is then set back from. */
  function putBack() {
    const opened = openAccount();
    const { account } = opened;
    account.setClock({ now: '2040-01-01T00:00:00Z', frozen: true });
    const { id } = account.creation('ctm');
    account.store.insertAll({ customers: [buildCustomer({ seed: 1, overrides: { id } })] });
    logAttempt(opened.database, account);
    account.setClock({ now, frozen: true });
    return { ...opened, id };
  }
  test('after the server was restarted with a clock that was set back', () => {
    const { id, again, database } = putBack();
    const account = again();
    expect(account.creation('ctm').id > id).toBe(true);
    logAttempt(database, account, 2);
    expect(account.store.logs.list({ limit: 9 }).map(({ attempt: number }) => number)).toEqual([2, 1]);
  });

  test('after initial entities were added', () => {
    const { account } = openAccount();
    const { id } = account.creation('ctm');
    const late = id.replace(/^ctm_../, 'ctm_1z');
    account.insertAll({ customers: [buildCustomer({ seed: 1, overrides: { id: late } })] });
    expect(account.creation('ctm').id > late).toBe(true);
  });

  test('after a snapshot was restored', () => {
    const { id, account, accounts, database } = putBack();
    accounts.snapshots.take(account, 'one');
    accounts.snapshots.restore(account, 'one');
    expect(account.creation('ctm').id > id).toBe(true);
    logAttempt(database, account, 2);
    expect(account.store.logs.list({ limit: 9 }).map(({ attempt: number }) => number)).toEqual([2, 1]);
  });

  test('after an attempt was logged in a year without entities', () => {
    const { account, again, database } = openAccount();
    account.setClock({ now: '2040-01-01T00:00:00Z', frozen: true });
    logAttempt(database, account);
    account.setClock({ now, frozen: true });
    expect(again().creation('ctm').id < 'ctm_01q').toBe(true);
  });
});
