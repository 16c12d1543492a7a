import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { drawTail, tailAfter } from './ulid-tail.ts';

const tail = fc.stringMatching(/^[0-9a-hjkmnp-tv-z]{15}[0-9a-hjkmnp-tv-z]$/).filter((drawn) => !/^z+$/.test(drawn));

test.prop([tail])('the next tail is as long, and sorts behind', (before) => {
  const after = tailAfter(before);
  expect(after).toHaveLength(before.length);
  expect(after > before).toBe(true);
});

test('the next tail carries over', () => {
  expect(tailAfter('0000000000000azz')).toBe('0000000000000b00');
  expect(tailAfter('000000000000000h')).toBe('000000000000000j');
  expect(() => tailAfter('zzzzzzzzzzzzzzzz')).toThrow('no more ULIDs');
});

test('a drawn tail has 16 digits, from the first to the last', () => {
  expect(drawTail(() => 0)).toBe('0000000000000000');
  expect(drawTail(() => 1 - 2 ** -32)).toBe('zzzzzzzzzzzzzzzz');
});
