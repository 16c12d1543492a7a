import type { SourceKind } from '../account/account.ts';
import { Accounts } from '../account/accounts.ts';
import { Counters } from '../monitoring/counters.ts';
import { Connections } from '../notifications/connections.ts';
import { accountDefaultsOf, type PaddockOptions } from '../server/paddock-options.ts';
import { openDatabase } from '../state/database/database.ts';

/**
 * Opens the accounts of a server that does not listen, and collects its reports. More can be opened on the same rows.
 */
export function openAccounts(options: PaddockOptions = {}, database = openDatabase(), sources?: readonly SourceKind[]) {
  const notices: string[] = [];
  const reports: unknown[] = [];
  const accounts = new Accounts(database, {
    ...accountDefaultsOf(options),
    ...(sources && { sources }),
    notice: (message) => notices.push(message),
    report: (error) => reports.push(error),
    connections: new Connections(),
    counters: new Counters(),
  });
  const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return { accounts, database, notices, reports, count };
}
