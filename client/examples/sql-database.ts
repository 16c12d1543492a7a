/** The part of `DatabaseSync` from node:sqlite that the examples need. */
export interface SqlDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): {
    run(...values: (string | number)[]): { readonly changes: number | bigint };
    get(...values: (string | number)[]): unknown;
    all(...values: (string | number)[]): unknown[];
  };
}

/** Runs the work in a transaction, which is rolled back if it throws. The work must be synchronous. */
export function inTransaction<Result>(database: SqlDatabase, work: () => Result): Result {
  // Takes the write lock first, so that no other process writes between the reads and writes of the work.
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

export function textIn(row: unknown, column: string): string {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined;
  if (typeof value !== 'string') throw new Error(`Column ${column} has no text.`);
  return value;
}
