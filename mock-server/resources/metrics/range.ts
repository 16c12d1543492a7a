import { badRequest } from '../../errors/errors.ts';
import { dayMs } from '../../state/database/figure-tables.ts';
import type { Range } from '../../state/series.ts';

/** Days of a series at most. @evidence assumed */
const daysAtMost = 3_660;

/**
 * Reads the dates of a series.
 *
 * @evidence official: times of the day are 00:00 UTC, and the first date is not after the last. assumed: the code and the messages
 */
export function readRange(query: { from: string; to: string }): Range {
  const from = readDate('from', query.from);
  const to = readDate('to', query.to);
  if (from > to) throw badRequest([{ field: 'to', message: 'must not be before from' }]);
  if (to - from > daysAtMost * dayMs)
    throw badRequest([{ field: 'to', message: `must be at most ${daysAtMost} days after from` }]);
  return { from, to };
}

function readDate(field: string, text: string): number {
  const time = Date.parse(`${text}T00:00:00Z`);
  // An invalid day such as February 30 would be another one.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text))
    throw badRequest([{ field, message: 'must be a date such as 2026-07-01' }]);
  return time;
}
