import { describe, expect, test } from 'vitest';
import { differences } from './differences.ts';

/** An asymmetric matcher, as in test frameworks. */
const even = { asymmetricMatch: (value: unknown) => Number(value) % 2 === 0, toString: () => 'an even number' };

describe('each difference is reported with its place', () => {
  test.each<[string, expected: unknown, actual: unknown, lines: string[]]>([
    ['equal values', 'a', 'a', []],
    ['values', 'a', 1, ['body is 1, expected "a"']],
    ['nothing', 'a', undefined, ['body is undefined, expected "a"']],
    ['null', {}, null, ['body is null, expected {}']],
    ['items', [1, { a: 2 }, 3], [1, { a: 4 }, 5], ['body[1].a is 4, expected 2', 'body[2] is 5, expected 3']],
    ['equal lists', [1, [2]], [1, [2]], []],
    ['a list that is too long', [1], [1, 2], ['body is [1,2], expected [1]']],
    ['a list that is too short', [1, 2], [1], ['body is [1], expected [1,2]']],
    ['a list in the place of a text as long', 'a', ['a'], ['body is ["a"], expected "a"']],
    ['a text in the place of a list as long', ['a'], 'a', ['body is "a", expected ["a"]']],
    ['an object in the place of a list', [], {}, ['body is {}, expected []']],
    ['more fields than expected', { a: 1 }, { a: 1, b: 2 }, []],
    ['fields', { a: 1, b: { c: 2 } }, { a: 3, b: {} }, ['body.a is 3, expected 1', 'body.b.c is missing, expected 2']],
    ['a field that only its prototype has', { toString: 1 }, {}, ['body.toString is missing, expected 1']],
    ['what a matcher takes', [even, { a: even }], [2, { a: 4 }], []],
    ['what it does not take', [even], [3], ['body[0] is 3, expected an even number']],
    ['what it was to take', { a: even }, {}, ['body.a is missing, expected an even number']],
    ['an object that is no matcher', { asymmetricMatch: 1 }, { asymmetricMatch: 1 }, []],
  ])('%s', (_what, expected, actual, lines) => {
    expect(differences(expected, actual, 'body')).toEqual(lines);
  });
});
