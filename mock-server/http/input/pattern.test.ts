import { expect, test } from 'vitest';
import { matches } from '../../errors/pattern.ts';

test.each([
  ['^a$', 'a', true],
  ['^a$', 'b', false],
  // Once more, since each pattern is compiled once.
  ['^a$', 'a', true],
  ['^a$', 'ab', false],
  ['b', 'abc', true],
  // A letter is one, however many code units it takes.
  ['^.$', '🦆', true],
  ['^\\p{L}+$', 'Zoë', true],
])('%s against %s is %s', (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});
