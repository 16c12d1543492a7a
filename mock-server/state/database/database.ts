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

/** Prepares a statement once, and gives the same one for the same text. */
export type Statements = (sql: string) => Statement;

/** Does work in one transaction, in an outer one where there is one. */
export type Transaction = (work: () => void) => void;

/** Raised with each change of `tables.ts` or of what entities hold, with a step in `migrations.ts` and a file in `released/`. */
export const schemaVersion = 2;

/**
 * How long a file that another process holds is waited for, in milliseconds: one that is just ending lets go of it. Two
 * that begin at once hold each other up, and the less patient one gives way.
 */
const patience = 500 + 150 * (process.pid % 8);

/**
 * Page size in memory, in bytes. SQLite copies each page that a change touches, to be able to take it back, and now and
 * then looks through a table of all pages: large ones make every change dearer, small ones those among a million rows.
 */
const pageBytesInMemory = 8 * 1024;

/** How much of a file SQLite keeps in memory, in KiB. */
const cachedKibibytes = 16_000;

/**
 * Opens the store: a file, or memory where none is named. A file belongs to one process at a time, until it closes the
 * file or ends in whatever way.
 *
 * @throws UsageError for a file that cannot be read and written, that another process has open, that Paddock did not
 *   write, that is damaged, or that a newer Paddock wrote. Such a file is left alone.
 */
export function openDatabase(file = ':memory:'): Database {
  let database: Database | undefined;
  try {
    if (file !== ':memory:') createPrivately(file);
    database = new Database(file, { timeout: patience });
    if (file === ':memory:') database.pragma(`page_size = ${pageBytesInMemory}`);
    // Held by a lock of the operating system, which goes with the process.
    database.pragma('locking_mode = EXCLUSIVE');
    const version = versionOf(database, file);
    // A killed process loses nothing: what was committed is in the write-ahead log, which the system writes out. Where
    // the power fails, the last transactions may be lost, and never half of one.
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

/** The version of the tables that are there; 0 for a new file. */
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
    // A damaged table is noticed now, and not at the first request.
    const held = [...kindNames, ...tablesOfPaddock];
    database.exec(held.map((table) => `SELECT * FROM ${table} NOT INDEXED LIMIT 1;`).join(' '));
    // Also where nothing changes: a file that cannot be written shows that here, and not at the first request.
    database.pragma(`user_version = ${schemaVersion}`);
  });
}

/** Prepared statements that are kept. Each mix of a list's filters is one, so that callers can ask for any number. */
const statementsAtMost = 500;

/** Prepares statements, and keeps those used last. */
export function statementsOf(database: Database): Statements {
  const prepared = new BoundedCache<Statement>(statementsAtMost);
  return (sql) => prepared.get(sql, () => database.prepare(sql));
}

/**
 * Creates a file that its owner alone reads: it holds secrets of destinations. SQLite gives the files beside it the same
 * mode. A file that is there keeps its mode, and one that cannot be created is SQLite's to refuse.
 */
function createPrivately(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch {}
}
