import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import { giveTurns, portionMs } from '../time/in-portions.ts';

/** How often old rows are looked for, in milliseconds of the account's clock. */
const forgetEveryMs = 3_600_000;

/** The parts of an account that its clean-up works with. */
type CleanUpOptions = {
  clock: Clock;
  store: Store;
  /** Says that the rows are being replaced. */
  rows: { readonly isHeld: boolean };
  report: (error: unknown) => void;
};

/** Removes in the background what an account shows no longer, in portions, and lets requests be answered between them. */
export class CleanUp {
  readonly #options: CleanUpOptions;
  #isWaiting = false;
  #isClosed = false;
  #forgottenAt = Number.NEGATIVE_INFINITY;

  constructor(options: CleanUpOptions) {
    this.#options = options;
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

  /** Does a portion if the last look was long ago. It needs no exact time, since lists leave out old rows anyway. */
  nowAndThen(): void {
    const now = this.#options.clock.now();
    if (Math.abs(now - this.#forgottenAt) < forgetEveryMs) return;
    this.#forgottenAt = now;
    this.start();
  }

  /** Looks again soon, after the account's rows were changed. */
  restart(): void {
    this.#forgottenAt = Number.NEGATIVE_INFINITY;
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
        this.#options.report(error);
      }
    });
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Answers whether there may be more. */
  #doPortion(): boolean {
    const { store, clock, rows } = this.#options;
    // It begins again with the account.
    if (rows.isHeld) return false;
    const [now, end] = [clock.now(), performance.now() + portionMs];
    let hasMore = false;
    store.together(() => {
      do hasMore = store.forgetting.step(now);
      while (hasMore && performance.now() < end);
    });
    return hasMore;
  }
}
