/** How many requests may arrive in any time of a length. */
export type Pace = { readonly requests: number; readonly windowMs: number };

/** What tells the time and lets it pass, both in milliseconds. */
export type Timer = { readonly now: () => number; readonly sleep: (ms: number) => Promise<unknown> };

export type Governor = {
  /** Sends a request when there is a place for it, in the order of the calls. */
  run<Result>(send: () => Promise<Result>): Promise<Result>;
  /** Lets no request begin until so many milliseconds have passed. */
  pause(ms: number): void;
};

/**
 * Makes what keeps requests under a limit, however that counts. A place is free again when the window has passed since
 * the *end* of the request that had it: a request arrives somewhere between its beginning and its end, and so no window
 * of the other side's can see more of them than there are places.
 */
export function createGovernor({ requests, windowMs }: Pace, { now, sleep }: Timer): Governor {
  const places: Promise<number>[] = Array.from({ length: requests }, async () => 0);
  let pausedUntil = 0;

  async function waitUntil(freeAt: number): Promise<void> {
    // Again and again, since a pause may begin while this one passes.
    for (let at = Math.max(freeAt, pausedUntil); at > now(); at = Math.max(freeAt, pausedUntil))
      await sleep(at - now());
  }

  return {
    async run(send) {
      const place = Promise.withResolvers<number>();
      places.push(place.promise);
      try {
        await waitUntil((await places.shift()) ?? 0);
        return await send();
      } finally {
        place.resolve(now() + windowMs);
      }
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
  };
}
