import type { Store } from '../state/store.ts';
import type { Clock } from '../time/clock.ts';
import { giveTurns, portionMs } from '../time/in-portions.ts';

/** Interval between searches for old rows, in milliseconds of the account's clock. */
const forgetEveryMs = 3_600_000;

/** Dependencies of the clean-up on its account. */
type CleanUpOptions = {
  clock: Clock;
  store: Store;
  /** State of the account's rows; `isHeld` is true while they are being replaced. */
  rows: { readonly isHeld: boolean };
  report: (error: unknown) => void;
};

/** Removes hidden rows in the background, in portions, so that requests are answered in between. */
export class CleanUp {
  readonly #options: CleanUpOptions;
  #isWaiting = false;
  #isClosed = false;
  #forgottenAt = Number.NEGATIVE_INFINITY;

  constructor(options: CleanUpOptions) {
    this.#options = options;
  }

  /** True while there is something left to remove. */
  get isBusy(): boolean {
    return this.#isWaiting;
  }

  /** Removes a portion, and continues after a turn for others. @throws the error that prevents the removal */
  start(): void {
    if (this.#isClosed || this.#isWaiting) return;
    if (this.#doPortion()) this.#goOnAfter(giveTurns());
  }

  /**
   * Removes a portion if the last search was long ago. Exact timing is not needed, since lists hide old rows anyway.
   */
  nowAndThen(): void {
    const now = this.#options.clock.now();
    if (Math.abs(now - this.#forgottenAt) < forgetEveryMs) return;
    this.#forgottenAt = now;
    this.start();
  }

  /** Searches again soon, after the account's rows were replaced. */
  restart(): void {
    this.#forgottenAt = Number.NEGATIVE_INFINITY;
  }

  /** Starts in the next turn of the event loop. */
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
        // It is retried with the next removal.
        this.#options.report(error);
      }
    });
  }

  close(): void {
    this.#isClosed = true;
  }

  /** Removes a portion, and returns true if there may be more. */
  #doPortion(): boolean {
    const { store, clock, rows } = this.#options;
    // The account restarts it when the rows are complete.
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
