import { expect, test } from 'vitest';
import { durationBounds, Tally } from './tally.ts';

test('a duration is counted in the lowest class that it fits in, and one beyond all bounds in the last', () => {
  const tally = new Tally();
  for (const seconds of [0, 0.0005, 0.0006, 1, 1.001]) tally.countRequest('getCustomer', 200, seconds);
  const counted = tally.operations.get('getCustomer');
  expect(counted?.durations).toEqual([2, 1, ...durationBounds.slice(2, -1).map(() => 0), 1, 1]);
  expect(counted?.seconds).toBeCloseTo(2.0021);
});

test('requests are counted by operation and status', () => {
  const tally = new Tally();
  for (const status of [200, 404, 200]) tally.countRequest('getCustomer', status, 0);
  tally.countRequest('none', 404, 0);
  expect([...tally.operations].map(([name, { statuses }]) => [name, [...statuses]])).toEqual([
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

test('an attempt after the first is a retry too', () => {
  const tally = new Tally();
  tally.countDelivery('needs_retry', 1);
  tally.countDelivery('delivered', 2);
  expect([tally.deliveries, tally.retries]).toEqual([{ delivered: 1, needs_retry: 1, failed: 0 }, 1]);
});
