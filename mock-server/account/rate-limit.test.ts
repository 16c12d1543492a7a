import { describe, expect, test } from 'vitest';
import { RateLimit } from './rate-limit.ts';

function admitted(
  limit: RateLimit,
  mode: 'per-key' | 'per-ip',
  caller: string,
  elapsed: number,
  requests: number,
): number {
  const states = Array.from({ length: requests }, () => limit.admit(mode, caller, elapsed));
  return states.filter((state) => state.retryAfterSeconds === null).length;
}

describe('the rate limit', () => {
  test('per key allows 100 requests in a second, and again in the next', () => {
    const limit = new RateLimit();
    expect(admitted(limit, 'per-key', 'a', 0, 150)).toBe(100);
    expect(admitted(limit, 'per-key', 'b', 999, 150)).toBe(100);
    expect(admitted(limit, 'per-key', 'a', 1000, 150)).toBe(100);
  });

  test('per key counts down and shows when the count is reset', () => {
    const limit = new RateLimit();
    expect(limit.admit('per-key', 'a', 0)).toEqual({
      limit: 100,
      remaining: 99,
      resetSeconds: 1,
      retryAfterSeconds: null,
    });
    admitted(limit, 'per-key', 'a', 100, 99);
    expect(limit.admit('per-key', 'a', 200)).toEqual({
      limit: 100,
      remaining: 0,
      resetSeconds: 1,
      retryAfterSeconds: 1,
    });
  });

  test('per IP counts an operation with a limit of its own apart', () => {
    const limit = new RateLimit();
    const own = Array.from({ length: 1200 }, () => limit.admit('per-ip', 'a', 0, 1000));
    expect(own.filter(({ retryAfterSeconds }) => retryAfterSeconds === null)).toHaveLength(1000);
    expect(admitted(limit, 'per-ip', 'a', 0, 300)).toBe(240);
    expect(limit.admit('per-key', 'a', 0, 1000)).toMatchObject({ limit: 100 });
  });

  test('per IP allows 240 requests in a minute and then blocks for 60 seconds', () => {
    const limit = new RateLimit();
    expect(admitted(limit, 'per-ip', 'x', 0, 240)).toBe(240);
    expect(limit.admit('per-ip', 'x', 50_000).retryAfterSeconds).toBe(60);
    expect(limit.admit('per-ip', 'x', 80_000).retryAfterSeconds).toBe(30);
    expect(limit.admit('per-ip', 'x', 109_999).retryAfterSeconds).toBe(1);
    expect(admitted(limit, 'per-ip', 'x', 110_000, 300)).toBe(240);
  });

  test('never asks to wait longer than needed', () => {
    const limit = new RateLimit();
    admitted(limit, 'per-ip', 'x', 0, 240);
    const { retryAfterSeconds } = limit.admit('per-ip', 'x', 1);
    expect(limit.admit('per-ip', 'x', 1 + 1000 * (retryAfterSeconds ?? 0)).retryAfterSeconds).toBeNull();
  });

  test('per IP allows no request before the end of the block, and all from then on', () => {
    const limit = new RateLimit();
    admitted(limit, 'per-ip', 'a', 0, 240);
    expect(limit.admit('per-ip', 'a', 10_000).retryAfterSeconds).toBe(60);
    // The block outlasts the minute that it started in.
    expect(limit.admit('per-ip', 'a', 65_000).retryAfterSeconds).toBe(5);
    expect(limit.admit('per-ip', 'a', 69_999).retryAfterSeconds).toBe(1);
    expect(limit.admit('per-ip', 'a', 70_000).retryAfterSeconds).toBeNull();
  });

  test('per IP blocks from the first moment on, and once', () => {
    const limit = new RateLimit();
    admitted(limit, 'per-ip', 'a', 0, 240);
    expect([0, 10_000, 59_999].map((elapsed) => limit.admit('per-ip', 'a', elapsed).retryAfterSeconds)).toEqual([
      60, 50, 1,
    ]);
    expect(limit.admit('per-ip', 'a', 60_000)).toEqual({
      limit: 240,
      remaining: 239,
      resetSeconds: 60,
      retryAfterSeconds: null,
    });
  });

  test('ends when it is cleared', () => {
    const limit = new RateLimit();
    admitted(limit, 'per-key', 'a', 0, 101);
    limit.clear();
    expect(admitted(limit, 'per-key', 'a', 0, 101)).toBe(100);
  });

  test('counts 10,000 callers, and resets with one more', () => {
    const limit = new RateLimit();
    for (let caller = 0; caller < 10_000; caller += 1) limit.admit('per-key', `${caller}`, 0);
    expect(limit.admit('per-key', '0', 0).remaining).toBe(98);
    limit.admit('per-key', 'one more', 0);
    expect(limit.admit('per-key', '0', 0).remaining).toBe(99);
  });
});
