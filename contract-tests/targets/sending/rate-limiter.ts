/** Maximum number of requests in any window of this length. */
export type Pace = { readonly requests: number; readonly windowMs: number };

/** A clock and a sleep, both in milliseconds. */
export type Timer = { readonly now: () => number; readonly sleep: (ms: number) => Promise<unknown> };

export type RateLimiter = {
  /** Sends a request as soon as a slot is free, in the order of the calls. */
  run<Result>(send: () => Promise<Result>): Promise<Result>;
  /** Starts no request for this many milliseconds. */
  pause(ms: number): void;
};

/**
 * Limits the rate of requests, wherever the server's windows begin. A slot is free again one window after the *end* of
 * its request: the request arrives some time between its start and its end, so no window of the server can contain more
 * requests than there are slots.
 */
export function createRateLimiter({ requests, windowMs }: Pace, { now, sleep }: Timer): RateLimiter {
  const slots: Promise<number>[] = Array.from({ length: requests }, async () => 0);
  let pausedUntil = 0;

  async function waitUntil(freeAt: number): Promise<void> {
    // Checks again after each sleep, since a pause may begin meanwhile.
    for (let at = Math.max(freeAt, pausedUntil); at > now(); at = Math.max(freeAt, pausedUntil))
      await sleep(at - now());
  }

  return {
    async run(send) {
      const slot = Promise.withResolvers<number>();
      slots.push(slot.promise);
      try {
        await waitUntil((await slots.shift()) ?? 0);
        return await send();
      } finally {
        slot.resolve(now() + windowMs);
      }
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
  };
}
