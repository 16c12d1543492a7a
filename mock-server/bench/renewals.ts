/**
 * Measures renewals: `node renewals.ts SUBSCRIPTIONS DAYS` advances the clock of an account with so many monthly subscriptions
 * at once, and prints a line.
 */
import { execFileSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { buildLargeSeed, type LargeSeedPart } from '#fixtures/index.ts';
import type { Account } from '../account/account.ts';
import { openAccounts } from '../testing/open-accounts.ts';

const dayMs = 86_400_000;
/** The time of large seeds. */
const now = '2026-07-01T00:00:00Z';

/** Measures a year of 10,000 subscriptions, and a month of three sizes, each in a process of its own. */
export function measureRenewals(): string {
  const program = fileURLToPath(import.meta.url);
  const measure = (subscriptions: number, days: number) =>
    execFileSync(process.execPath, ['--expose-gc', program, `${subscriptions}`, `${days}`], {
      encoding: 'utf8',
    }).trim();
  return [measure(10_000, 365), measure(1_000, 31), measure(10_000, 31), measure(100_000, 31)].join('\n');
}

/** Renews subscriptions of another database first, so that the sizes compare and no figure has the time of compiling. */
async function warmUp(): Promise<void> {
  const account = openAccounts({ profile: 'official', clock: { now, frozen: true } }).accounts.default();
  fill(account, 1_000);
  await account.agenda.advance(31 * dayMs);
}

async function main(subscriptions: number, days: number): Promise<void> {
  await warmUp();
  const { accounts, count } = openAccounts({ profile: 'official', clock: { now, frozen: true } });
  const account = accounts.default();
  fill(account, subscriptions);
  globalThis.gc?.();
  const [before, delays, started] = [
    process.memoryUsage().rss,
    monitorEventLoopDelay({ resolution: 1 }),
    performance.now(),
  ];
  const spent = process.cpuUsage();
  delays.enable();
  await account.agenda.advance(days * dayMs);
  delays.disable();
  const seconds = (performance.now() - started) / 1000;
  const renewals = count('transactions');
  const cpu = process.cpuUsage(spent);
  console.log(
    [
      `${subscriptions.toLocaleString('en')} subscriptions, ${days} days: ${renewals.toLocaleString('en')} renewals`,
      `${Math.round(renewals / seconds).toLocaleString('en')}/s`,
      `${((1000 * seconds) / renewals).toFixed(3)} ms each`,
      `${Math.round((process.memoryUsage().rss - before) / 2 ** 20)} MB more`,
      `longest stall ${Math.round(delays.max / 1e6)} ms, p99 ${Math.round(delays.percentile(99) / 1e6)} ms`,
      `${Math.round((cpu.user + cpu.system) / 1e6)} s of processor`,
    ].join(', '),
  );
}

/** Adds active subscriptions with their customers and addresses, without the purchases. */
function fill(account: Account, subscriptions: number): void {
  let left = subscriptions;
  for (const part of buildLargeSeed({ customers: subscriptions * 15 })) {
    const active = part.subscriptions.filter(({ status }) => status === 'active').slice(0, left);
    left -= active.length;
    account.insertAll(soldIn(part, active));
    if (left === 0) return;
  }
  throw new Error(`The seed has too few subscriptions: ${left} are missing.`);
}

function soldIn(
  { products, prices, customers, addresses }: LargeSeedPart,
  subscriptions: LargeSeedPart['subscriptions'],
) {
  const owners = new Set(subscriptions.map(({ customer_id }) => customer_id));
  return {
    products,
    prices,
    customers: customers.filter(({ id }) => owners.has(id)),
    addresses: addresses.filter(({ customer_id }) => owners.has(customer_id)),
    subscriptions,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(Number(process.argv[2]), Number(process.argv[3]));
