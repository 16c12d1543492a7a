import type { Behaviours } from '../spec/behaviours.ts';

/** Result of counting a request. Seconds are rounded up to whole ones. */
export type RateLimitState = {
  limit: number;
  remaining: number;
  resetSeconds: number;
  /** Time to wait, for a request over the limit. */
  retryAfterSeconds: number | null;
};

type Window = { endsAt: number; count: number; blockedUntil: number };

const rules = {
  // @evidence guide. That the window is a second, and when it starts, is assumed.
  'per-key': { requests: 100, windowMs: 1000, blockMs: 0 },
  // @evidence official: https://developer.paddle.com/api-reference/about/rate-limiting
  'per-ip': { requests: 240, windowMs: 60_000, blockMs: 60_000 },
} as const;

/** Callers counted at once; beyond it, all counts are reset. */
const callersAtMost = 10_000;

/** Counts one account's requests, per key or IP address. */
export class RateLimit {
  readonly #windows = new Map<string, Window>();

  /**
   * Counts a request.
   *
   * @param elapsed milliseconds on a clock that never stands still
   * @param ownLimit the limit per minute of an operation that has its own, and is counted apart
   */
  admit(
    mode: Exclude<Behaviours['rate-limit'], 'off'>,
    caller: string,
    elapsed: number,
    ownLimit?: number,
  ): RateLimitState {
    const { requests: usual, windowMs, blockMs } = rules[mode];
    // @evidence official: previews have a limit of their own. assumed: that it is counted apart
    const isApart = mode === 'per-ip' && ownLimit !== undefined;
    const requests = isApart ? ownLimit : usual;
    const window = this.#windowOf(isApart ? `${caller} ${ownLimit}` : caller, elapsed, windowMs);
    const isTooMany = window.count >= requests;
    if (isTooMany && elapsed >= window.blockedUntil && blockMs > 0) {
      window.blockedUntil = elapsed + blockMs;
      window.endsAt = window.blockedUntil;
    }
    if (!isTooMany) window.count += 1;
    const resetSeconds = Math.max(1, Math.ceil((window.endsAt - elapsed) / 1000));
    return {
      limit: requests,
      remaining: requests - window.count,
      resetSeconds,
      retryAfterSeconds: isTooMany ? resetSeconds : null,
    };
  }

  clear(): void {
    this.#windows.clear();
  }

  #windowOf(caller: string, elapsed: number, windowMs: number): Window {
    const known = this.#windows.get(caller);
    if (known && elapsed < known.endsAt) return known;
    if (this.#windows.size >= callersAtMost) this.#windows.clear();
    const window = { endsAt: elapsed + windowMs, count: 0, blockedUntil: 0 };
    this.#windows.set(caller, window);
    return window;
  }
}
