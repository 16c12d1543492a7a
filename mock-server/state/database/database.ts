import { closeSync, openSync } from 'node:fs';
import { BoundedCache } from '#openapi/document/bounded-cache.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { kindNames } from '../../resources/kinds.ts';
import { inJsonbOrder } from './jsonb-text.ts';
import { bringKindsUpToDate, hasNewerKinds } from './kind-tables.ts';
import { migrations } from './migrations.ts';
import { Database, type Statement } from './sqlite.ts';
import { openRefusal } from './storage-failure.ts';
import { statistics, tables } from './tables.ts';
import { upgrades } from './upgraded-entity.ts';

/** Prepares a statement and caches it by its text. */
export type Statements = (sql: string) => Statement;

/** Runs work in one transaction, or in the outer one if there is one. */
export type Transaction = (work: () => void) => void;

/**
 * Raised with each change of `tables.ts` or of the shape of entities, together with a step in `migrations.ts` and a
 * file in `released/`.
 */
export const schemaVersion = 2;

/**
 * Milliseconds to wait for a file that another process has locked: a process that is ending releases it. The wait
 * differs per process, so that of two that start at once and block each other, one gives way.
 */
const lockTimeoutMs = 500 + 150 * (process.pid % 8);

/** SQLite's page cache for a file, in KiB. */
const cachedKibibytes = 16_000;

/**
 * Opens the store: a file, or memory if no file is named. A file belongs to one process at a time, until it closes
 * the file or ends, however it ends.
 *
 * @throws UsageError for a file that cannot be read and written, that another process has open, that Paddock did not
 * write, that is damaged, or that a newer Paddock wrote. Such a file is left alone.
 */
export function openDatabase(file = ':memory:'): Database {
  let database: Database | undefined;
  try {
    if (file !== ':memory:') createPrivately(file);
    database = new Database(file, { timeout: lockTimeoutMs });
    // An operating system lock, released when the process ends.
    database.pragma('locking_mode = EXCLUSIVE');
    const version = versionOf(database, file);
    // Every commit survives a killed process: it is in the write-ahead log, which the system writes to disk. After a
    // power failure, the last transactions may be lost, but no transaction is half written.
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    migrate(database, version);
    database.pragma('temp_store = MEMORY');
    database.pragma(`cache_size = -${cachedKibibytes}`);
    database.function('in_jsonb_order', inJsonbOrder);
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof UsageError ? error : openRefusal(file, error);
  }
}

/** Tables that every version has. */
const tablesOfPaddock = ['accounts', 'api_keys', 'events', 'notifications'];

/** Returns the version of the existing tables; 0 for a new file. */
function versionOf(database: Database, file: string): number {
  const version = Number(database.pragma('user_version'));
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (names.length > 0 && !tablesOfPaddock.every((name) => names.includes(name))) {
    throw new UsageError(`Could not open ${file}: it belongs to another program. Give another file.`);
  }
  if (version > schemaVersion || hasNewerKinds(database)) {
    throw new UsageError(
      `Could not open ${file}: a newer version of Paddock wrote it. Use that version, or give another file.`,
    );
  }
  return version;
}

function migrate(database: Database, version: number): void {
  database.transaction(() => {
    if (version === 0) {
      database.exec(tables());
      database.exec(statistics());
    }
    for (const [kind, upgrade] of Object.entries(upgrades)) database.function(`upgraded_${kind}`, upgrade);
    for (const { to, sql } of migrations) if (version > 0 && to > version) database.exec(sql);
    bringKindsUpToDate(database);
    // Finds damaged tables at start rather than at the first request.
    const existing = version === 0 ? [] : [...kindNames, ...tablesOfPaddock];
    database.exec(existing.map((table) => `SELECT * FROM ${table} NOT INDEXED LIMIT 1;`).join(' '));
    // Always written, so that a read-only file fails at start rather than at the first request.
    database.pragma(`user_version = ${schemaVersion}`);
  });
}

/** Limit of cached statements. Each combination of list filters is a statement, so callers could create any number. */
const statementsAtMost = 500;

/**
 * Prepares statements and caches the most recently used ones. A parameter that is all of a LIMIT would make SQLite
 * plan the statement again each time, for the number; an expression does not.
 */
export function statementsOf(database: Database): Statements {
  const prepared = new BoundedCache<Statement>(statementsAtMost);
  return (sql) => prepared.get(sql, () => database.prepare(sql.replaceAll('LIMIT ?', 'LIMIT +?')));
}

/**
 * Creates a file that only its owner can read: it holds secrets of destinations. SQLite gives its side files the same
 * mode. An existing file keeps its mode; a file that cannot be created is left for SQLite to report.
 */
function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {}
}
