import type { SqlDatabase } from '../examples/sql-database.ts';

/** A fault at a statement, counted from 0: the database fails once, or the process dies. */
export interface Fault {
  readonly kind: 'fails' | 'dies';
  readonly atStatement: number;
}

/**
 * Wraps a process's connection to a database that outlives it. When the process dies, its open transaction is rolled
 * back and further statements throw.
 */
export function createMortalDatabase(database: SqlDatabase & { readonly isTransaction: boolean }) {
  let dead = false;
  let fault: Fault | null = null;
  let statements = 0;

  function run<Result>(statement: () => Result): Result {
    if (dead) throw new Error('This process is dead.');
    if (fault?.atStatement === statements++) {
      dead = fault.kind === 'dies';
      fault = null;
      if (dead && database.isTransaction) database.exec('ROLLBACK');
      throw new Error('The database failed.');
    }
    return statement();
  }

  const connection: SqlDatabase = {
    exec: (sql) => run(() => database.exec(sql)),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        run: (...values) => run(() => statement.run(...values)),
        get: (...values) => run(() => statement.get(...values)),
        all: (...values) => run(() => statement.all(...values)),
      };
    },
  };
  return {
    connection,
    isDead: () => dead,
    /** Plans a fault, counted from the next statement; `null` cancels a pending one. */
    plan: (planned: Fault | null) => {
      fault = planned;
      statements = 0;
    },
  };
}
