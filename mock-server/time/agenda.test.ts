import { setImmediate } from 'node:timers/promises';
import { fc, test as property } from '@fast-check/vitest';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildNotificationSetting, buildSubscription, buildTransaction } from '#fixtures/index.ts';
import type { Account } from '../account/account.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { charges, renewals } from './testing/sources.ts';

const start = Date.parse('2027-01-31T10:00:00Z');
const day = 86_400_000;
/** The whole advance; events are kept for longer. */
const length = 80 * day;
const official = { profile: 'official' } as const;
const sources = [renewals(buildTransaction({ seed: 1, ...official })), charges];

afterEach(() => vi.useRealTimers());

/** Opens an account with subscriptions of several cycles, two of them due at the same time. */
function openLives() {
  const opened = openAccounts(
    { clock: { now: new Date(start), frozen: true }, seed: 1, ...official },
    undefined,
    sources,
  );
  const cycles = [
    { interval: 'month', frequency: 1 },
    { interval: 'month', frequency: 1 },
    { interval: 'week', frequency: 3 },
    { interval: 'day', frequency: 7 },
  ] as const;
  const subscriptions = cycles.map((billing_cycle, index) => ({
    ...buildSubscription({ seed: index + 1, ...official }),
    billing_cycle,
    next_billed_at: new Date(start + Math.max(1, index) * 4_321_000).toISOString(),
  }));
  const account = opened.accounts.default();
  account.store.insertAll({ subscriptions });
  return { ...opened, account, monthly: subscriptions[0]?.id };
}

/** Adds a destination that fails the first deliveries, so that they are retried. */
function addDestination(account: Account) {
  const subscribed_events = ['subscription.updated', 'transaction.completed'].map((name) => ({
    name: name as 'subscription.updated',
    description: '',
    group: '',
    available_versions: [1],
  }));
  const overrides = { type: 'email' as const, destination: 'ops@example.com', active: true, subscribed_events };
  const setting = buildNotificationSetting({ seed: 1, ...official, overrides });
  account.store.insertAll({ notification_settings: [setting] });
  account.chaos.set(setting.id, { drop_first: 7 });
}

/** Returns entities, events and deliveries in order, without generated IDs. */
function stateOf({ store, clock }: Account) {
  const read = (table: 'subscriptions' | 'transactions' | 'events') =>
    store[table].list({ where: {}, order: 'ASC', limit: 10_000 }).texts.map((text) => JSON.parse(text));
  return {
    now: clock.now(),
    subscriptions: read('subscriptions').map(({ id, next_billed_at, updated_at }) => [id, next_billed_at, updated_at]),
    transactions: read('transactions').map(({ subscription_id, status, created_at }) => [
      subscription_id,
      status,
      created_at,
    ]),
    events: read('events').map(({ event_type, occurred_at, data }) => [
      event_type,
      occurred_at,
      data.subscription_id ?? data.id,
      data.next_billed_at ?? data.status,
    ]),
    deliveries: store.logs
      .list({ limit: 10_000 })
      .map(({ event_type, attempt, attempted_at, status }) => [event_type, attempt, attempted_at, status]),
  };
}

/** Waits until nothing is due, and the next timer is set. */
async function quiet(account: Account): Promise<void> {
  await setImmediate();
  await account.settle(1_000_000);
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
}

/** Lets the clock run for a length of time, from timer to timer, and freezes it again. */
async function letRun(account: Account, milliseconds: number): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: account.clock.now() });
  let isOver = false;
  setTimeout(() => {
    isOver = true;
  }, milliseconds);
  account.setClock({ frozen: false });
  for (await quiet(account); !isOver; await quiet(account)) vi.advanceTimersToNextTimer();
  account.setClock({ frozen: true });
  await quiet(account);
  vi.useRealTimers();
}

type Lives = ReturnType<typeof openLives>;

/** Ways to advance by a length of time. Each returns the account to continue with. */
const ways = {
  advance: async ({ account }: Lives, milliseconds: number) => account.agenda.advance(milliseconds),
  run: async ({ account }: Lives, milliseconds: number) => letRun(account, milliseconds),
  jump: async ({ account }: Lives, milliseconds: number) => {
    account.setClock({ now: new Date(account.clock.now() + milliseconds) });
    await account.agenda.catchUp();
  },
  fork: async (lives: Lives, milliseconds: number) => {
    const key = await lives.accounts.fork(lives.account);
    lives.account = lives.accounts.authenticate(`Bearer ${key}`).account;
    await lives.account.agenda.advance(milliseconds);
  },
  restore: async ({ account, accounts }: Lives, milliseconds: number) => {
    await accounts.snapshots.take(account, 'before');
    await account.agenda.advance(20 * day);
    await accounts.snapshots.restore(account, 'before');
    await account.agenda.advance(milliseconds);
  },
  restart: async (lives: Lives, milliseconds: number) => {
    const { id } = lives.account;
    await lives.accounts.close();
    Object.assign(lives, openAccounts(official, lives.database, sources));
    lives.account = lives.accounts.byId(id);
    await lives.account.agenda.advance(milliseconds);
  },
};

const stepsOf = (...names: (keyof typeof ways)[]) =>
  fc.array(fc.record({ way: fc.constantFrom(...names), share: fc.integer({ min: 1, max: 60 }) }), { maxLength: 4 });

/** Advances the whole length, in shares of the remaining time. */
async function go(lives: Lives, steps: readonly { way: keyof typeof ways; share: number }[]) {
  for (const { way, share } of steps) {
    const left = start + length - lives.account.clock.now();
    await ways[way](lives, Math.floor((left * share) / 100));
  }
  await lives.account.agenda.advance(start + length - lives.account.clock.now());
  expect(lives.reports).toEqual([]);
  const state = stateOf(lives.account);
  await lives.accounts.close();
  return state;
}

