import SQLite from 'better-sqlite3';
import { UsageError } from '../usage-error.ts';
import { migrations } from './migrations.ts';
import { statistics, tables } from './tables.ts';

export type Database = SQLite.Database;

/** Prepares a statement once, and gives the same one for the same text. */
export type Statements = (sql: string) => SQLite.Statement<(string | number | null)[]>;

/** Does work in one transaction, in an outer one where there is one. */
export type Transaction = (work: () => void) => void;

/** Raised with each change of `tables.ts`, with a step in `migrations.ts`. */
const schemaVersion = 2;

/**
 * Opens the store: a file, or memory where none is named.
 *
 * @throws UsageError for a file that cannot be opened or was written by a newer Paddock
 */
export function openDatabase(file = ':memory:'): Database {
  try {
    const database = new SQLite(file);
    // A killed process loses nothing: what was committed is in the write-ahead log, which the system writes out.
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    migrate(database, file);
    return database;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `Could not open ${file}: ${error instanceof Error ? error.message : error}. Name a file that can be written.`,
    );
  }
}

function migrate(database: Database, file: string): void {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (version > schemaVersion) {
    throw new UsageError(`Could not open ${file}: a newer Paddock wrote it. Use that version, or name another file.`);
  }
  if (version === schemaVersion) return;
  database.transaction(() => {
    if (version === 0) {
      database.exec(tables());
      database.exec(statistics());
    }
    for (const { to, sql } of migrations) if (version > 0 && to > version) database.exec(sql);
    database.pragma(`user_version = ${schemaVersion}`);
  })();
}

export function statementsOf(database: Database): Statements {
  const prepared = new Map<string, ReturnType<Statements>>();
  return (sql) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare<(string | number | null)[]>(sql);
    prepared.set(sql, statement);
    return statement;
  };
}
