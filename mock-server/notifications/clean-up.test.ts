import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { startPaddock } from '../index.ts';
import { remove } from '../resources/notification-settings/transitions.ts';
import { changed } from '../state/change.ts';
import { openDatabase } from '../state/database/database.ts';
import { call } from '../testing/call.ts';
import { destinationOf, waitingFor } from '../testing/destination.ts';
import { openAccounts } from '../testing/open-accounts.ts';

const customers = 3_000;
const start = '2027-03-31T12:00:00Z';

// Portions end by a clock that advances a millisecond per reading, so the machine's speed does not matter.
beforeEach(() => {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    time += 1;
    return time;
  });
});
afterEach(() => vi.restoreAllMocks());

/** Makes the log of an attempt to deliver to a destination. */
function logTo(setting: ReturnType<typeof destinationOf>) {
  const result = { ok: true, code: 200, contentType: null, body: '' };
  const attempt = { number: 1, attemptedAt: start, result, signature: null, chaos: [] };
  return { setting, waiting: waitingFor(setting), ...attempt };
}

/** Opens an account with two destinations, one of them to be removed, and notifications for both. */
function openWithNotifications(database = openDatabase()) {
  const [removed, kept] = [destinationOf(1), destinationOf(2)];
  const opened = openAccounts({ clock: { now: start, frozen: true } }, database);
  const account = opened.accounts.default();
  account.store.insertAll({ notification_settings: [removed, kept] });
  account.store.together(() => {
    for (let seed = 1; seed <= customers; seed += 1)
      account.store.apply(changed('customers', buildCustomer({ seed }), ['customer.created']));
  });
  const shown = () => account.store.notifications.list({ where: {}, order: 'DESC', limit: 10_000 });
  const left = () => opened.count('notifications');
  return { ...opened, account, removed, kept, shown, left };
}

test('rows of a removed destination are hidden at once, and removed in portions with turns for requests', async () => {
  const { account, accounts, removed, kept, shown, left, count } = openWithNotifications();
  const [one] = account.store.outbox.due(removed.id, account.clock.now(), 1);
  const id = String(one?.id);
  account.apply(remove(removed));
  expect(account.isIdle).toBe(false);
  expect(left()).toBeGreaterThan(customers);
  expect([shown().texts.length, shown().estimatedTotal]).toEqual([customers, customers]);
  expect(shown().texts.every((text) => JSON.parse(text).notification_setting_id === kept.id)).toBe(true);
  expect([account.store.notifications.has(id), account.store.notifications.findText(id)]).toEqual([false, undefined]);
  expect(account.store.outbox.find(id)).toBeUndefined();
  const outcome = { status: 'delivered', attemptedAt: start, deliveredAt: start, retryAt: null, due: null };
  account.apply({ entries: [{ entry: 'attempt', id, outcome, logs: [logTo(removed)] }] });
  expect(count('notification_logs')).toBe(0);
  let turns = 0;
  for (; account.cleanUp.isBusy; turns += 1) await setImmediate();
  expect(turns).toBeGreaterThan(1);
  expect(left()).toBe(customers);
  expect(accounts.countWaiting()).toBe(customers);
});

test('a removal goes on where its process ended in the middle of it', async () => {
  const database = openDatabase();
  const first = openWithNotifications(database);
  first.account.apply(remove(first.removed));
  await first.accounts.close();
  expect(first.left()).toBeGreaterThan(customers);
  const next = openAccounts({}, database);
  const account = next.accounts.default();
  expect(account.store.notifications.list({ where: {}, order: 'DESC', limit: 1 }).estimatedTotal).toBe(customers);
  await expect.poll(() => next.count('removed_settings'), { timeout: 30_000 }).toBe(0);
  expect(next.count('notifications')).toBe(customers);
});

test('a snapshot taken or restored during a removal is correct', async () => {
  const { account, accounts, removed, shown } = openWithNotifications();
  accounts.snapshots.take(account, 'before');
  account.apply(remove(removed));
  accounts.snapshots.take(account, 'after');
  accounts.snapshots.restore(account, 'before');
  expect(shown().estimatedTotal).toBe(2 * customers);
  while (account.cleanUp.isBusy) await setImmediate();
  expect(shown().estimatedTotal).toBe(2 * customers);
  accounts.snapshots.restore(account, 'after');
  expect(shown().estimatedTotal).toBe(customers);
});

test('expired rows are hidden at once, and removed in portions', async () => {
  const { account, left, count } = openWithNotifications();
  account.setClock({ now: '2027-07-01T00:00:00Z' });
  await setImmediate();
  expect(left()).toBeGreaterThan(0);
  while (account.cleanUp.isBusy) await setImmediate();
  expect([left(), count('events')]).toEqual([0, 0]);
});

test('an expired notification is not found, not even by its ID', async () => {
  await using paddock = await startPaddock({
    clock: { now: start, frozen: true },
    webhook: { url: 'http://127.0.0.1:9/' },
  });
  await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
  const { data } = await call(paddock, 'GET', '/notifications');
  await call(paddock, 'PUT', '/_paddock/clock', { now: '2027-06-29T11:59:59Z', frozen: true });
  expect((await call(paddock, 'GET', `/notifications/${data[0].id}`)).data.id).toBe(data[0].id);
  await call(paddock, 'PUT', '/_paddock/clock', { now: '2027-06-29T12:00:01Z', frozen: true });
  for (const [method, path] of [
    ['GET', ''],
    ['GET', '/logs'],
    ['POST', '/replay'],
  ] as const)
    expect((await call(paddock, method, `/notifications/${data[0].id}${path}`)).error.code).toBe('not_found');
});
