import { expect, test } from 'vitest';
import {
  arrivalRate,
  median,
  medianRatio,
  percentile,
  renderAim,
  renderRate,
  renderTable,
  replaceBetweenMarkers,
} from './figures.ts';

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

test('a table has a header, a rule and its rows', () => {
  expect(renderTable(['what', 'how much'], [['tea', '2']])).toBe('| what | how much |\n| --- | ---: |\n| tea | 2 |');
});

test('an aim says whether it was reached', () => {
  expect(renderAim({ atLeast: 1.1 }, 1.1)).toBe('≥ 1.1, reached');
  expect(renderAim({ atLeast: 1.1 }, 1.09)).toBe('≥ 1.1, missed');
  expect(renderAim({ atMost: 3 }, 3.01)).toBe('≤ 3, missed');
});

test('a rate is shown in whole requests', () => {
  expect(renderRate(12_345.6)).toBe('12,346/s');
});

test('the text between the markers is replaced, the rest is kept', () => {
  const document = 'a\n<!-- bench -->\nold\n<!-- bench -->\nb\n';
  expect(replaceBetweenMarkers(document, 'new')).toBe('a\n<!-- bench -->\nnew\n<!-- bench -->\nb\n');
});

test('replacing twice equals replacing once', () => {
  const once = replaceBetweenMarkers('<!-- bench --><!-- bench -->', 'new');
  expect(replaceBetweenMarkers(once, 'new')).toBe(once);
});

test('a document without two markers is refused', () => {
  expect(() => replaceBetweenMarkers('<!-- bench -->', 'new')).toThrow('does not have two');
});
