import { setTimeout as wait } from 'node:timers/promises';

/** How long to wait, in milliseconds, between looks at what answers, and at what does not. */
const everyMs = 1000;
const firstRetryMs = 100;
const retryAtMostMs = 3000;

/** The pauses between looks at a mock: even ones while it is there, ever longer ones while it is not. */
export class Backoff {
  #failures = 0;

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures += 1;
  }

  /** How long the next pause is, in milliseconds. */
  get delayMs(): number {
    return this.#failures === 0 ? everyMs : Math.min(firstRetryMs * 2 ** (this.#failures - 1), retryAtMostMs);
  }

  /** Waits for the next look; not at all once the signal says stop. */
  async pause(signal: AbortSignal): Promise<void> {
    await wait(this.delayMs, undefined, { signal }).catch((error) => {
      if (!signal.aborted) throw error;
    });
  }
}
