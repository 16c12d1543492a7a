import { expect, test } from 'vitest';
import { matches } from '../../errors/pattern.ts';

test.each([
  ['^a$', 'a', true],
  ['^a$', 'b', false],
  // Again, because compiled patterns are cached.
  ['^a$', 'a', true],
  ['^a$', 'ab', false],
  ['b', 'abc', true],
  // Characters are counted, not code units.
  ['^.$', '🦆', true],
  ['^\\p{L}+$', 'Zoë', true],
])('%s against %s is %s', (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});
