import { expect, test } from 'vitest';
import { BoundedCache } from './bounded-cache.ts';

test('a full cache drops the least recently used entry, and creates it again on request', () => {
  const made: string[] = [];
  const cache = new BoundedCache<string>(2);
  const make = (key: string) => {
    made.push(key);
    return key.toUpperCase();
  };
  const get = (key: string) => cache.get(key, () => make(key));
  expect([...'abacba'].map(get)).toEqual(['A', 'B', 'A', 'C', 'B', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'b', 'a']);
  expect(cache.keys()).toEqual(['b', 'a']);
});
