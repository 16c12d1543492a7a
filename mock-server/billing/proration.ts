import { Rational } from './money/rational.ts';
import { roundings } from './money/roundings.ts';
import type { Period } from './period.ts';

const minuteMs = 60_000;
/** Decimal places of a rate. */
const digits = 5;

/**
 * Returns the share of a period that is left, as Paddle prints and charges it: counted in whole minutes, with five
 * decimals. It is 1 before the period and 0 after it.
 *
 * @evidence official: to the minute; observed: each time is cut to its minute first, and amounts are computed with the
 *   rounded rate. assumed: 0 for a period of less than a minute
 */
export function prorationRate({ starts, ends }: Period, now: number): Rational {
  return shareOfPeriod({ starts: Math.min(Math.max(now, starts), ends), ends }, { starts, ends });
}

/** Returns the length of a part as a share of a period, counted and rounded likewise. It may be more than 1. */
export function shareOfPeriod(part: Period, whole: Period): Rational {
  const [length, all] = [minutesIn(part), minutesIn(whole)];
  return all <= 0n ? Rational.of(0n) : Rational.of(length, all).roundTo(digits, roundings.proration);
}

function minutesIn({ starts, ends }: Period): bigint {
  return BigInt(Math.floor(ends / minuteMs) - Math.floor(starts / minuteMs));
}
