import { expect, test } from 'vitest';
import { Backoff } from './backoff.ts';

test('delays grow up to a limit after failures, and are constant after successes', () => {
  const backoff = new Backoff();
  expect(backoff.delayMs).toBe(1000);
  const delays = Array.from({ length: 8 }, () => {
    backoff.failed();
    return backoff.delayMs;
  });
  expect(delays).toEqual([100, 200, 400, 800, 1600, 3000, 3000, 3000]);
  backoff.succeeded();
  expect(backoff.delayMs).toBe(1000);
});

test('waits until aborted', async () => {
  const stop = new AbortController();
  let isOver = false;
  const pause = new Backoff().pause(stop.signal).then(() => {
    isOver = true;
  });
  await new Promise(setImmediate);
  expect(isOver).toBe(false);
  stop.abort();
  await pause;
  await new Backoff().pause(stop.signal);
});
