import type { Account } from '../account/account.ts';
import { giveTurns, portionMs } from '../state/in-portions.ts';

/** Removes in the background what an account shows no longer, in portions, and lets requests be answered between them. */
export class CleanUp {
  readonly #account: Account;
  readonly #report: (error: unknown) => void;
  #isWaiting = false;
  #isClosed = false;

  constructor(account: Account, report: (error: unknown) => void) {
    this.#account = account;
    this.#report = report;
  }

  /** Whether something is left to be removed. */
  get isBusy(): boolean {
    return this.#isWaiting;
  }

  /** Does a portion, and goes on after others had their turn. @throws what keeps rows from being removed */
  start(): void {
    if (this.#isClosed || this.#isWaiting) return;
    if (this.#doPortion()) this.#goOnAfter(giveTurns());
  }

  /** Begins in the next turn of the event loop. */
  later(): void {
    if (!this.#isClosed && !this.#isWaiting) this.#goOnAfter(giveTurns(1));
  }

  #goOnAfter(turns: Promise<void>): void {
    this.#isWaiting = true;
    void turns.then(() => {
      this.#isWaiting = false;
      try {
        this.start();
      } catch (error) {
        // It is tried again when there is something else to remove.
        this.#report(error);
      }
    });
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Answers whether there may be more. */
  #doPortion(): boolean {
    const { store, clock, isHeld } = this.#account;
    // It begins again with the account.
    if (isHeld) return false;
    const [now, end] = [clock.now(), performance.now() + portionMs];
    let hasMore = false;
    store.together(() => {
      do hasMore = store.forgetting.step(now);
      while (hasMore && performance.now() < end);
    });
    return hasMore;
  }
}
