import { giveTurns, portionMs } from '../time/in-portions.ts';
import { removalSteps } from './database/account-rows.ts';
import type { Statements, Transaction } from './database/database.ts';

/**
 * Removes the rows of unreachable accounts in portions, with turns for others in between. If the process ends first,
 * the next one continues.
 */
export class Discarding {
  readonly #statements: Statements;
  readonly #transaction: Transaction;
  readonly #report: (error: unknown) => void;
  /** Accounts that are being filled. They are discarded unless they are kept in the end. */
  readonly #filling = new Set<number>();
  #isWaiting = false;
  #current: { account: number; steps: Generator<void, void> } | undefined;
  #isClosed = false;

  constructor(statements: Statements, transaction: Transaction, report: (error: unknown) => void) {
    this.#statements = statements;
    this.#transaction = transaction;
    this.#report = report;
  }

  /** Schedules an account for removal. Call it in the transaction that makes the account unreachable. */
  add(account: number): void {
    this.#statements('INSERT OR IGNORE INTO discarded VALUES (?)').run(account);
    this.goOn();
  }

  /** Registers an account that is about to be filled, so that an interrupted filling is removed. */
  fill(account: number): void {
    this.#filling.add(account);
    this.add(account);
  }

  /** Keeps a filled account. Call it in the transaction that makes the account reachable. */
  keep(account: number): void {
    this.#statements('DELETE FROM discarded WHERE account = ?').run(account);
  }

  /** Ends the filling of an account, kept or not. */
  filled(account: number): void {
    this.#filling.delete(account);
    this.goOn();
  }

  /** Continues the removal, after a turn for others. */
  goOn(): void {
    if (this.#isClosed || this.#isWaiting) return;
    this.#isWaiting = true;
    void giveTurns().then(() => this.#goOnNow());
  }

  #goOnNow(): void {
    this.#isWaiting = false;
    if (this.#isClosed) return;
    try {
      if (this.#doPortion()) this.goOn();
    } catch (error) {
      // It is retried with the next one.
      this.#current = undefined;
      this.#report(error);
    }
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Removes one portion and returns true if there is more. */
  #doPortion(): boolean {
    this.#current ??= this.#first();
    const current = this.#current;
    if (!current) return false;
    const end = performance.now() + portionMs;
    this.#transaction(() => {
      let isDone = false;
      do isDone = current.steps.next().done === true;
      while (!isDone && performance.now() < end);
      if (isDone) this.#finish(current.account);
    });
    return true;
  }

  #first() {
    const sql = 'SELECT account FROM discarded';
    const account = this.#statements(sql)
      .pluck()
      .all()
      .map(Number)
      .find((id) => !this.#filling.has(id));
    return account === undefined ? undefined : { account, steps: removalSteps(this.#statements, account) };
  }

  #finish(account: number): void {
    this.#statements('DELETE FROM accounts WHERE id = ?').run(account);
    this.#statements('DELETE FROM discarded WHERE account = ?').run(account);
    this.#current = undefined;
  }
}
