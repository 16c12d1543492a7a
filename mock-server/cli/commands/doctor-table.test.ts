import { expect, test } from 'vitest';
import { tableFoot, tableHead, tableRow } from './doctor-table.ts';

const valid = {
  id: 'valid',
  title: 'a valid delivery',
  expected: 'accept',
  answers: [{ status: 200, ms: 3 }],
  verdict: 'ok',
} as const;
const twice = {
  ...valid,
  id: 'duplicate-event',
  answers: [
    { status: 200, ms: 12 },
    { failure: 'timeout', reason: 'TimeoutError', ms: 5000 },
  ],
  verdict: 'not-accepted',
  hint: 'Answer.',
} as const;

test('the columns are aligned', () => {
  const starts = (line: string, cells: readonly string[]) => cells.map((cell) => line.indexOf(cell));
  const head = starts(tableHead(), ['case', 'sent', 'expected', 'answered', 'ms', 'verdict']);
  expect(starts(tableRow(valid), ['valid', 'a valid', 'accept', '200', '3 ', 'ok'])).toEqual(head);
  expect(starts(tableRow(twice), ['duplicate', 'a valid', 'accept', '200, too late', '5000', 'NOT'])).toEqual(head);
});

test('a hint for several cases is printed once', () => {
  const counts = { ok: 1, warning: 0, 'not-accepted': 1, 'wrong-acceptance': 1 };
  const wrong = { ...valid, id: 'future', verdict: 'wrong-acceptance', hint: 'Answer.' } as const;
  expect(tableFoot({ passed: false, counts, cases: [valid, twice, wrong] })).toBe(`
duplicate-event, future
  Answer.

3 cases: 1 ok, 0 with a warning, 1 valid but refused, 1 wrongly accepted.`);
});
