import { expect, test } from 'vitest';
import { Counters, durationBounds } from './counters.ts';

test('a duration is counted in its lowest bucket, and in the last if beyond all bounds', () => {
  const counters = new Counters();
  for (const seconds of [0, 0.0005, 0.0006, 1, 1.001]) counters.countRequest('getCustomer', 200, seconds);
  const counted = counters.operations.get('getCustomer');
  expect(counted?.durations).toEqual([2, 1, ...durationBounds.slice(2, -1).map(() => 0), 1, 1]);
  expect(counted?.seconds).toBeCloseTo(2.0021);
});

test('requests are counted by operation and status', () => {
  const counters = new Counters();
  for (const status of [200, 404, 200]) counters.countRequest('getCustomer', status, 0);
  counters.countRequest('none', 404, 0);
  expect([...counters.operations].map(([name, { statuses }]) => [name, [...statuses]])).toEqual([
    [
      'getCustomer',
      [
        [200, 2],
        [404, 1],
      ],
    ],
    ['none', [[404, 1]]],
  ]);
});

test('every attempt after the first is a retry', () => {
  const counters = new Counters();
  counters.countDelivery('needs_retry', 1);
  counters.countDelivery('delivered', 2);
  expect([counters.deliveries, counters.retries]).toEqual([{ delivered: 1, needs_retry: 1, failed: 0 }, 1]);
});
