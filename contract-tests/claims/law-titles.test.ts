import { expect, test } from 'vitest';
import { claimsNamedBy } from './claims-named-by.ts';
import { lawTitles } from './law-titles.ts';

test('titles are found in calls of test and of its modifiers, wherever it is imported from', () => {
  const source = `
    describe('customers', () => {
      test('one: it is so', () => {});
      test(\`two: it is \${value}, too\`, () => {});
      test.runIf(condition)('three: it may be so', () => {});
      for (const type of types) test(\`four: \${type} occurs\`, () => {});
      regular.test('no: law');
    });`;
  expect(lawTitles(source)).toEqual(['one: it is so', 'two: it is ', 'three: it may be so', 'four: ']);
});

test('a title that is made elsewhere counts, and names no claim', () => {
  expect(lawTitles('test(title, () => {});')).toEqual(['']);
  expect(claimsNamedBy('')).toEqual([]);
});

test('a title names what is before its colon', () => {
  expect(claimsNamedBy('get-404: it is not found')).toEqual(['get-404']);
  expect(claimsNamedBy('get-404 and errors: it is not found')).toEqual(['get-404', 'errors']);
  expect(claimsNamedBy('nothing is claimed')).toEqual([]);
  expect(claimsNamedBy('Nobody says: it is so')).toEqual([]);
});
