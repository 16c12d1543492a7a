import { expect, test } from 'vitest';
import { renderAim, renderRate, renderTable } from './table.ts';

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
