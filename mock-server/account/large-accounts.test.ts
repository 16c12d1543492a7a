import { copyFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { startPaddock } from '../index.ts';
import { changed } from '../state/change.ts';
import { openDatabase } from '../state/database/database.ts';
import { call } from '../testing/call.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import type { Account } from './account.ts';

const number = 20_500;
const patient = { timeout: 30_000 };
const base = buildCustomer();
const idOf = (index: number) => `ctm_01h8441jn5pcwrfhwh${String(index).padStart(8, '0')}`;

function fill(account: Account): void {
  account.store.together(() => {
    for (let index = 0; index < number; index += 1)
      account.store.insert('customers', { ...base, id: idOf(index), email: `c${index}@example.com` });
  });
}

/** Makes the clock run so fast that each portion is one step, on any machine. */
function rushClock(): void {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    time += 1_000;
    return time;
  });
}

beforeEach(rushClock);

afterEach(() => vi.restoreAllMocks());

/** Changes one customer, and removes every third. */
function spoil({ store }: Account): void {
  store.together(() => {
    for (let index = 0; index < number; index += 3) store.remove('customers', idOf(index));
    store.apply(changed('customers', { ...base, id: idOf(1), email: 'c1@example.com', name: 'Spoilt' }, []));
  });
}

function openLarge(database = openDatabase()) {
  const opened = openAccounts({ clock: { now: '2027-01-01T00:00:00Z', frozen: true } }, database);
  const account = opened.accounts.default();
  fill(account);
  const rows = (id: number) =>
    database.prepare('SELECT count(*), group_concat(json) FROM customers WHERE account = ?').raw().all(id)[0];
  return { ...opened, account, rows };
}

/** Waits for work, and counts the turns of the event loop meanwhile. */
async function turnsOf(work: unknown): Promise<number> {
  let isOver = false;
  const over = Promise.resolve(work).finally(() => {
    isOver = true;
  });
  let turns = 0;
  for (; !isOver; turns += 1) await turn();
  await over;
  return turns;
}

test('a large account is saved and restored in portions, while its own requests wait', async () => {
  const { accounts, account, rows } = openLarge();
  const before = rows(account.id);
  expect(await turnsOf(accounts.snapshots.take(account, 'full'))).toBeGreaterThan(2);
  spoil(account);
  const restored = accounts.snapshots.restore(account, 'full');
  await turn();
  expect([account.isHeld, account.isIdle]).toEqual([true, false]);
  let isRestored = false;
  void Promise.resolve(restored).then(() => {
    isRestored = true;
  });
  await account.whole();
  await turn();
  expect(isRestored).toBe(true);
  expect(rows(account.id)).toEqual(before);
  expect(account.store.customers.find(idOf(1))?.name).toBe(base.name);
  expect([account.isHeld, account.isIdle]).toEqual([false, true]);
});

test('a large account is forked and reset in portions, and a snapshot of one is removed so', async () => {
  const { accounts, account, rows, count } = openLarge();
  const forking = accounts.fork(account);
  expect(await turnsOf(forking)).toBeGreaterThan(2);
  const forked = accounts.authenticate(`Bearer ${await forking}`).account;
  expect(rows(forked.id)).toEqual(rows(account.id));
  await accounts.snapshots.take(account, 'full');
  accounts.snapshots.remove(account, 'full');
  expect(accounts.snapshots.list(account)).toEqual([]);
  expect(count('customers')).toBe(3 * number);
  await expect.poll(() => count('discarded'), patient).toBe(0);
  expect([count('customers'), accounts.count()]).toEqual([2 * number, 2]);
  const resetting = accounts.reset(account, ({ store }) => store.insertAll({ customers: [base] }));
  expect(await turnsOf(resetting)).toBeGreaterThan(2);
  expect(rows(account.id)).toEqual([1, JSON.stringify(base)]);
});

test('a fork to a key that was used meanwhile is refused, and leaves nothing behind', async () => {
  const { accounts, account, count } = openLarge();
  const key = `pdl_sdbx_apikey_01kpadd0ck0000000000000009_${'a'.repeat(22)}_aaa`;
  const forking = accounts.fork(account, key);
  accounts.authenticate(`Bearer ${key}`);
  await expect(forking).rejects.toThrow('the key is in use');
  await expect.poll(() => count('customers'), patient).toBe(number);
});

test.each<[string, (opened: ReturnType<typeof openLarge>) => unknown, (whole: unknown) => unknown]>([
  ['restore', ({ accounts, account }) => accounts.snapshots.restore(account, 'full'), (whole) => whole],
  ['reset', ({ accounts, account }) => accounts.reset(account, () => {}), () => [0, null]],
  ['snapshot', ({ accounts, account }) => accounts.snapshots.take(account, 'another'), (whole) => whole],
])(
  'a %s that a killed process leaves unfinished is finished or undone when the next one starts',
  async (what, work, expected) => {
    const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const [data, copy] = [join(folder, 'data.sqlite'), join(folder, 'copy.sqlite')];
    const opened = openLarge(openDatabase(data));
    const whole = opened.rows(opened.account.id);
    await opened.accounts.snapshots.take(opened.account, 'full');
    if (what === 'restore') spoil(opened.account);
    const working = work(opened);
    for (let turns = 0; turns < 3; turns += 1) await turn();
    expect(opened.account.isHeld).toBe(true);
    // Copies the files as a killed process would leave them.
    for (const end of ['', '-wal']) copyFileSync(data + end, copy + end);
    await working;
    opened.database.close();
    const next = openAccounts({}, openDatabase(copy));
    next.accounts.finish(() => {});
    next.accounts.resume();
    const account = next.accounts.default();
    const sql = 'SELECT count(*), group_concat(json) FROM customers WHERE account = ?';
    expect(next.database.prepare(sql).raw().all(account.id)[0]).toEqual(expected(whole));
    expect(next.accounts.snapshots.list(account).map(({ name }) => name)).toEqual(['full']);
    await expect.poll(() => next.count('discarded'), patient).toBe(0);
    expect([next.count('unfinished'), next.count('accounts')]).toEqual([0, 2]);
    next.database.close();
  },
);

test('requests to a large account see it before or after a restore, never in between', async () => {
  // Seeding is not what this test is about, so it takes portions of the usual size.
  vi.restoreAllMocks();
  await using paddock = await startPaddock({ rateLimit: false, profile: 'official' });
  await call(paddock, 'PUT', '/_paddock/snapshots/empty');
  for (let from = 0; from < number; from += 5_125) {
    const customers = Array.from({ length: 5_125 }, (_, at) => ({
      ...base,
      id: idOf(from + at),
      email: `c${from + at}@example.com`,
    }));
    await call(paddock, 'POST', '/_paddock/seed', { customers });
  }
  rushClock();
  let isRestored = false;
  const restored = call(paddock, 'POST', '/_paddock/snapshots/empty').then(() => {
    isRestored = true;
  });
  const totals: number[] = [];
  while (!isRestored) {
    const { meta } = await call(paddock, 'GET', '/customers?per_page=1');
    totals.push(meta.pagination.estimated_total);
  }
  await restored;
  expect(totals.filter((total) => total !== 0 && total !== number)).toEqual([]);
  expect((await call(paddock, 'GET', '/customers')).data).toEqual([]);
});