describe('however the clock advances', () => {
  // State after one advance of the whole length.
  let changed: ReturnType<typeof stateOf> | undefined;
  let delivered: ReturnType<typeof stateOf> | undefined;

  property.prop([stepsOf('advance', 'run', 'jump', 'fork', 'restore', 'restart')], { numRuns: 8 })(
    'the same changes are made at the same times, in the same order',
    async (steps) => {
      changed ??= await go(openLives(), []);
      expect(changed.events.length).toBeGreaterThan(50);
      expect(await go(openLives(), steps)).toEqual(changed);
    },
  );

  property.prop([stepsOf('advance', 'run', 'fork', 'restore')], { numRuns: 6 })(
    'the same deliveries are made at the same times',
    async (steps) => {
      const [once, often] = [openLives(), openLives()];
      for (const { account } of [once, often]) addDestination(account);
      delivered ??= await go(once, []);
      expect(delivered.deliveries.length).toBeGreaterThan(40);
      expect(await go(often, steps)).toEqual(delivered);
    },
  );
});

test('a monthly renewal, its charge and their events have the times that they were due at', async () => {
  const { account, accounts, monthly } = openLives();
  await account.agenda.advance(60 * day);
  const own = stateOf(account)
    .events.filter(([, , id]) => id === monthly)
    .map(([type, at]) => [type, at]);
  expect(own).toEqual([
    ['subscription.updated', '2027-01-31T11:12:01Z'],
    ['transaction.billed', '2027-01-31T11:12:01Z'],
    ['transaction.completed', '2027-01-31T11:13:31Z'],
    ['subscription.updated', '2027-02-28T11:12:01Z'],
    ['transaction.billed', '2027-02-28T11:12:01Z'],
    ['transaction.completed', '2027-02-28T11:13:31Z'],
    ['subscription.updated', '2027-03-28T11:12:01Z'],
    ['transaction.billed', '2027-03-28T11:12:01Z'],
    ['transaction.completed', '2027-03-28T11:13:31Z'],
  ]);
  await accounts.close();
});

test('an advance whose change cannot be stored leaves the clock at the last stored one, and can continue', async () => {
  const { account, accounts, database } = openLives();
  database.exec(`CREATE TRIGGER broken BEFORE UPDATE ON transactions WHEN NEW.updated_at > ${start + 30 * day}
    BEGIN SELECT raise(ABORT, 'disk full'); END`);
  await expect(account.agenda.advance(length)).rejects.toThrow('disk full');
  // The first charge after 30 days is due on day 35; the portion before it may end right there.
  expect(account.clock.now()).toBeLessThan(start + 36 * day);
  database.exec('DROP TRIGGER broken');
  await account.agenda.advance(start + length - account.clock.now());
  const [{ account: other, accounts: others }, state] = [openLives(), stateOf(account)];
  await other.agenda.advance(length);
  expect(state).toEqual(stateOf(other));
  await Promise.all([accounts.close(), others.close()]);
});

test('a change that fails in the background is reported', async () => {
  const { account, accounts, database, reports } = openLives();
  database.exec("CREATE TRIGGER broken BEFORE UPDATE ON subscriptions BEGIN SELECT raise(ABORT, 'disk full'); END");
  account.setClock({ now: new Date(start + 2 * day) });
  await setImmediate();
  expect(reports.map(String)).toEqual(['Error: disk full']);
  await accounts.close();
});

test('a reset ends an advance, and the clock stays at its start', async () => {
  const { account, accounts } = openLives();
  const advanced = account.agenda.advance(length);
  account.reset(() => undefined);
  await advanced;
  expect([account.clock.now(), stateOf(account).events]).toEqual([start, []]);
  await accounts.close();
});

test('a source that is due and makes no change is an error instead of an endless loop', async () => {
  const idle = {
    accounts: 'SELECT id AS account FROM accounts',
    open: () => ({ name: 'naps', firstDue: () => start, run: () => 0 }),
  };
  const { accounts } = openAccounts({ clock: { now: new Date(start), frozen: true } }, undefined, [idle]);
  await expect(accounts.default().agenda.advance(1)).rejects.toThrow('naps');
  await accounts.close();
});

test('a server that ends during an advance repeats no change, and the next one makes the rest', async () => {
  const lives = openLives();
  const isBetween = () => stateOf(lives.account).events.length > 0;
  // Portions end by a clock that advances with each reading, so the machine's speed does not matter.
  let looks = 0;
  const looking = vi.spyOn(performance, 'now').mockImplementation(() => {
    looks += 2;
    return looks;
  });
  const advanced = lives.account.agenda.advance(length);
  while (!isBetween()) await setImmediate();
  // Interrupts the advance.
  lives.account.restart();
  await advanced;
  await lives.accounts.close();
  looking.mockRestore();
  const before = stateOf(lives.account).events.length;
  const again = openAccounts(official, lives.database, sources).accounts;
  const account = again.default();
  const reached = account.clock.now();
  await account.agenda.advance(start + length - reached);
  const state = stateOf(account);
  expect(before).toBeLessThan(state.events.length);
  expect(reached).toBeLessThan(start + length);
  expect(state).toEqual(await go(openLives(), []));
  await again.close();
});

test('a server that starts makes the changes that fell due while it was stopped', async () => {
  const { account, accounts, database } = openLives();
  account.setClock({ now: new Date(start + 10 * day) });
  await accounts.close();
  const again = openAccounts(official, database, sources);
  again.accounts.resume();
  await setImmediate();
  const [first] = stateOf(again.accounts.default()).events;
  expect(first?.slice(0, 2)).toEqual(['subscription.updated', '2027-01-31T11:12:01Z']);
  await again.accounts.close();
});
