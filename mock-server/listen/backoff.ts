import { setTimeout as wait } from 'node:timers/promises';

/** Delay after a success, and first and longest delay after failures, in milliseconds. */
const everyMs = 1000;
const firstRetryMs = 100;
const retryAtMostMs = 3000;

/** Delays between checks of a mock: constant while it is reachable, growing while it is not. */
export class Backoff {
  #failures = 0;

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures += 1;
  }

  /** Next delay, in milliseconds. */
  get delayMs(): number {
    return this.#failures === 0 ? everyMs : Math.min(firstRetryMs * 2 ** (this.#failures - 1), retryAtMostMs);
  }

  /** Waits until the next check or until aborted. */
  async pause(signal: AbortSignal): Promise<void> {
    await wait(this.delayMs, undefined, { signal }).catch((error) => {
      if (!signal.aborted) throw error;
    });
  }
}
