import { expect, test } from 'vitest';
import { retryDelays } from './retry-schedule.ts';

const minutes = (delays: readonly number[]) => delays.reduce((sum, delay) => sum + delay, 0) / 60_000;

test('the exponential schedule doubles a minute, for ten attempts in all', () => {
  expect(retryDelays.exponential.map((delay) => delay / 60_000)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256]);
});

test('the sandbox retries three times in 15 minutes', () => {
  expect(retryDelays.sandbox).toHaveLength(3);
  expect(minutes(retryDelays.sandbox)).toBe(15);
});

test('live retries 60 times within three days, 20 of them in the first hour', () => {
  expect(retryDelays.live).toHaveLength(60);
  expect(minutes(retryDelays.live)).toBeLessThan(3 * 24 * 60);
  expect(minutes(retryDelays.live.slice(0, 20))).toBeLessThan(60);
  expect(minutes(retryDelays.live.slice(0, 21))).toBeGreaterThan(60);
});
