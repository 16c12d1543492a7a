import { expect, test } from 'vitest';
import { requestIds } from './request-ids.ts';

const many = (seed: number | undefined) => Array.from({ length: 200 }, requestIds(seed));

test.each([undefined, 1])('request IDs of seed %s are distinct UUIDs of version 4', (seed) => {
  const ids = many(seed);
  expect(new Set(ids).size).toBe(200);
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('seeded request IDs use all digits in every place, and all variants', () => {
  const ids = many(1);
  const digitsAt = (place: number) => new Set(ids.map((id) => id[place]));
  expect([0, 7, 9, 15, 20, 35].map((place) => digitsAt(place).size)).toEqual([16, 16, 16, 16, 16, 16]);
  expect([...digitsAt(19)].sort()).toEqual(['8', '9', 'a', 'b']);
});

test('request IDs depend on the seed', () => {
  expect(many(1)).toEqual(many(1));
  expect(many(1)[0]).not.toBe(many(2)[0]);
  expect(many(undefined)[0]).not.toBe(many(undefined)[0]);
});
