import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../account/account.ts';
import { startReceiver } from '../control-client/receiver.ts';
import { remove } from '../resources/notification-settings/transitions.ts';
import { changed } from '../state/change.ts';
import { destinationOf } from '../testing/destination.ts';
import { openAccounts } from '../testing/open-accounts.ts';

const now = '2027-03-31T12:00:00Z';

/** Opens an account with a frozen clock, customers, and destinations with an optional delay. */
function waiting(settings: ReturnType<typeof destinationOf>[], delay_seconds: number, customers = 1) {
  const opened = openAccounts({ clock: { now, frozen: true } });
  const account = opened.accounts.default();
  account.store.insertAll({ notification_settings: settings });
  for (const { id } of settings) if (delay_seconds > 0) account.chaos.set(id, { delay_seconds });
  const add = (count: number) => {
    for (let seed = 1; seed <= count; seed += 1)
      account.store.apply(changed('customers', buildCustomer({ seed }), ['customer.created']));
  };
  add(customers);
  return { ...opened, account, add, logs: () => account.store.logs.list({ limit: 9 }) };
}

test.each([
  [0, { due: 2, later: 0 }],
  [60, { due: 0, later: 2 }],
])('what waits for %i seconds is counted over all destinations', async (delay, counted) => {
  const { account, logs } = waiting([destinationOf(1), destinationOf(2)], delay);
  expect(account.dispatcher.waiting()).toEqual(counted);
  expect(account.dispatcher.hasWork).toBe(true);
  await account.agenda.advance(60_000);
  expect(account.dispatcher.waiting()).toEqual({ due: 0, later: 0 });
  expect(account.dispatcher.hasWork).toBe(false);
  expect(logs()).toMatchObject(
    Array(2).fill({
      status: 'delivered',
      response_code: 200,
      response_body: 'Recorded; Paddock sends no email.',
      signature: null,
      chaos: [],
    }),
  );
});

test('pending notifications are delivered when a running clock reaches their time', async () => {
  const { account, accounts } = waiting([destinationOf(1)], 60);
  account.setClock({ now: '2027-03-31T12:00:59.950Z', frozen: false });
  await expect.poll(() => accounts.countWaiting()).toBe(0);
});

test('a clock cannot be advanced backwards, and trying delivers nothing', () => {
  const { account, accounts } = waiting([destinationOf(1)], 0);
  expect(() => account.agenda.advance(-1)).toThrow(UsageError);
  expect([account.clock.now(), accounts.countWaiting()]).toEqual([Date.parse(now), 1]);
});

test('an attempt that cannot be recorded is reported, and repeated once it can be', async () => {
  const { account, database, reports, logs } = waiting([destinationOf(1)], 0);
  database.exec("CREATE TRIGGER broken BEFORE UPDATE ON notifications BEGIN SELECT raise(ABORT, 'disk full'); END");
  await expect(account.agenda.advance(1000)).rejects.toMatchObject({ message: 'disk full' });
  // Nothing is attempted in the meantime.
  expect(await account.dispatcher.settle(1)).toEqual({ due: 1, later: 0 });
  expect(reports.map(String)).toEqual(['Error: disk full']);
  expect([account.clock.now(), logs()]).toEqual([Date.parse(now), []]);
  database.exec('DROP TRIGGER broken');
  expect(await account.dispatcher.settle(10_000)).toEqual({ due: 0, later: 0 });
  expect(logs()).toMatchObject([{ status: 'delivered', attempt: 1 }]);
});

test('a failure of the store in the background is reported', async () => {
  const { account, database, reports } = waiting([destinationOf(1)], 0);
  database.exec('ALTER TABLE notifications RENAME TO elsewhere');
  account.agenda.wake();
  await setImmediate();
  await setImmediate();
  expect(reports.map(String)).toEqual(['Error: no such table: notifications']);
});

test('an attempt whose destination was deleted meanwhile is not recorded', async () => {
  const asked = Promise.withResolvers<ServerResponse>();
  const receiver = await startReceiver((_request, response) => asked.resolve(response));
  const setting = destinationOf(1, receiver.url);
  const { account, accounts, reports, logs } = waiting([setting], 0);
  account.agenda.wake();
  const response = await asked.promise;
  account.apply(remove(setting));
  const settled = account.dispatcher.settle(10_000);
  expect(await Promise.race([settled, setImmediate('waiting')])).toBe('waiting');
  response.end();
  await settled;
  await setImmediate();
  expect(reports).toEqual([]);
  await accounts.close();
  expect([accounts.countWaiting(), logs()]).toEqual([0, []]);
  await receiver.close();
});

test('each is delivered at its time, whatever its destination', async () => {
  const [early, late] = [destinationOf(1), destinationOf(2)];
  const { account, add, logs } = waiting([early, late], 0, 0);
  account.chaos.set(early.id, { delay_seconds: 10 });
  account.chaos.set(late.id, { delay_seconds: 20 });
  add(1);
  await account.agenda.advance(60_000);
  expect(logs().map(({ attempted_at }) => attempted_at.slice(17, 19))).toEqual(['20', '10']);
});

test.each([
  [{}, 10],
  [{ stale_timestamp: true }, 1],
])('under the plan %j, %i deliveries to a destination are on their way at once', async (plan, atOnce) => {
  const held: ServerResponse[] = [];
  let most = 0;
  const receiver = await startReceiver(async (_request, response) => {
    most = Math.max(most, held.push(response));
    if (held.length !== atOnce) return;
    // Enough turns for a superfluous attempt to show up.
    for (let turn = 0; turn < 50; turn += 1) await setImmediate();
    for (const one of held.splice(0)) one.end();
  });
  const setting = destinationOf(1, receiver.url);
  const { account, accounts } = waiting([setting], 0, 2 * atOnce);
  account.chaos.set(setting.id, plan);
  account.agenda.wake();
  await account.agenda.advance(0);
  expect([most, accounts.countWaiting()]).toEqual([atOnce, 0]);
  await receiver.close();
});

