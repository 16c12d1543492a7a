/** The part of an SQLite connection that the examples need, as node:sqlite has it. */
export interface SqlDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...values: (string | number)[]): { readonly changes: number | bigint };
    get(...values: (string | number)[]): unknown;
    all(...values: (string | number)[]): unknown[];
  };
}

/** Does all of the work or, where it throws, nothing. The work cannot wait: nothing else may come between. */
export function inTransaction<Result>(database: SqlDatabase, work: () => Result): Result {
  // At once a writer, so that what it reads is still true when it writes.
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** The text in a column of a row. */
export function textIn(row: unknown, column: string): string {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined;
  if (typeof value !== 'string') throw new Error(`Column ${column} has no text.`);
  return value;
}
