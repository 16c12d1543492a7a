import { expect, test } from 'vitest';
import { piecesOf } from './send-json.ts';

test.each<[string, object]>([
  ['an empty object', {}],
  ['fields, and some without a value', { a: 1, b: undefined, c: null, d: { e: [] } }],
  ['arrays', { a: [], b: [1, 'two', { three: [3] }], c: 4 }],
  ['an array with holes', { a: [undefined, 1] }],
])('%s is one piece of JSON', (_what, answer) => {
  expect([...piecesOf(answer)]).toEqual([JSON.stringify(answer)]);
});

test('a long array is cut into pieces that are JSON together', () => {
  const answer = {
    before: [1],
    entries: Array.from({ length: 1_000 }, (_, id) => ({ id, text: 'x'.repeat(1_000) })),
    after: 2,
  };
  const pieces = [...piecesOf(answer)];
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join('')).toBe(JSON.stringify(answer));
});
