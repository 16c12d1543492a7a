import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

type Values = readonly SQLInputValue[];

/** Reads only the first column of each row. */
export type Column = { get: (...values: Values) => unknown; all: (...values: Values) => unknown[] };

/** The number of changed rows, and the ID of the last added one. */
export type Outcome = { changes: number; lastInsertRowid: number };

/** Statements that begin, commit and roll back a transaction. */
type Frame = { begin: StatementSync; commit: StatementSync; undo: StatementSync[] };

/** A connection of Node's built-in SQLite. */
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

  /** Runs statements without reading rows. */
  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** Adds a deterministic function to this connection's SQL. */
  function(name: string, work: (text: string) => string): void {
    this.#connection.function(name, { deterministic: true }, (text) => work(String(text)));
  }

  prepare(sql: string): Statement {
    return new Statement(this.#connection, sql);
  }

  /** Sets or reads a pragma. */
  pragma(text: string): unknown {
    return this.prepare(`PRAGMA ${text}`).pluck().get();
  }

  /** Runs work in one transaction, or in a savepoint of the outer one. */
  readonly transaction = (work: () => void): void => {
    const { begin, commit, undo } = this.#connection.isTransaction ? this.#inner : this.#outer;
    begin.run();
    try {
      work();
      commit.run();
    } catch (error) {
      // SQLite itself rolls back after some errors, such as a full disk.
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

/** A statement whose rows are objects, arrays or single values. Each form is prepared at its first use. */
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

  /** Reads row by row, so that not all are in memory at once. */
  iterate(...values: Values): Iterable<unknown> {
    return this.#rows.iterate(...values);
  }

  /** Returns each row as an array of its columns. */
  raw(): { all: (...values: Values) => unknown[] } {
    return this.#inArrays;
  }

  /** Returns the first column of each row. */
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

/** Loads Node's module without Node 22's warning that it is experimental; other warnings pass. */
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
