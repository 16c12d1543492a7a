import type { SqlDatabase } from '../examples/sql-database.ts';

/** What happens to a process: at a statement, counted from 0, its database fails once, or the process dies. */
export interface Fault {
  readonly kind: 'fails' | 'dies';
  readonly atStatement: number;
}

/**
 * One process's connection to a database that outlives it. When the process dies, the database undoes what was not
 * committed, and the connection does nothing any more.
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
    /** Lets a fault come, counted from now; `null` takes back one that has not come yet. */
    plan: (planned: Fault | null) => {
      fault = planned;
      statements = 0;
    },
  };
}
