import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

/** A matcher as test frameworks have them. */
const even = { asymmetricMatch: (value: unknown) => Number(value) % 2 === 0, toString: () => 'an even number' };

describe('what is different is said for each place', () => {
  test.each<[string, expected: unknown, actual: unknown, lines: string[]]>([
    ['equal values', 'a', 'a', []],
    ['values', 'a', 1, ['body is 1, not "a"']],
    ['nothing', 'a', undefined, ['body is undefined, not "a"']],
    ['null', {}, null, ['body is null, not {}']],
    ['items', [1, { a: 2 }, 3], [1, { a: 4 }, 5], ['body[1].a is 4, not 2', 'body[2] is 5, not 3']],
    ['equal lists', [1, [2]], [1, [2]], []],
    ['a list that is too long', [1], [1, 2], ['body is [1,2], not [1]']],
    ['a list that is too short', [1, 2], [1], ['body is [1], not [1,2]']],
    ['a list in the place of a text as long', 'a', ['a'], ['body is ["a"], not "a"']],
    ['a text in the place of a list as long', ['a'], 'a', ['body is "a", not ["a"]']],
    ['an object in the place of a list', [], {}, ['body is {}, not []']],
    ['more fields than expected', { a: 1 }, { a: 1, b: 2 }, []],
    ['fields', { a: 1, b: { c: 2 } }, { a: 3, b: {} }, ['body.a is 3, not 1', 'body.b has no c, which was to be 2']],
    ['a field that only its prototype has', { toString: 1 }, {}, ['body has no toString, which was to be 1']],
    ['what a matcher takes', [even, { a: even }], [2, { a: 4 }], []],
    ['what it does not take', [even], [3], ['body[0] is 3, not an even number']],
    ['what it was to take', { a: even }, {}, ['body has no a, which was to be an even number']],
    ['an object that is no matcher', { asymmetricMatch: 1 }, { asymmetricMatch: 1 }, []],
  ])('%s', (_what, expected, actual, lines) => {
    expect(differences(expected, actual, 'body')).toEqual(lines);
  });
});
