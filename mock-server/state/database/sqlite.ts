import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

type Values = readonly SQLInputValue[];

/** The one column that is read of each row. */
export type Column = { get: (...values: Values) => unknown; all: (...values: Values) => unknown[] };

/** How many rows a statement changed, and the ID of the last one that it added. */
export type Outcome = { changes: number; lastInsertRowid: number };

/** The statements that begin, end and take back a transaction. */
type Frame = { begin: StatementSync; commit: StatementSync; undo: StatementSync[] };

/** A connection of Node's own SQLite. */
export class Database implements Disposable {
  readonly #connection: DatabaseSync;
  readonly #outer: Frame;
  readonly #inner: Frame;

  constructor(file: string, options: { readOnly?: boolean; timeout?: number } = {}) {
    this.#connection = new (loadSqlite().DatabaseSync)(file, options);
    const frame = (begin: string, commit: string, ...undo: string[]) => ({
      begin: this.#connection.prepare(begin),
      commit: this.#connection.prepare(commit),
      undo: undo.map((sql) => this.#connection.prepare(sql)),
    });
    this.#outer = frame('BEGIN', 'COMMIT', 'ROLLBACK');
    this.#inner = frame('SAVEPOINT inner_one', 'RELEASE inner_one', 'ROLLBACK TO inner_one', 'RELEASE inner_one');
  }

  /** Runs statements of which no row is wanted. */
  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** Adds a function to this connection's SQL, which gives the same for the same text. */
  function(name: string, work: (text: string) => string): void {
    this.#connection.function(name, { deterministic: true }, (text) => work(String(text)));
  }

  prepare(sql: string): Statement {
    return new Statement(this.#connection, sql);
  }

  /** Sets a pragma, or asks for its value. */
  pragma(text: string): unknown {
    return this.prepare(`PRAGMA ${text}`).pluck().get();
  }

  /** Does work in one transaction, in a savepoint of the outer one where there is one. */
  readonly transaction = (work: () => void): void => {
    const { begin, commit, undo } = this.#connection.isTransaction ? this.#inner : this.#outer;
    begin.run();
    try {
      work();
      commit.run();
    } catch (error) {
      // SQLite itself takes the transaction back after some errors, such as a full disk.
      if (this.#connection.isTransaction) for (const statement of undo) statement.run();
      throw error;
    }
  };

  close(): void {
    this.#connection.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** A statement, whose rows are objects, arrays or single values. It is prepared for each of them when first used so. */
export class Statement {
  readonly #connection: DatabaseSync;
  readonly #sql: string;
  #objects: StatementSync | undefined;
  #arrays: StatementSync | undefined;
  #column: Column | undefined;

  constructor(connection: DatabaseSync, sql: string) {
    this.#connection = connection;
    this.#sql = sql;
  }

  run(...values: Values): Outcome {
    // Both are numbers, unless BigInts are asked for.
    return this.#rows.run(...values) as Outcome;
  }

  get(...values: Values): unknown {
    return this.#rows.get(...values);
  }

  all(...values: Values): unknown[] {
    return this.#rows.all(...values);
  }

  /** Reads row by row, so that not all have to be in memory. */
  iterate(...values: Values): Iterable<unknown> {
    return this.#rows.iterate(...values);
  }

  /** Each row as an array of its columns. */
  raw(): { all: (...values: Values) => unknown[] } {
    return this.#inArrays;
  }

  /** The first column of each row. */
  pluck(): Column {
    const rows = this.#inArrays;
    this.#column ??= {
      get: (...values) => firstOf(rows.get(...values)),
      all: (...values) => rows.all(...values).map(firstOf),
    };
    return this.#column;
  }

  get #rows(): StatementSync {
    this.#objects ??= this.#connection.prepare(this.#sql);
    return this.#objects;
  }

  get #inArrays(): StatementSync {
    if (!this.#arrays) {
      this.#arrays = this.#connection.prepare(this.#sql);
      this.#arrays.setReturnArrays(true);
    }
    return this.#arrays;
  }
}

function firstOf(row: unknown): unknown {
  return Array.isArray(row) ? row[0] : undefined;
}

let sqlite: typeof import('node:sqlite') | undefined;

/** Loads Node's module without the warning of Node 22 that it is experimental; other warnings are let through. */
function loadSqlite(): typeof import('node:sqlite') {
  if (sqlite) return sqlite;
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).startsWith('SQLite is an experimental feature'))
      Reflect.apply(emitWarning, process, [warning, ...rest]);
  };
  try {
    sqlite = process.getBuiltinModule('node:sqlite');
    return sqlite;
  } finally {
    process.emitWarning = emitWarning;
  }
}
