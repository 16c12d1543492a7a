import type { components } from '#openapi/generated/guide.ts';
import { UsageError } from '#openapi/text/usage-error.ts';

/** A length of time in calendar units, such as a month. */
export type Cycle = components['schemas']['duration'];

/** From a time up to, but not including, another; in milliseconds since 1970. */
export type Period = { starts: number; ends: number };

const dayMs = 24 * 60 * 60 * 1000;
/** The latest time that RFC 3339 can write. */
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * Adds cycles to a time, in UTC. A day that the month does not have becomes its last day. Count several cycles from
 * their common start, not one from the other: 31 January, 28 February, 31 March.
 *
 * @param instant milliseconds since 1970
 * @throws UsageError for a time beyond the year 9999
 * @evidence assumed: Paddle shortens months like this
 */
export function addCycles(instant: number, { interval, frequency }: Cycle, times = 1): number {
  const units = frequency * times;
  const moved =
    interval === 'day' || interval === 'week'
      ? instant + units * daysIn(interval) * dayMs
      : addMonths(instant, units * monthsIn(interval));
  if (!(moved <= latest)) {
    throw new UsageError(
      `Could not add ${units} ${interval}s: the result is after the year 9999. Use a shorter cycle.`,
    );
  }
  return moved;
}

/** Returns the period of one cycle from a time. */
export function periodFrom(starts: number, cycle: Cycle): Period {
  return { starts, ends: addCycles(starts, cycle) };
}

/**
 * Returns the period that contains a time, counted from an anchor; the first one for an earlier time.
 *
 * @throws UsageError for a period that ends after the year 9999
 */
export function periodAt(instant: number, anchor: number, cycle: Cycle): Period {
  let times = Math.max(0, Math.floor((instant - anchor) / longestOf(cycle)));
  let ends = addCycles(anchor, cycle, times + 1);
  for (; ends <= instant; ends = addCycles(anchor, cycle, times + 1)) times += 1;
  return { starts: addCycles(anchor, cycle, times), ends };
}

/**
 * Returns the time that a subscription's periods are counted from: the first bill, or the latest date that moved it,
 * such as by a resume.
 *
 * @param period a period of the subscription
 * @evidence official: a date that a bill is moved to becomes the anchor. assumed: the day of the anchor returns after
 *   a month that lacks it
 */
export function anchorOf({ starts, ends }: Period, cycle: Cycle, firstBilled: number | null): number {
  const fits = (anchor: number | null) => anchor !== null && periodAt(ends, anchor, cycle).starts === ends;
  return [firstBilled, starts].find((anchor) => fits(anchor)) ?? ends;
}

/** Returns the maximum length of a cycle, in milliseconds. */
function longestOf({ interval, frequency }: Cycle): number {
  return frequency * { day: 1, week: 7, month: 31, year: 366 }[interval] * dayMs;
}

function daysIn(interval: 'day' | 'week'): number {
  return interval === 'week' ? 7 : 1;
}

function monthsIn(interval: 'month' | 'year'): number {
  return interval === 'year' ? 12 : 1;
}

function addMonths(instant: number, months: number): number {
  const date = new Date(instant);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const timeOfDay = instant - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) + timeOfDay;
}
