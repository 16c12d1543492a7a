import { createHash } from 'node:crypto';
import { BoundedCache } from '#openapi/document/bounded-cache.ts';
import { type Entities, type Kind, kindNames, kinds } from '../../resources/kinds.ts';
import { Clock } from '../../time/clock.ts';
import { columnOf, filterColumns, rowColumns, rowOf } from './entity-row.ts';
import { figuresOf } from './figure-tables.ts';
import type { Database } from './sqlite.ts';
import { damaged } from './storage-failure.ts';
import { countersOf } from './tables.ts';
import { timeCountersOf } from './time-counts.ts';

/** SQL that removes the rows that depend on an entity. */
const removedWith: { readonly [Name in Kind]?: string } = {
  notification_settings:
    'DELETE FROM retired_secrets WHERE account = OLD.account AND notification_setting_id = OLD.id;',
};

/**
 * Brings the tables of all kinds up to date. Columns are derived from the stored JSON: if a kind has changed since
 * the file was written, its table is rebuilt from it.
 */
export function bringKindsUpToDate(database: Database): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS kinds (name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) STRICT, WITHOUT ROWID',
  );
  const known = fingerprintsIn(database);
  const changed = kindNames.filter((kind) => known.get(kind) !== fingerprintOf(kind));
  if (changed.length === 0) return;
  const remember = database.prepare('REPLACE INTO kinds VALUES (?, ?)');
  for (const kind of changed) {
    rebuild(database, kind);
    remember.run(kind, fingerprintOf(kind));
  }
  database.exec(statisticsOf(changed));
  database.exec('ANALYZE sqlite_schema');
}

/** Returns true if a file has kinds that a later version added. */
export function hasNewerKinds(database: Database): boolean {
  const names: readonly string[] = kindNames;
  const isThere = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'kinds'").get();
  return isThere !== undefined && [...fingerprintsIn(database).keys()].some((name) => !names.includes(name));
}

function fingerprintsIn(database: Database): Map<string, string> {
  const rows = database.prepare('SELECT name, fingerprint FROM kinds').raw().all() as [string, string][];
  return new Map(rows);
}

/** Fingerprints by kind, computed once: a process may open many stores. */
const fingerprints = new BoundedCache<string>(kindNames.length);

function fingerprintOf(kind: Kind): string {
  return fingerprints.get(kind, () => {
    const { keys, times, searched } = kinds[kind];
    return createHash('sha256')
      .update(JSON.stringify([tableOf(kind), keys, times, searched]))
      .digest('hex');
  });
}

function rebuild(database: Database, kind: Kind): void {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(kind);
  const previous = columns.includes('previous') ? 'previous' : 'NULL';
  if (columns.length > 0) {
    const due = columns.includes('due_at') ? 'due_at' : 'NULL';
    database.exec(`CREATE TABLE kept AS SELECT account, id, json, ${previous} AS previous, ${due} AS due FROM ${kind};
      DROP TABLE ${kind};
      DELETE FROM counts WHERE kind = '${kind}';`);
  }
  database.exec(tableOf(kind));
  if (columns.length === 0) return;
  refill(database, kind);
  database.exec('DROP TABLE kept');
}

type Kept = { account: number; json: string; previous: string | null; due: number | null; clock: string };

function refill(database: Database, kind: Kind): void {
  const all = [...rowColumns(kind), 'previous'];
  const insert = database.prepare(`INSERT INTO ${kind} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`);
  // The columns are those of the SELECT.
  const rows = database
    .prepare('SELECT account, json, previous, due, clock FROM kept JOIN accounts ON accounts.id = account')
    .iterate() as Iterable<Kept>;
  for (const { account, json, previous, due, clock } of rows) {
    const isLeftOverdue = kinds[kind].isLeftOverdue && due === null;
    const dueAfter = isLeftOverdue ? new Clock(JSON.parse(clock)).now() : undefined;
    insert.run(...rowOf(kind, account, parseEntity(json), json, dueAfter), previous);
  }
}

