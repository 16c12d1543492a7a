/**
 * Measures renewals, in a process of its own: `node renewals.ts year` prints what a year of 10,000 monthly subscriptions takes in
 * one advance, and how long another account waits meanwhile; `node renewals.ts 1000` prints the processor time of a renewal
 * among so many subscriptions, in microseconds.
 */
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { spreadAddress, spreadCustomer } from '#fixtures/seeds/large-seed-customers.ts';
import { largeSubscriptionTemplate, spreadSubscription } from '#fixtures/seeds/large-seed-subscriptions.ts';
import type { Account } from '../account/account.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { median, percentile, renderAim, renderRate, renderTable } from './figures.ts';
import { lookOn } from './hostile/look-on.ts';
import { serveAccounts } from './servers/serve-accounts.ts';

const dayMs = 86_400_000;
/** Days after which each monthly subscription was renewed once. */
const monthDays = 31;
/** The time that large seeds lead up to. */
const now = '2026-07-01T00:00:00Z';
const manySubscriptions = 10_000;
const sizes = [1_000, 10_000, 100_000];
/** Renewals of one measurement, and measurements of each size. */
const [renewalsAtOnce, rounds] = [1_000, 5];

/** Measures a year of 10,000 subscriptions, and the same number of renewals among 1,000, 10,000 and 100,000. */
export function measureRenewals(): string {
  const program = fileURLToPath(import.meta.url);
  const measure = (what: string) =>
    execFileSync(process.execPath, ['--expose-gc', program, what], { encoding: 'utf8' }).trim();
  const year = measure('year');
  const costs = sizes.map((size) => Number(measure(`${size}`)));
  const ratio = Math.max(...costs) / Math.min(...costs);
  const heads = sizes.map((size) => `${size.toLocaleString('en')} subscriptions`);
  const shown = costs.map((cost) => `${Math.round(cost)} µs`);
  const growth = renderTable(
    ['Renewals', ...heads, 'ratio', 'target'],
    [['of a core, for each', ...shown, ratio.toFixed(2), renderAim({ atMost: 1.3 }, ratio)]],
  );
  return `${year}\n\n${growth}`;
}

function open(): ReturnType<typeof openAccounts> & { account: Account } {
  const opened = openAccounts({ profile: 'official', clock: { now, frozen: true } });
  return { ...opened, account: opened.accounts.default() };
}

/** Renews subscriptions of another database, so that no figure has the time of compiling. */
async function warmUp(): Promise<void> {
  const { account } = open();
  fill(account, 1_000);
  await account.agenda.advance(monthDays * dayMs);
}

async function measureYear(): Promise<string> {
  await warmUp();
  const { accounts, account, count } = open();
  fill(account, manySubscriptions);
  const url = await serveAccounts(accounts);
  const idle = percentile((await lookOn(url, () => pause(3_000))).waits, 99);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const spent = process.threadCpuUsage();
  const longest = watchTurns();
  const { tookMs, waits } = await lookOn(url, () => account.agenda.advance(365 * dayMs));
  const stall = longest();
  const cpu = cpuMsSince(spent);
  const [renewals, wait] = [count('transactions'), percentile(waits, 99)];
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const rows = [
    ['renewals', renewals.toLocaleString('en'), ''],
    ['in', `${Math.round(tookMs / 1_000)} s, ${renderRate((1_000 * renewals) / tookMs)}`, ''],
    ["of processor time, with others' requests", `${Math.round(cpu / 1_000)} s`, ''],
    ['load of the machine, of its last minute', (loadavg()[0] ?? 0).toFixed(1), ''],
    ['more memory', `${Math.round((process.memoryUsage().rss - before) / 2 ** 20)} MB`, ''],
    ["others' requests, p99 when idle", ms(idle), ''],
    ['the same meanwhile', ms(wait), `${renderAim({ atMost: 10 }, wait / idle)}, times idle`],
    ['longest stall, of processor time', ms(stall.cpu), `${renderAim({ atMost: 50 }, stall.cpu)}, in ms`],
    ['and with the time in which other processes had the core', ms(stall.elapsed), ''],
  ];
  return renderTable([`A year of ${manySubscriptions.toLocaleString('en')} subscriptions`, '', 'target'], rows);
}

type CpuUsage = ReturnType<typeof process.threadCpuUsage>;

function cpuMsSince(before: CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** Watches the turns of the event loop until it is called, which returns the longest times of one. */
function watchTurns(): () => { cpu: number; elapsed: number } {
  const longest = { cpu: 0, elapsed: 0 };
  let [spent, at, isOver] = [process.threadCpuUsage(), performance.now(), false];
  const watch = () => {
    longest.cpu = Math.max(longest.cpu, cpuMsSince(spent));
    longest.elapsed = Math.max(longest.elapsed, performance.now() - at);
    [spent, at] = [process.threadCpuUsage(), performance.now()];
    if (!isOver) setImmediate(watch);
  };
  setImmediate(watch);
  return () => {
    isOver = true;
    return longest;
  };
}

async function measureSize(subscriptions: number): Promise<number> {
  await warmUp();
  const { account, count } = open();
  fill(account, subscriptions);
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const renewed = count('transactions');
    globalThis.gc?.();
    const before = process.cpuUsage();
    await account.agenda.advance((monthDays * dayMs * renewalsAtOnce) / subscriptions);
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / (count('transactions') - renewed));
  }
  return median(costs);
}

/** Adds active subscriptions with their customers and addresses, without the purchases. They end their periods one after another. */
function fill(account: Account, subscriptions: number): void {
  const template = largeSubscriptionTemplate(1);
  const [products, prices] = [template.items.map(({ product }) => product), template.items.map(({ price }) => price)];
  account.insertAll({ products, prices });
  const newest = Date.parse(now) - dayMs;
  account.store.together(() => {
    for (let number = 0; number < subscriptions; number += 1) {
      // In large seeds, each hundredth customer has an active subscription.
      const [index, created] = [100 * number, newest - Math.floor((number * 30 * dayMs) / subscriptions)];
      const customer = spreadCustomer(1, index, created);
      const address = spreadAddress(1, index, created, customer.id);
      account.store.insert('customers', customer);
      account.store.insert('addresses', address);
      account.store.insert('subscriptions', spreadSubscription(template, address, { seed: 1, index, created }));
    }
  });
}

const [, program, what] = process.argv;
if (program === fileURLToPath(import.meta.url)) {
  console.log(what === 'year' ? await measureYear() : await measureSize(Number(what)));
  process.exit();
}
