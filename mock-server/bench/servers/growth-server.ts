/**
 * One server whose accounts differ in their number of transactions. `node growth-server.ts 1000 1000000` announces its
 * URL, and a key for each number. The rows are inserted without validation, and indexed at the end.
 */
import { requestIds } from '../../http/entry/request-ids.ts';
import { Counters } from '../../monitoring/counters.ts';
import { createApp } from '../../server/app.ts';
import { listen } from '../../server/server.ts';
import { profile, withBehaviours } from '../../spec/behaviours.ts';
import { freshApiKey } from '../../state/api-keys.ts';
import { openDatabase } from '../../state/database/database.ts';
import { newAccounts } from '../new-accounts.ts';
import { transaction } from '../transactions.ts';

const chunk = 10_000;
const database = openDatabase();
const accounts = newAccounts(withBehaviours(profile('guide'), { 'rate-limit': 'off' }), database);

function fill(transactions: number): string {
  const apiKey = freshApiKey();
  const { account } = accounts.authenticate(`Bearer ${apiKey}`);
  for (let from = 0; from < transactions; from += chunk) {
    account.store.together(() => {
      for (let number = from; number < Math.min(from + chunk, transactions); number += 1)
        account.store.insert('transactions', transaction(number));
    });
  }
  return apiKey;
}

const ofTransactions = `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'transactions' AND sql <> ''`;
const indexes = database.prepare(ofTransactions).all() as { name: string; sql: string }[];
for (const { name } of indexes) database.exec(`DROP INDEX ${name}`);
const keys = process.argv.slice(2).map((count) => fill(Number(count)));
for (const { sql } of indexes) database.exec(sql);
const makeRequestId = requestIds(undefined);
const app = createApp({
  makeRequestId,
  accounts,
  resetAccount: async () => {},
  controlToken: undefined,
  isLocal: true,
  baseUrl: undefined,
  report: (error) => console.error(error),
  onExchange: undefined,
  measured: {
    counters: new Counters(),
    countAccounts: () => accounts.count(),
    countEvicted: () => accounts.evicted,
    countWaiting: () => accounts.countWaiting(),
  },
  isDraining: () => false,
});
const { url } = await listen(app, '127.0.0.1', 0, makeRequestId);
console.log(JSON.stringify({ url, keys }));
