import { bucketBits } from '../database/time-counts.ts';
import type { TimeBound } from './list-query.ts';

/** Times from the first, before the second, in milliseconds. */
export type TimeSpan = readonly [from: number, to: number];

/** Adjacent buckets of one width: from the first, before the second. */
export type Buckets = { bits: number; from: number; to: number };

/** All times that there are, at the edges of the widest buckets. */
const always: TimeSpan = [-(2 ** 52), 2 ** 52];

/** Returns the times within all bounds. */
export function spanOf(bounds: readonly TimeBound[]): TimeSpan {
  let [from, to] = always;
  for (const { operator, time } of bounds) {
    if (operator === '>' || operator === '>=') from = Math.max(from, operator === '>' ? time + 1 : time);
    else to = Math.min(to, operator === '<=' ? time + 1 : time);
  }
  return [from, to];
}

/** Divides a span into whole buckets, as wide as possible, and the times beside them. */
export function bucketsOf(span: TimeSpan): { buckets: Buckets[]; beside: TimeSpan[] } {
  const buckets: Buckets[] = [];
  const beside: TimeSpan[] = [];
  let inner = span;
  let width: number | undefined;
  const add = (from: number, to: number) => {
    if (from >= to) return;
    if (width === undefined) beside.push([from, to]);
    else buckets.push({ bits: width, from: from / 2 ** width, to: to / 2 ** width });
  };
  for (const bits of bucketBits) {
    const [from, to] = [Math.ceil(inner[0] / 2 ** bits) * 2 ** bits, Math.floor(inner[1] / 2 ** bits) * 2 ** bits];
    if (from >= to) break;
    add(inner[0], from);
    add(to, inner[1]);
    inner = [from, to];
    width = bits;
  }
  add(...inner);
  return { buckets, beside };
}
