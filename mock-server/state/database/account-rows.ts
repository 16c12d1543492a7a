import { kindNames } from '../../resources/kinds.ts';
import type { Steps } from '../../time/in-portions.ts';
import type { Statements } from './database.ts';

/** Tables whose rows have an account and an ID. What goes with a removed row stands in a table behind it. */
const tables = [...kindNames, 'events', 'notifications', 'notification_logs'];

/** Rows that one step looks at. */
const rowsAtOnce = 100;

/** Behind all IDs, which are letters, digits and underscores. */
const behindAll = '~';

/** An account of so many rows is copied, restored and removed in one go, which takes some ten milliseconds. */
const smallRows = 20_000;

/** Whether all that is to be done with an account's rows can be done in one go. */
export function isSmall(statements: Statements, account: number): boolean {
  const sql = 'SELECT total(number) FROM counts WHERE account = ?';
  return Number(statements(sql).pluck().get(account)) <= smallRows;
}

/** Does all steps. They belong into a transaction. */
export function copyRows(statements: Statements, from: number, to: number): void {
  for (const _step of copySteps(statements, from, to, Number.POSITIVE_INFINITY));
}

/**
 * Makes the rows of an account equal to another's, and writes only what differs: most of what is restored is there
 * still, and a write costs several times as much as a comparison.
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
 * @param isKept whether they go to where no link leads to them
 */
export function copyPortalSessions(statements: Statements, from: number, to: number, isKept: boolean): void {
  statements('DELETE FROM portal_sessions WHERE account = ?').run(to);
  // A hash is 64 digits, and what is kept has its number before them: a token is found once only.
  statements(`INSERT INTO portal_sessions SELECT ? || substr(token_hash, -64), ?, portal_id, customer_id,
    subscription_ids, expires_at, opened FROM portal_sessions WHERE account = ?`).run(isKept ? `${to}:` : '', to, from);
}

/** Removes all rows of an account; itself and its keys stay. */
export function removeRows(statements: Statements, account: number): void {
  for (const table of [...tables, 'removed_settings', 'retired_secrets', 'portal_sessions', 'counts'])
    statements(`DELETE FROM ${table} WHERE account = ?`).run(account);
}

/** Does the same step by step. */
export function* removalSteps(statements: Statements, account: number): Steps<void> {
  // Logs first: with a notification, all of its logs would go in one step.
  for (const table of tables.toReversed()) {
    const some = `SELECT id FROM ${table} WHERE account = ?1 ORDER BY id LIMIT ${rowsAtOnce}`;
    const sql = `DELETE FROM ${table} WHERE account = ?1 AND id IN (${some})`;
    while (statements(sql).run(account).changes > 0) yield;
  }
  removeRows(statements, account);
}

/** Ranges of IDs, each of so many rows of an account: from behind one up to another. */
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

/** Entities are counted by triggers, so a row that is there already has to be updated and not replaced. */
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
