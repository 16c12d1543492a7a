import { expect, test } from 'vitest';
import { arrivalRate, median, medianRatio, percentile } from './statistics.ts';

test('the median of an odd number of values is the middle one', () => {
  expect(median([9, 1, 5])).toBe(5);
});

test('the median of an even number of values is the mean of the two in the middle', () => {
  expect(median([1, 10, 2, 4])).toBe(3);
});

test('there is no median of nothing', () => {
  expect(() => median([])).toThrow('there are no values');
});

test('a percentile is one of the values', () => {
  const values = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect([percentile(values, 99), percentile(values, 100), percentile([7], 1)]).toEqual([198, 200, 7]);
  expect(() => percentile([], 99)).toThrow('there are no values');
});

test('ratios are made within a round', () => {
  expect(medianRatio([10, 200, 30], [10, 100, 10])).toBe(2);
});

test('the rate of arrivals leaves out the first fifth', () => {
  expect(arrivalRate([0, 900, 1000, 1100, 1200, 1300, 1400, 1500, 1600, 1700])).toBe(10);
});
