import { buildLargeSeed } from '#fixtures/index.ts';
import type { Account } from '../account/account.ts';
import { seedAtOnce } from '../imports/seeds.ts';
import { type Aim, median, renderAim, renderTable } from './figures.ts';
import { newAccounts } from './new-accounts.ts';

const aim: Aim = { atMost: 50 };
/** Customers of the account, each with an address, and a subscription and its purchase for every tenth: 10,000 entities. */
const customers = 4_545;

/** Changes of the account between the snapshot and the restore. */
const losses = {
  'nothing changed': () => undefined,
  'a hundredth changed': (account: Account) => changeCustomers(account, Math.ceil(customers / 50)),
  'all customers changed': (account: Account) => changeCustomers(account, customers),
  'all removed': (account: Account) => account.store.clear(),
} as const;

/** Measures milliseconds to restore a snapshot of 10,000 entities in memory, as a Markdown table. */
export function measureRestore(rounds: number): string {
  const accounts = newAccounts();
  const account = accounts.default();
  for (const part of buildLargeSeed({ customers })) seedAtOnce(account, part);
  void accounts.snapshots.take(account, 'full');
  const rows = Object.entries(losses).map(([title, lose]) => {
    const took = Array.from({ length: rounds }, () => {
      lose(account);
      const begin = performance.now();
      void accounts.snapshots.restore(account, 'full');
      return performance.now() - begin;
    });
    return [title, `${Math.round(median(took))} ms`, renderAim(aim, median(took))];
  });
  return renderTable(['Restore 10,000 entities', 'time', 'target, in ms'], rows);
}

function changeCustomers({ store }: Account, count: number): void {
  let after: string | undefined;
  for (let left = count; left > 0; left -= 200) {
    const { texts, ids } = store.customers.list({ where: {}, order: 'ASC', limit: Math.min(200, left), after });
    store.insertAll({ customers: texts.map((text) => ({ ...JSON.parse(text), name: 'Sam Changed' })) });
    after = ids.at(-1);
  }
}
