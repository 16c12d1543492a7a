import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGovernor, type Timer } from './governor.ts';

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

test('no window sees more requests arrive than the pace allows, however they come, and all are sent', async () => {
  const property = fc.asyncProperty(requests, fc.integer({ min: 1, max: 5 }), async (wanted, limit) => {
    const windowMs = 1000;
    const governor = createGovernor({ requests: limit, windowMs }, timer);
    const arrivals: number[] = [];
    const sent = wanted.map(async ({ after, untilArrival, untilAnswer, pause }) => {
      await timer.sleep(after);
      await governor.run(async () => {
        await timer.sleep(untilArrival);
        arrivals.push(timer.now());
        await timer.sleep(untilAnswer);
      });
      if (pause > 0) governor.pause(pause);
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

test('nothing is sent during a pause, not even what was waiting already', async () => {
  const governor = createGovernor({ requests: 1, windowMs: 1000 }, timer);
  const start = timer.now();
  const times: number[] = [];
  const send = () => governor.run(async () => void times.push(timer.now() - start));
  const all = [send(), send()];
  await vi.advanceTimersByTimeAsync(10);
  governor.pause(5000);
  await vi.runAllTimersAsync();
  await Promise.all(all);
  expect(times).toEqual([0, 5010]);
});

test('a request that fails gives its place back', async () => {
  const governor = createGovernor({ requests: 1, windowMs: 1000 }, timer);
  await expect(governor.run(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  const next = governor.run(async () => 'sent');
  await vi.runAllTimersAsync();
  expect(await next).toBe('sent');
});
