import type { ServerResponse } from 'node:http';

/** Longest timer of Node, in milliseconds; a longer one would end at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Delays of responses. They use real timers instead of the account's clock, because a frozen clock would block clients
 * for ever.
 */
export class Delays {
  readonly #waiting = new Set<() => void>();
  #isOver = false;

  /** Calls back when the time is over, the client disconnects or the server closes. */
  wait(milliseconds: number, response: Pick<ServerResponse, 'once' | 'off'>, onEnd: () => void): void {
    if (milliseconds <= 0 || this.#isOver) {
      onEnd();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      response.off('close', end);
      this.#waiting.delete(end);
      onEnd();
    };
    const timer = setTimeout(end, Math.min(milliseconds, longestTimer));
    response.once('close', end);
    this.#waiting.add(end);
  }

  /** Ends all delays, and allows no more. */
  end(): void {
    this.#isOver = true;
    for (const end of this.#waiting) end();
  }
}
