import type { Behaviours } from '../spec/behaviours.ts';

/**
 * Delays after each failed attempt, in milliseconds; after the last one, the notification has failed.
 *
 * @evidence guide: "exponential backoff"; assumed: a minute that doubles, ten attempts
 * @evidence official, sandbox: three retries in 15 minutes; observed: the first after about 20 s, the second about a
 *   minute after the first attempt; assumed: the third at 15 minutes
 * @evidence official, live: 60 retries in three days, a minute that grows by the factor 1.1
 */
export const retryDelays: Readonly<Record<Behaviours['webhook-retries'], readonly number[]>> = {
  exponential: growing(9, 2),
  sandbox: [20_000, 40_000, 840_000],
  live: growing(60, 1.1),
};

function growing(retries: number, factor: number): number[] {
  return Array.from({ length: retries }, (_, retry) => Math.round(60_000 * factor ** retry));
}
