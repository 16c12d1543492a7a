import { type Kind, kindNames } from '../../resources/kinds.ts';
import type { Steps } from '../../time/in-portions.ts';
import type { Statements } from './database.ts';

/** Tables whose rows have an account and an ID. A table of dependent rows stands behind the one that it depends on. */
const tables = [
  ...kindNames,
  'subscription_levels',
  'private_facts',
  'subscription_history',
  'events',
  'notifications',
  'notification_logs',
];

/** Rows per step. */
const rowsAtOnce = 100;

/** Sorts behind all IDs, which consist of letters, digits and underscores. */
const behindAll = '~';

/**
 * Accounts with up to this many rows are copied, restored and removed in one step, which takes about ten
 * milliseconds.
 */
const smallRows = 20_000;

/** Returns true if the account's rows can be copied or removed in one step. */
export function isSmall(statements: Statements, account: number): boolean {
  const sql = 'SELECT total(number) FROM counts WHERE account = ?';
  return Number(statements(sql).pluck().get(account)) <= smallRows;
}

/** Copies everything at once. The caller opens the transaction. */
export function copyRows(statements: Statements, from: number, to: number): void {
  for (const _step of copySteps(statements, from, to, Number.POSITIVE_INFINITY));
}

/**
 * Makes the rows of an account equal to another's, and writes only the differences: after a restore most rows are
 * unchanged, and a write costs several times as much as a comparison.
 *
 * Portal sessions are left out, since a token leads to one account; see `copyPortalSessions`.
 */
export function* copySteps(statements: Statements, from: number, to: number, atOnce = rowsAtOnce): Steps<void> {
  for (const table of tables) {
    const columns = columnsOf(statements, table);
    for (const range of rangesOf(statements, table, to, atOnce)) {
      statements(removalOf(table)).run(to, ...range, from);
      yield;
    }
    for (const range of rangesOf(statements, table, from, atOnce)) {
      statements(copyOf(table, columns)).run(to, to, from, ...range);
      yield;
    }
  }
  statements('DELETE FROM removed_settings WHERE account = ?').run(to);
  statements(`INSERT INTO removed_settings SELECT ?, notification_setting_id FROM removed_settings
    WHERE account = ?`).run(to, from);
  statements('DELETE FROM retired_secrets WHERE account = ?').run(to);
  statements(`INSERT INTO retired_secrets SELECT ?, notification_setting_id, secret, ends_at FROM retired_secrets
    WHERE account = ? ORDER BY rowid`).run(to, from);
}

/**
 * Replaces an account's portal sessions by another's.
 *
 * @param isKept true for a target that no link leads to, such as a snapshot
 */
export function copyPortalSessions(statements: Statements, from: number, to: number, isKept: boolean): void {
  statements('DELETE FROM portal_sessions WHERE account = ?').run(to);
  // A hash has 64 digits; a snapshot's copy is prefixed with its number, so that a token is found once.
  statements(`INSERT INTO portal_sessions SELECT ? || substr(token_hash, -64), ?, portal_id, customer_id,
    subscription_ids, expires_at, opened FROM portal_sessions WHERE account = ?`).run(isKept ? `${to}:` : '', to, from);
}

/** Removes the API keys of the account that a fork is a copy of. */
export function removeKeys(statements: Statements, account: number): void {
  for (const kind of ['issued_keys', 'key_rotations', 'key_exposures'] satisfies Kind[])
    statements(`DELETE FROM ${kind} WHERE account = ?`).run(account);
}

/** Removes all rows of an account, but not the account or its keys. */
export function removeRows(statements: Statements, account: number): void {
  for (const table of [
    ...tables,
    'removed_settings',
    'retired_secrets',
    'portal_sessions',
    'counts',
    'time_counts',
    'day_sums',
  ])
    statements(`DELETE FROM ${table} WHERE account = ?`).run(account);
}

/** Does the same in steps. */
export function* removalSteps(statements: Statements, account: number): Steps<void> {
  // Logs first: removing a notification would remove all of its logs in the same step.
  for (const table of tables.toReversed()) {
    const some = `SELECT id FROM ${table} WHERE account = ?1 ORDER BY id LIMIT ${rowsAtOnce}`;
    const sql = `DELETE FROM ${table} WHERE account = ?1 AND id IN (${some})`;
    while (statements(sql).run(account).changes > 0) yield;
  }
  removeRows(statements, account);
}

/** Splits an account's IDs into ranges of so many rows each. */
function* rangesOf(
  statements: Statements,
  table: string,
  account: number,
  atOnce: number,
): Generator<[string, string]> {
  const sql = `SELECT id FROM ${table} WHERE account = ? AND id > ? ORDER BY id LIMIT 1 OFFSET ?`;
  for (let after = ''; after !== behindAll; ) {
    const last = Number.isFinite(atOnce)
      ? statements(sql)
          .pluck()
          .get(account, after, atOnce - 1)
      : undefined;
    const upTo = typeof last === 'string' ? last : behindAll;
    yield [after, upTo];
    after = upTo;
  }
}

function removalOf(table: string): string {
  return `DELETE FROM ${table} AS old WHERE account = ? AND id > ? AND id <= ? AND NOT EXISTS
    (SELECT 1 FROM ${table} WHERE account = ? AND id = old.id)`;
}

/** Updates existing rows instead of replacing them, since triggers count entities. */
function copyOf(table: string, columns: readonly string[]): string {
  const differs = columns.map((column) => `new.${column} IS NOT old.${column}`);
  return `INSERT INTO ${table} (account, id, ${columns.join(', ')})
    SELECT ?, new.id, ${columns.map((column) => `new.${column}`).join(', ')}
    FROM ${table} AS new LEFT JOIN ${table} AS old ON old.account = ? AND old.id = new.id
    WHERE new.account = ? AND new.id > ? AND new.id <= ? AND (old.id IS NULL OR ${differs.join(' OR ')})
    ON CONFLICT DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
}

function columnsOf(statements: Statements, table: string): string[] {
  const sql = "SELECT name FROM pragma_table_info(?) WHERE name NOT IN ('account', 'id')";
  return statements(sql).pluck().all(table).map(String);
}
