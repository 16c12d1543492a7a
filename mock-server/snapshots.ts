import type { Account, AccountMemory } from './context.ts';
import { copyPortalSessions, copyRows, removeRows } from './state/account-rows.ts';
import type { Statements } from './state/database.ts';
import type { Database } from './state/sqlite.ts';
import { UsageError } from './usage-error.ts';

/** A snapshot as it is listed. */
export type Snapshot = {
  name: string;
  /** The account's time when it was taken, RFC 3339. */
  created_at: string;
};

type SnapshotRow = { name: string; holder: number; created_at: number; memory: string };

/** Letters, digits and `._-`, so that a name can stand in a URL as it is. */
const namePattern = /^[A-Za-z\d][A-Za-z\d._-]{0,63}$/;

/**
 * The snapshots of all accounts. The rows of one belong to a holder, an account that no key opens; the rest of what it
 * holds is text beside its name.
 */
export class Snapshots {
  readonly #database: Database;
  readonly #statements: Statements;
  readonly #perAccountAtMost: number;

  constructor(database: Database, statements: Statements, perAccountAtMost: number) {
    this.#database = database;
    this.#statements = statements;
    this.#perAccountAtMost = perAccountAtMost;
  }

  /**
   * Keeps an account as it is now. A snapshot of the same name is replaced.
   *
   * @throws UsageError for a name that none can have, and for one snapshot too many
   */
  take(account: Account, name: string): Snapshot {
    const known = this.#find(account, name);
    if (!known) this.#refuseNew(account, name);
    const createdAt = account.clock.now();
    this.#database.transaction(() => {
      const holder = known?.holder ?? this.#addHolder(account);
      copyRows(this.#statements, account.id, holder);
      copyPortalSessions(this.#statements, account.id, holder, true);
      this.#statements(
        'INSERT OR REPLACE INTO snapshots (account, name, holder, created_at, memory) VALUES (?, ?, ?, ?, ?)',
      ).run(account.id, name, holder, createdAt, JSON.stringify(account.memory));
    });
    return shown({ name, created_at: createdAt });
  }

  /** Puts an account back to a snapshot, which stays. @throws UsageError where there is none of that name */
  restore(account: Account, name: string): Snapshot {
    const row = this.#require(account, name);
    this.#database.transaction(() => {
      copyRows(this.#statements, row.holder, account.id);
      copyPortalSessions(this.#statements, row.holder, account.id, false);
      account.goTo(readMemory(row));
    });
    return shown(row);
  }

  /** Snapshots by name. */
  list(account: Account): Snapshot[] {
    const sql = 'SELECT name, holder, created_at, memory FROM snapshots WHERE account = ? ORDER BY name';
    // The columns are those of the SELECT.
    return (this.#statements(sql).all(account.id) as SnapshotRow[]).map(shown);
  }

  /** @throws UsageError where there is none of that name */
  remove(account: Account, name: string): void {
    const { holder } = this.#require(account, name);
    this.#database.transaction(() => {
      removeRows(this.#statements, holder);
      this.#statements('DELETE FROM accounts WHERE id = ?').run(holder);
      this.#statements('DELETE FROM snapshots WHERE account = ? AND name = ?').run(account.id, name);
    });
  }

  #require(account: Account, name: string): SnapshotRow {
    const row = this.#find(account, name);
    if (row) return row;
    throw new UsageError(
      `Could not find the snapshot ${name}: the account has none of that name. List them with GET /_paddock/snapshots.`,
    );
  }

  #find({ id }: Account, name: string): SnapshotRow | undefined {
    const sql = 'SELECT name, holder, created_at, memory FROM snapshots WHERE account = ? AND name = ?';
    // The columns are those of the SELECT.
    return this.#statements(sql).get(id, name) as SnapshotRow | undefined;
  }

  #refuseNew(account: Account, name: string): void {
    if (!namePattern.test(name)) {
      throw new UsageError(
        `Could not take the snapshot ${name}: that is no name. Use up to 64 letters, digits, dots, underscores and hyphens.`,
      );
    }
    if (this.list(account).length >= this.#perAccountAtMost) {
      throw new UsageError(
        `Could not take the snapshot ${name}: the account has ${this.#perAccountAtMost} already. Remove one, or start with a higher --max-snapshots.`,
      );
    }
  }

  /** Adds an account without a key. */
  #addHolder({ id }: Account): number {
    const sql = 'INSERT INTO accounts (behaviours, clock) SELECT behaviours, clock FROM accounts WHERE id = ?';
    return Number(this.#statements(sql).run(id).lastInsertRowid);
  }
}

function shown({ name, created_at }: Pick<SnapshotRow, 'name' | 'created_at'>): Snapshot {
  return { name, created_at: new Date(created_at).toISOString() };
}

/** The place where what is kept becomes typed: `take` wrote it from what an account holds. */
function readMemory({ memory }: SnapshotRow): AccountMemory {
  return JSON.parse(memory) as AccountMemory;
}
