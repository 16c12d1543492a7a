import { giveTurns, portionMs } from '../time/in-portions.ts';
import { removalSteps } from './database/account-rows.ts';
import type { Statements, Transaction } from './database/database.ts';

/**
 * Removes the rows of accounts that nothing leads to any more, in portions, with turns for others in between. Where the
 * process ends before, the next one goes on.
 */
export class Discarding {
  readonly #statements: Statements;
  readonly #transaction: Transaction;
  readonly #report: (error: unknown) => void;
  /** Accounts that are being filled: they are to be discarded only if they are not kept in the end. */
  readonly #filling = new Set<number>();
  #isWaiting = false;
  #current: { account: number; steps: Generator<void, void> } | undefined;
  #isClosed = false;

  constructor(statements: Statements, transaction: Transaction, report: (error: unknown) => void) {
    this.#statements = statements;
    this.#transaction = transaction;
    this.#report = report;
  }

  /** Has an account removed. It belongs into the transaction that takes away what led to it. */
  add(account: number): void {
    this.#statements('INSERT OR IGNORE INTO discarded VALUES (?)').run(account);
    this.goOn();
  }

  /** Notes an account that is about to be filled, so that nothing of it is left if that does not come to an end. */
  fill(account: number): void {
    this.#filling.add(account);
    this.add(account);
  }

  /** Keeps an account that was filled. It belongs into the transaction that makes something lead to it. */
  keep(account: number): void {
    this.#statements('DELETE FROM discarded WHERE account = ?').run(account);
  }

  /** The filling of an account came to its end, kept or not. */
  filled(account: number): void {
    this.#filling.delete(account);
    this.goOn();
  }

  /** Goes on with what is left, after others had their turn. */
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
      // It is tried again with the next one.
      this.#current = undefined;
      this.#report(error);
    }
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Answers whether there is more. */
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