/** The one place that types a kind's stored JSON: the text was written from an entity of the kind. */
function parseEntity(json: string): Entities[Kind] {
  try {
    return JSON.parse(json) as Entities[Kind];
  } catch {
    throw damaged('An entity is not JSON.');
  }
}

/** Long texts come last: SQLite reads past them to reach the columns behind. */
function tableOf(kind: Kind): string {
  const { keys, times, isArchivable, caseless = [], dueAt, figureColumns = [] } = kinds[kind];
  const counted = countedTimes(kind);
  const isPartial = (column: string) => column === 'status' && isArchivable;
  const removed = removedWith[kind];
  return `
    CREATE TABLE ${kind} (
      account INTEGER NOT NULL,
      id TEXT NOT NULL,
      ${keys.map((path) => `${columnOf(path)} TEXT${caseless.includes(path) ? ' COLLATE NOCASE' : ''},`).join('\n')}
      ${times.map((path) => `${columnOf(path)} INTEGER,`).join('\n')}
      ${dueAt ? 'due_at INTEGER,' : ''}
      ${figureColumns.map((column) => `${column} INTEGER,`).join('\n')}
      searched TEXT NOT NULL,
      json TEXT NOT NULL,
      previous TEXT,
      PRIMARY KEY (account, id)
    ) STRICT;
    ${filterColumns(kind)
      .map(
        (column) => `CREATE INDEX ${kind}_by_${column} ON ${kind} (account, ${column}, id)
          ${isPartial(column) ? "WHERE status = 'archived'" : ''};`,
      )
      .join('\n')}
    ${dueAt ? `CREATE INDEX ${kind}_by_due_at ON ${kind} (account, due_at, id) WHERE due_at IS NOT NULL;` : ''}
    ${isCounted(kind) ? countersOf(kind, '{row}.status', 'status') : ''}
    ${counted.length > 0 ? timeCountersOf(kind, counted) : ''}
    ${figuresOf[kind] ?? ''}
    ${removed === undefined ? '' : `CREATE TRIGGER ${kind}_cascade AFTER DELETE ON ${kind} BEGIN ${removed} END;`}
  `;
}

/** Returns the times by which totals per status are kept. */
export function countedTimes(kind: Kind): readonly string[] {
  const { times, isCountedByTime } = kinds[kind];
  return isCountedByTime ? times.map(columnOf) : [];
}

/** Returns true if totals per status are kept. */
export function isCounted(kind: Kind): boolean {
  return kinds[kind].keys.includes('status');
}

/**
 * Sets SQLite's statistics to those of tables in use: an account has many rows, few of them share a value, and there
 * are other accounts. Without them, SQLite would scan all rows of the account to find a customer by email.
 */
function statisticsOf(changed: readonly Kind[]): string {
  const rows = changed.flatMap((kind) => [
    `('${kind}', '${kind}', '1000000 100000 1')`,
    ...filterColumns(kind).map((column) => {
      const sameValue = column === 'status' ? 50_000 : 10;
      return `('${kind}', '${kind}_by_${column}', '1000000 100000 ${sameValue} 1')`;
    }),
    ...(kinds[kind].dueAt ? [`('${kind}', '${kind}_by_due_at', '1000000 100000 10 1')`] : []),
  ]);
  // Figures are read by indexes of their own. Without statistics, SQLite would take an account to have few rows in them.
  const ofFigures = `SELECT tbl_name, name, '1000000 100000 10 10' FROM sqlite_schema WHERE type = 'index'
    AND tbl_name IN (${changed.map((kind) => `'${kind}'`).join(', ')}) AND sql IS NOT NULL
    AND name NOT IN (SELECT idx FROM sqlite_stat1)`;
  return `INSERT INTO sqlite_stat1 VALUES ${rows.join(', ')}; INSERT INTO sqlite_stat1 ${ofFigures};`;
}
