import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRateLimiter, type Timer } from './rate-limiter.ts';

const timer: Timer = { now: () => Date.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const requests = fc.array(
  fc.record({
    after: fc.nat(300),
    untilArrival: fc.nat(80),
    untilAnswer: fc.nat(80),
    pause: fc.constantFrom(0, 0, 500),
  }),
  { minLength: 1, maxLength: 40 },
);

test('no window receives more requests than the limit, however they are spread, and all are sent', async () => {
  const property = fc.asyncProperty(requests, fc.integer({ min: 1, max: 5 }), async (wanted, limit) => {
    const windowMs = 1000;
    const limiter = createRateLimiter({ requests: limit, windowMs }, timer);
    const arrivals: number[] = [];
    const sent = wanted.map(async ({ after, untilArrival, untilAnswer, pause }) => {
      await timer.sleep(after);
      await limiter.run(async () => {
        await timer.sleep(untilArrival);
        arrivals.push(timer.now());
        await timer.sleep(untilAnswer);
      });
      if (pause > 0) limiter.pause(pause);
    });
    await vi.runAllTimersAsync();
    await Promise.all(sent);
    expect(arrivals).toHaveLength(wanted.length);
    for (const start of arrivals) {
      const inWindow = arrivals.filter((time) => time >= start && time < start + windowMs);
      expect(inWindow.length).toBeLessThanOrEqual(limit);
    }
  });
  await fc.assert(property, { numRuns: 100 });
});

test('nothing is sent during a pause, not even a request that was waiting already', async () => {
  const limiter = createRateLimiter({ requests: 1, windowMs: 1000 }, timer);
  const start = timer.now();
  const times: number[] = [];
  const send = () => limiter.run(async () => void times.push(timer.now() - start));
  const all = [send(), send()];
  await vi.advanceTimersByTimeAsync(10);
  limiter.pause(5000);
  await vi.runAllTimersAsync();
  await Promise.all(all);
  expect(times).toEqual([0, 5010]);
});

test('a request that fails frees its slot', async () => {
  const limiter = createRateLimiter({ requests: 1, windowMs: 1000 }, timer);
  await expect(limiter.run(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  const next = limiter.run(async () => 'sent');
  await vi.runAllTimersAsync();
  expect(await next).toBe('sent');
});
