/**
 * One server whose accounts differ in their number of transactions. `node growth-server.ts 1000 1000000` announces its
 * URL, and a key for each number. Some have subscriptions and
 * refunds. The rows are inserted without validation, and indexed at the end.
 */
import { profile, withBehaviours } from '../../spec/behaviours.ts';
import { freshApiKey } from '../../state/api-keys.ts';
import { openDatabase } from '../../state/database/database.ts';
import { newAccounts } from '../new-accounts.ts';
import { adjustment, perSubscription, subscription, transaction } from '../transactions.ts';
import { serveAccounts } from './serve-accounts.ts';

const chunk = 10_000;
const database = openDatabase();
const accounts = newAccounts(withBehaviours(profile('guide'), { 'rate-limit': 'off' }), database);

function fill(transactions: number): string {
  const apiKey = freshApiKey();
  const { account } = accounts.authenticate(`Bearer ${apiKey}`);
  for (let from = 0; from < transactions; from += chunk) {
    account.store.together(() => {
      for (let number = from; number < Math.min(from + chunk, transactions); number += 1) {
        account.store.insert('transactions', transaction(number));
        if (number % perSubscription === 0) account.store.insert('subscriptions', subscription(number));
        if (number % perSubscription === 1) account.store.insert('adjustments', adjustment(number));
      }
    });
  }
  return apiKey;
}

const ofTransactions = `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'transactions' AND sql <> ''`;
const indexes = database.prepare(ofTransactions).all() as { name: string; sql: string }[];
// An index that is dropped loses its statistics, and the lists would be read by others.
database.exec('CREATE TEMP TABLE kept AS SELECT * FROM sqlite_stat1');
for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
const keys = process.argv.slice(2).map((count) => fill(Number(count)));
for (const { sql } of indexes) database.exec(sql);
database.exec('DELETE FROM sqlite_stat1; INSERT INTO sqlite_stat1 SELECT * FROM kept; ANALYZE sqlite_schema');
console.log(JSON.stringify({ url: await serveAccounts(accounts), keys }));
