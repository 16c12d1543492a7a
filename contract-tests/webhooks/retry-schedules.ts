import type { Behaviours } from '../contract/behaviours.ts';
import { expect } from '../law/expect.ts';

/** Asserts that the times of all attempts, in seconds since the first one, follow the schedule. */
export const retrySchedules: Readonly<Record<Behaviours['webhook-retries'], (times: readonly number[]) => void>> = {
  // @evidence guide: exponential backoff; assumed: a minute that doubles, ten attempts
  exponential: (times) => expect(gapsBetween(times)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256].map((gap) => gap * 60)),
  // @evidence official: three retries within 15 minutes; observed: about 20 s and a minute after the first attempt
  sandbox(times) {
    expect(times).toHaveLength(4);
    expect(times[1]).toBeCloseTo(20, -1);
    expect(times[2]).toBeCloseTo(60, -1);
    expect(times[3] ?? 0).toBeGreaterThan(times[2] ?? 0);
    expect(times[3] ?? 0).toBeLessThanOrEqual(15 * 60);
  },
  // @evidence official: 60 retries within three days, 20 of them in the first hour; 60 s, then each 1.1 times longer
  live(times) {
    expect(times).toHaveLength(61);
    expect(times.filter((time) => time > 0 && time <= 3600)).toHaveLength(20);
    expect(times.at(-1)).toBeLessThanOrEqual(3 * 86_400);
    // Timestamps may be in whole seconds.
    for (const [retry, gap] of gapsBetween(times).entries())
      expect(Math.abs(gap - 60 * 1.1 ** retry)).toBeLessThanOrEqual(1);
  },
};

/** Seconds between consecutive attempts. */
function gapsBetween(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}