test('in the background, all are delivered except two that hang and those that a destination batches', async () => {
  let asked = 0;
  const receiver = await startReceiver((_request, response) => {
    asked += 1;
    if (asked > 2) response.end();
  });
  const gathering = destinationOf(2);
  const { account, accounts, add } = waiting([gathering, destinationOf(1, receiver.url)], 0, 0);
  account.chaos.set(gathering.id, { reorder: 100 });
  add(12);
  account.agenda.wake();
  await expect.poll(() => accounts.countWaiting(), { timeout: 10_000 }).toBe(12 + 2);
  await accounts.close();
  await receiver.close();
});

test.each([
  ['settling', ({ dispatcher }: Account) => dispatcher.settle(1000)],
  ['advancing', ({ agenda }: Account) => agenda.advance(0)],
])('what waits for company goes out by %s', async (_how, go) => {
  const setting = destinationOf(1);
  const { account, accounts, add } = waiting([setting], 0, 4);
  account.chaos.set(setting.id, { reorder: 3 });
  account.agenda.wake();
  await expect.poll(() => accounts.countWaiting()).toBe(1);
  await go(account);
  expect(accounts.countWaiting()).toBe(0);
  add(4);
  await go(account);
  expect(accounts.countWaiting()).toBe(0);
});

test('a delivery that is being recorded while its account is restored is repeated', async () => {
  const { account, accounts, logs } = waiting([destinationOf(1)], 0);
  accounts.snapshots.take(account, 'one');
  account.agenda.wake();
  await setImmediate();
  accounts.snapshots.restore(account, 'one');
  await setImmediate();
  expect([accounts.countWaiting(), logs()]).toEqual([1, []]);
  await expect.poll(() => accounts.countWaiting()).toBe(0);
});

test('a clock can be advanced past pending notifications while deliveries are stopped', async () => {
  const { account, accounts } = waiting([destinationOf(1)], 0);
  await accounts.close();
  await account.agenda.advance(60_000);
  expect([account.clock.now(), accounts.countWaiting()]).toEqual([Date.parse(now) + 60_000, 1]);
});

test.each([0, 1, 2, 3])('a store that was closed %i turns after something was due is not read', async (turns) => {
  const { account, accounts, database, reports } = waiting([destinationOf(1)], 0);
  account.agenda.wake();
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
  await accounts.close();
  database.close();
  for (let turn = 0; turn < 2; turn += 1) await setImmediate();
  expect(reports).toEqual([]);
});

test('events are forgotten when a clock is set beyond the time that they are kept for', async () => {
  const { account, count } = waiting([], 0);
  account.agenda.wake();
  await setImmediate();
  expect(count('events')).toBe(1);
  account.setClock({ now: '2027-06-30T12:00:00Z' });
  await setImmediate();
  expect(count('events')).toBe(0);
});

test.each<[string, (opened: Pick<ReturnType<typeof waiting>, 'account' | 'accounts'>) => unknown, number]>([
  ['are stopped', ({ accounts }) => accounts.close(), 1],
  ['go back to a snapshot', ({ account, accounts }) => accounts.snapshots.restore(account, 'empty'), 0],
])('settling ends where deliveries %s, even if none is in progress', async (_how, end, due) => {
  const { account, accounts, add, database } = waiting([destinationOf(1)], 0, 0);
  accounts.snapshots.take(account, 'empty');
  add(1);
  database.exec("CREATE TRIGGER broken BEFORE UPDATE ON notifications BEGIN SELECT raise(ABORT, 'disk full'); END");
  await expect(account.agenda.advance(0)).rejects.toThrow('disk full');
  const settled = account.dispatcher.settle(600_000);
  await end({ account, accounts });
  expect(await settled).toEqual({ due, later: 0 });
});

test('pending notifications do not keep the process alive', async () => {
  const { account, accounts } = waiting([destinationOf(1)], 60);
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  account.setClock({ frozen: false });
  const before = timers();
  await setImmediate();
  expect(timers()).toBeLessThanOrEqual(before);
  await accounts.close();
});

test('one timer is set for the next due time, and none if nothing is due', async () => {
  const timers = timersOverHalfAMinute();
  const nothing = waiting([], 0);
  nothing.account.setClock({ frozen: false });
  const { account, accounts } = waiting([destinationOf(1)], 60);
  account.agenda.wake();
  await setImmediate();
  expect(timers.size).toBe(0);
  account.setClock({ frozen: false });
  for (let turn = 0; turn < 2; turn += 1) {
    account.agenda.wake();
    await setImmediate();
    expect(timers.size).toBe(1);
  }
  await accounts.close();
  expect(timers.size).toBe(0);
});

/** Returns the set of pending timers over half a minute, from now on. Timers of connections are shorter. */
function timersOverHalfAMinute(): ReadonlySet<unknown> {
  const timers = new Set<unknown>();
  const { setTimeout, clearTimeout } = globalThis;
  const setting = vi.spyOn(globalThis, 'setTimeout').mockImplementation((run, ms, ...args) => {
    const timer = setTimeout(run, ms, ...args);
    if (ms !== undefined && ms > 30_000) timers.add(timer);
    return timer;
  });
  const clearing = vi.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    clearTimeout(timer);
    timers.delete(timer);
  });
  onTestFinished(() => {
    setting.mockRestore();
    clearing.mockRestore();
  });
  return timers;
}
