import type { ServerResponse } from 'node:http';

/** Longest time that a timer takes; a longer one would be over at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * Answers that are held back. They wait in real time, by a timer and not by the account's clock: a clock that stands
 * would never let a client go on.
 */
export class Pauses {
  readonly #waiting = new Set<() => void>();
  #isOver = false;

  /** Goes on when the time is over; at once when the client has gone, or when the server closes. */
  hold(milliseconds: number, response: Pick<ServerResponse, 'once' | 'off'>, goOn: () => void): void {
    if (milliseconds <= 0 || this.#isOver) {
      goOn();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      response.off('close', end);
      this.#waiting.delete(end);
      goOn();
    };
    const timer = setTimeout(end, Math.min(milliseconds, longestTimer));
    response.once('close', end);
    this.#waiting.add(end);
  }

  /** Lets all go on that waits, and holds nothing back any more. */
  end(): void {
    this.#isOver = true;
    for (const end of this.#waiting) end();
  }
}
