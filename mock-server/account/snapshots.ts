import { UsageError } from '#openapi/text/usage-error.ts';
import { copyPortalSessions, copyRows, copySteps, isSmall, removeRows } from '../state/database/account-rows.ts';
import type { Statements } from '../state/database/database.ts';
import type { Database } from '../state/database/sqlite.ts';
import type { Discarding } from '../state/discarding.ts';
import { inPortions } from '../time/in-portions.ts';
import type { Account, AccountMemory } from './account.ts';

/** A snapshot as listed. */
export type Snapshot = {
  name: string;
  /** The account's time at the snapshot, RFC 3339. */
  created_at: string;
};

type SnapshotRow = { name: string; holder: number; created_at: number; memory: string };

/** Letters, digits and `._-`, so that a name needs no encoding in a URL. */
const namePattern = /^[A-Za-z\d][A-Za-z\d._-]{0,63}$/;

/**
 * The snapshots of all accounts. The rows of each belong to a holder, an account without a key; the rest of the state
 * is stored as text beside its name.
 */
export class Snapshots {
  readonly #database: Database;
  readonly #statements: Statements;
  readonly #discarding: Discarding;
  readonly #perAccountAtMost: number;

  constructor(database: Database, statements: Statements, discarding: Discarding, perAccountAtMost: number) {
    this.#database = database;
    this.#statements = statements;
    this.#discarding = discarding;
    this.#perAccountAtMost = perAccountAtMost;
  }

  /**
   * Takes a snapshot of an account. It replaces one of the same name.
   *
   * @throws UsageError for an invalid name, or too many snapshots
   */
  take(account: Account, name: string): Snapshot | Promise<Snapshot> {
    const known = this.#find(account, name);
    if (!known) this.#refuseNew(account, name);
    if (this.#areSmall(account.id, known?.holder ?? account.id)) return this.#takeAtOnce(account, name, known);
    return account.alone(() => this.#takeInPortions(account, name));
  }

  /**
   * Copies an account; `keep` makes the copy reachable, in the transaction that completes it. Requests must wait
   * meanwhile.
   */
  async copy(account: Account, keep: (copy: number) => void): Promise<void> {
    let copy = 0;
    this.#database.transaction(() => {
      copy = this.#addHolder(account);
      this.#discarding.fill(copy);
    });
    try {
      await inPortions(account, copySteps(this.#statements, account.id, copy));
      this.#database.transaction(() => {
        this.#discarding.keep(copy);
        keep(copy);
      });
    } finally {
      this.#discarding.filled(copy);
    }
  }

  async #takeInPortions(account: Account, name: string): Promise<Snapshot> {
    const [createdAt, memory] = [account.clock.now(), account.memory];
    await this.copy(account, (holder) => {
      copyPortalSessions(this.#statements, account.id, holder, true);
      const known = this.#find(account, name);
      if (known) this.#discarding.add(known.holder);
      this.#store(account, { name, holder, created_at: createdAt, memory: JSON.stringify(memory) });
    });
    return shown({ name, created_at: createdAt });
  }

  #takeAtOnce(account: Account, name: string, known: SnapshotRow | undefined): Snapshot {
    const createdAt = account.clock.now();
    this.#database.transaction(() => {
      const holder = known?.holder ?? this.#addHolder(account);
      copyRows(this.#statements, account.id, holder);
      copyPortalSessions(this.#statements, account.id, holder, true);
      this.#store(account, { name, holder, created_at: createdAt, memory: JSON.stringify(account.memory) });
    });
    return shown({ name, created_at: createdAt });
  }

  #store(account: Account, { name, holder, created_at, memory }: SnapshotRow): void {
    const sql = 'INSERT OR REPLACE INTO snapshots (account, name, holder, created_at, memory) VALUES (?, ?, ?, ?, ?)';
    this.#statements(sql).run(account.id, name, holder, created_at, memory);
  }

  /** Restores an account to a snapshot, which is kept. @throws UsageError if there is none of that name */
  restore(account: Account, name: string): Snapshot | Promise<Snapshot> {
    const row = this.#require(account, name);
    if (!this.#areSmall(account.id, row.holder)) return account.alone(() => this.#restoreInPortions(account, name));
    this.finishRestore(account, row);
    return shown(row);
  }

  /** Restores an account, or finishes an interrupted restore. */
  finishRestore(account: Account, { holder, memory }: Pick<SnapshotRow, 'holder' | 'memory'>): void {
    this.#database.transaction(() => {
      copyRows(this.#statements, holder, account.id);
      this.#finish(account, { holder, memory });
    });
  }

  async #restoreInPortions(account: Account, name: string): Promise<Snapshot> {
    const row = this.#require(account, name);
    account.restart();
    // If the process ends first, the next one finishes the restore.
    this.#statements('INSERT OR REPLACE INTO unfinished VALUES (?, ?, ?)').run(account.id, row.holder, row.memory);
    await account.untilDone(async () => {
      await inPortions(account, copySteps(this.#statements, row.holder, account.id));
      this.#database.transaction(() => this.#finish(account, row));
    });
    return shown(row);
  }

  #finish(account: Account, { holder, memory }: Pick<SnapshotRow, 'holder' | 'memory'>): void {
    copyPortalSessions(this.#statements, holder, account.id, false);
    account.goTo(readMemory(memory));
    this.#statements('DELETE FROM unfinished WHERE account = ?').run(account.id);
  }

  #areSmall(...accounts: readonly number[]): boolean {
    return accounts.every((account) => isSmall(this.#statements, account));
  }

  /** Lists the snapshots by name. */
  list(account: Account): Snapshot[] {
    const sql = 'SELECT name, holder, created_at, memory FROM snapshots WHERE account = ? ORDER BY name';
    // The columns are those of the SELECT.
    return (this.#statements(sql).all(account.id) as SnapshotRow[]).map(shown);
  }

  /** @throws UsageError if there is none of that name */
  remove(account: Account, name: string): void {
    const { holder } = this.#require(account, name);
    this.#database.transaction(() => {
      if (this.#areSmall(holder)) {
        removeRows(this.#statements, holder);
        this.#statements('DELETE FROM accounts WHERE id = ?').run(holder);
      } else this.#discarding.add(holder);
      this.#statements('DELETE FROM snapshots WHERE account = ? AND name = ?').run(account.id, name);
    });
  }

  #require(account: Account, name: string): SnapshotRow {
    const row = this.#find(account, name);
    if (row) return row;
    throw new UsageError(
      `Could not find the snapshot ${name}: the account has no such snapshot. List them with GET /_paddock/snapshots.`,
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
        `Could not take the snapshot ${name}: the name is invalid. Use up to 64 letters, digits, dots, underscores and hyphens.`,
      );
    }
    if (this.list(account).length >= this.#perAccountAtMost) {
      throw new UsageError(
        `Could not take the snapshot ${name}: the account already has ${this.#perAccountAtMost}. Remove one, or start with a higher --max-snapshots.`,
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

/** The one place that types a stored state: `take` wrote it from an account's. */
function readMemory(memory: string): AccountMemory {
  return JSON.parse(memory) as AccountMemory;
}
