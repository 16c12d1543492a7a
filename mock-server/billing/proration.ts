import type { Period } from './period.ts';
import { Rational } from './rational.ts';
import { roundings } from './roundings.ts';

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
  const [first, at, last] = [starts, now, ends].map((time) => BigInt(Math.floor(time / minuteMs)));
  if (first === undefined || at === undefined || last === undefined || last <= first) return Rational.of(0n);
  const left = at >= last ? 0n : at <= first ? last - first : last - at;
  return Rational.of(left, last - first).roundTo(digits, roundings.proration);
}
