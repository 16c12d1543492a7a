import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { addCycles, anchorOf, type Cycle, type Period, periodAt, periodFrom } from './period.ts';

const at = (text: string) => Date.parse(text);
const written = (instant: number) => new Date(instant).toISOString().replace('.000Z', 'Z');

const instants = fc.integer({ min: at('1970-01-01T00:00:00Z'), max: at('2200-12-31T23:59:59Z') });
const cycles: fc.Arbitrary<Cycle> = fc.record({
  interval: fc.constantFrom('day', 'week', 'month', 'year'),
  frequency: fc.integer({ min: 1, max: 36 }),
});
const counts = fc.integer({ min: 1, max: 24 });

/** Counts the days of a time's month, independently of the code under test. */
function daysInMonth(instant: number): number {
  const [year = 0, month = 0] = written(instant).split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

describe('adding cycles', () => {
  test.each([
    ['2026-01-31T10:20:30Z', 'month', 1, 1, '2026-02-28T10:20:30Z'],
    ['2028-01-31T00:00:00Z', 'month', 1, 1, '2028-02-29T00:00:00Z'],
    ['2026-01-31T00:00:00Z', 'month', 1, 2, '2026-03-31T00:00:00Z'],
    ['2028-02-29T00:00:00Z', 'year', 1, 1, '2029-02-28T00:00:00Z'],
    ['2028-02-29T00:00:00Z', 'year', 1, 4, '2032-02-29T00:00:00Z'],
    ['2026-10-31T23:59:59Z', 'month', 3, 1, '2027-01-31T23:59:59Z'],
    ['2026-03-28T12:00:00Z', 'week', 2, 1, '2026-04-11T12:00:00Z'],
    ['2026-12-31T00:00:00Z', 'day', 1, 1, '2027-01-01T00:00:00Z'],
  ] as const)('to %s: %s × %d, %d times, gives %s', (from, interval, frequency, times, to) => {
    expect(written(addCycles(at(from), { interval, frequency }, times))).toBe(to);
  });

  property.prop([instants, cycles, counts])('moves forward, and further with each cycle', (instant, cycle, times) => {
    const moved = addCycles(instant, cycle, times);
    expect(moved).toBeGreaterThan(instant);
    expect(addCycles(instant, cycle, times + 1)).toBeGreaterThan(moved);
  });

  property.prop([instants, cycles, counts])('keeps the time of day', (instant, cycle, times) => {
    expect(written(addCycles(instant, cycle, times)).slice(10)).toBe(written(instant).slice(10));
  });

  property.prop([instants, counts])('keeps the day of the month, or takes the last one', (instant, frequency) => {
    const moved = addCycles(instant, { interval: 'month', frequency });
    const day = new Date(instant).getUTCDate();
    expect(new Date(moved).getUTCDate()).toBe(Math.min(day, daysInMonth(moved)));
    const months = (time: number) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth();
    expect(months(moved) - months(instant)).toBe(frequency);
  });

  property.prop([instants, counts])('a year is twelve months, a week seven days', (instant, frequency) => {
    expect(addCycles(instant, { interval: 'year', frequency })).toBe(
      addCycles(instant, { interval: 'month', frequency }, 12),
    );
    expect(addCycles(instant, { interval: 'week', frequency })).toBe(
      addCycles(instant, { interval: 'day', frequency }, 7),
    );
  });

  property.prop([instants, cycles, fc.integer({ min: 1, max: 6 }), counts])(
    'several at once are one longer one',
    (instant, cycle, times, more) => {
      const longer = { ...cycle, frequency: cycle.frequency * times };
      expect(addCycles(instant, cycle, times * more)).toBe(addCycles(instant, longer, more));
    },
  );

  property.prop([instants, cycles])(
    'a period begins at its start and ends where the next one begins',
    (instant, cycle) => {
      expect(periodFrom(instant, cycle)).toEqual({ starts: instant, ends: addCycles(instant, cycle, 1) });
    },
  );

  test('may end in the last millisecond of the year 9999', () => {
    const ends = at('9999-12-31T23:59:59.999Z');
    expect(addCycles(at('9999-12-30T23:59:59.999Z'), { interval: 'day', frequency: 1 })).toBe(ends);
  });

  test.each(['day', 'week', 'month', 'year'] as const)('refuses %ss beyond the year 9999', (interval) => {
    expect(() => addCycles(at('9999-12-31T00:00:00Z'), { interval, frequency: 1 })).toThrow(UsageError);
    expect(() => addCycles(at('2026-01-01T00:00:00Z'), { interval, frequency: 1e12 })).toThrow(UsageError);
  });
});

describe('periods that are counted from an anchor', () => {
  const monthly = { interval: 'month', frequency: 1 } as const;
  const periodAfter = (period: Period, cycle: Cycle, firstBilled: number | null) =>
    periodAt(period.ends, anchorOf(period, cycle, firstBilled), cycle);
  const endsFrom = (first: Period, cycle: Cycle, firstBilled: number | null, number: number) => {
    const ends = [first.ends];
    for (let period = first; ends.length < number; ends.push(period.ends))
      period = periodAfter(period, cycle, firstBilled);
    return ends.map((end) => written(end).slice(0, 10));
  };

  test.each([
    ['2026-01-31T10:00:00Z', 1, ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31']],
    ['2027-12-30T10:00:00Z', 1, ['2028-01-30', '2028-02-29', '2028-03-30', '2028-04-30', '2028-05-30']],
    ['2026-08-31T10:00:00Z', 6, ['2027-02-28', '2027-08-31', '2028-02-29', '2028-08-31']],
    ['2028-02-29T10:00:00Z', 12, ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
  ])('from %s by %i months end on %j', (first, frequency, ends) => {
    const cycle = { interval: 'month', frequency } as const;
    expect(endsFrom(periodFrom(at(first), cycle), cycle, at(first), ends.length)).toEqual(ends);
  });

  test('keep the day that a bill was moved to, though the first bill was on another', () => {
    const moved = { starts: at('2026-02-15T10:00:00Z'), ends: at('2026-03-31T08:00:00Z') };
    expect(endsFrom(moved, monthly, at('2026-01-15T10:00:00Z'), 4)).toEqual([
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ]);
  });

  property.prop([instants, cycles, counts])('never drift from the first bill', (firstBilled, cycle, number) => {
    let period = periodFrom(firstBilled, cycle);
    for (let times = 1; times <= number; times += 1) {
      expect(period.ends).toBe(addCycles(firstBilled, cycle, times));
      expect(anchorOf(period, cycle, firstBilled)).toBe(firstBilled);
      period = periodAfter(period, cycle, firstBilled);
    }
  });

  property.prop([instants, cycles, fc.integer({ min: 0, max: 3_000_000_000_000 })])(
    'hold each time in one of them',
    (anchor, cycle, later) => {
      const { starts, ends } = periodAt(anchor + later, anchor, cycle);
      expect(starts).toBeLessThanOrEqual(anchor + later);
      expect(ends).toBeGreaterThan(anchor + later);
      expect(periodAt(starts, anchor, cycle)).toEqual({ starts, ends });
      expect(periodAt(ends, anchor, cycle).starts).toBe(ends);
    },
  );
});
