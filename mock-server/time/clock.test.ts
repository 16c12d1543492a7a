import { afterEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { Clock, toMilliseconds } from './clock.ts';

describe('a clock', () => {
  afterEach(() => vi.restoreAllMocks());

  test('that is frozen stands still until it is advanced', () => {
    const clock = new Clock();
    clock.set({ now: '2026-07-01T00:00:00Z', frozen: true });
    expect(clock.now()).toBe(Date.parse('2026-07-01T00:00:00Z'));
    clock.advance(toMilliseconds({ days: 2, hours: 2, minutes: 3, seconds: 4, milliseconds: 5 }));
    expect(new Date(clock.now()).toISOString()).toBe('2026-07-03T02:03:04.005Z');
  });

  test('that runs keeps its distance from real time', () => {
    const clock = new Clock();
    clock.advance(toMilliseconds({ days: 10 }));
    const before = Date.now() + toMilliseconds({ days: 10 });
    const now = clock.now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now() + toMilliseconds({ days: 10 }));
  });

  test('passes time for rate limits even while frozen', () => {
    const clock = new Clock({ offset: 0, frozenAt: 0 });
    const before = clock.elapsed();
    clock.advance(60_000);
    expect(clock.elapsed() - before).toBeGreaterThanOrEqual(60_000);
  });

  test('counts whole milliseconds for rate limits, with exact differences', () => {
    vi.spyOn(performance, 'now').mockReturnValue(1234.56789);
    expect(new Clock().elapsed()).toBe(1234);
  });

  test('continues from a stored state', () => {
    const clock = new Clock();
    clock.set({ now: '2030-01-01T00:00:00Z', frozen: true });
    expect(new Clock(clock.state).now()).toBe(clock.now());
  });

  test('shows if it is frozen, and stays so unless set otherwise', () => {
    const clock = new Clock();
    const states = [clock.frozen];
    for (const start of [{ frozen: true }, { now: '2030-01-01T00:00:00Z' }, { frozen: false }]) {
      clock.set(start);
      states.push(clock.frozen);
    }
    expect(states).toEqual([false, true, true, false]);
    expect(Math.abs(clock.now() - Date.parse('2030-01-01T00:00:00Z'))).toBeLessThan(60_000);
    clock.restore({ offset: 0, frozenAt: 5 });
    expect([clock.frozen, clock.now()]).toEqual([true, 5]);
  });

  test('goes to the end of the year 9999, and no millisecond further', () => {
    const clock = new Clock();
    clock.set({ now: '9999-12-31T23:59:59Z', frozen: true });
    clock.advance(999);
    expect(new Date(clock.now()).toISOString()).toBe('9999-12-31T23:59:59.999Z');
    expect(() => clock.advance(1)).toThrow(
      'Could not advance the clock by 1 ms: it only moves forward, up to the year 9999.',
    );
    for (const now of ['9999-12-31T23:59:59.999Z', new Date(0)]) clock.set({ now });
    clock.advance(0);
    expect(clock.now()).toBe(0);
  });

  test('stops at the end of the year 9999 where it runs, and can be kept and set back from there', () => {
    const clock = new Clock();
    clock.set({ now: '9999-12-31T23:59:59.998Z' });
    expect(clock.runs).toBe(true);
    const { now } = Date;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000);
    expect([new Date(clock.now()).toISOString(), clock.runs]).toEqual(['9999-12-31T23:59:59.999Z', false]);
    const kept = { now: new Date(clock.now()).toISOString(), frozen: clock.frozen };
    clock.set({ now: '2030-01-01T00:00:00Z' });
    expect(clock.runs).toBe(true);
    clock.set(kept);
    expect([clock.frozen, clock.runs]).toEqual([false, false]);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('cannot be advanced by %s', (length) => {
    expect(() => new Clock().advance(length)).toThrow(UsageError);
  });

  test.each(['yesterday', '1969-12-31T23:59:59Z', '+010000-01-01T00:00:00Z', new Date(Number.NaN)])(
    'cannot be set to %s',
    (now) => {
      expect(() => new Clock().set({ now })).toThrow(UsageError);
      expect(() => new Clock().set({ now })).toThrow(
        `Could not set the clock to ${now}: give an RFC 3339 time between 1970 and 9999.`,
      );
    },
  );
});
