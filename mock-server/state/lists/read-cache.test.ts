import { expect, test, vi } from 'vitest';
import { joined, ReadCache, ReadMemory } from './read-cache.ts';
import type { Page } from './text-table.ts';

const query = 'the first fifty';

function pageOf(texts: Readonly<Record<string, string>>): Page {
  const ids = Object.keys(texts);
  return { texts: Object.values(texts), ids, hasMore: false, estimatedTotal: ids.length };
}

test('a page that is asked for again is kept until something of the collection is written', () => {
  const cache = new ReadCache(new ReadMemory());
  const page = pageOf({ a: '{"id":"a"}' });
  const read = vi.fn(() => page);
  expect([1, 2, 3, 4].map(() => cache.page(query, read))).toEqual([page, page, page, page]);
  expect(read).toHaveBeenCalledTimes(2);
  cache.forget('b');
  for (let time = 0; time < 3; time += 1) cache.page(query, read);
  expect(read).toHaveBeenCalledTimes(3);
});

test('pages that are asked for once keep nothing', () => {
  const cache = new ReadCache(new ReadMemory(20));
  cache.text('a', () => 'kept');
  for (let number = 0; number < 2_000; number += 1) cache.page(`page ${number}`, () => pageOf({ b: 'x'.repeat(9) }));
  expect(cache.text('a', () => 'read again')).toBe('kept');
});

test('another query is another page', () => {
  const cache = new ReadCache(new ReadMemory());
  cache.page(query, () => pageOf({ a: '1' }));
  expect(cache.page('the next fifty', () => pageOf({ b: '2' })).texts).toEqual(['2']);
});

test('a text is read once until it is written', () => {
  const cache = new ReadCache(new ReadMemory());
  for (let time = 0; time < 2; time += 1) cache.page(query, () => pageOf({ a: 'old' }));
  expect(cache.text('a', () => 'new')).toBe('old');
  cache.forget('a');
  expect(cache.text('a', () => 'new')).toBe('new');
  expect(cache.text('none', () => undefined)).toBeUndefined();
});

test('pages that are too large for the cache are correct, and not cached', () => {
  const cache = new ReadCache(new ReadMemory());
  const large = pageOf({ a: 'x'.repeat(2_000_000), b: 'y' });
  const read = vi.fn(() => large);
  expect([1, 2, 3].map(() => cache.page(query, read))).toEqual([large, large, large]);
  expect(read).toHaveBeenCalledTimes(3);
});

test('texts are joined, those of a page as it is now', () => {
  const cache = new ReadCache(new ReadMemory());
  const read = (text: string) => cache.page(query, () => pageOf({ a: '1', b: text })).texts;
  expect([read('1'), read('2'), read('3'), read('4')].map(joined)).toEqual(['1,1', '1,2', '1,2', '1,2']);
  cache.forget('b');
  expect(joined(read('5'))).toBe('1,5');
  expect(joined(read('6'))).toBe('1,5');
});

test('caches that are full together are emptied, and filled again', () => {
  const memory = new ReadMemory(10);
  const [one, other] = [new ReadCache(memory), new ReadCache(memory)];
  one.text('a', () => 'x'.repeat(6));
  expect(one.text('a', () => 'read again')).toBe('xxxxxx');
  other.text('b', () => 'y'.repeat(6));
  expect([one.text('a', () => 'new'), other.text('b', () => 'new')]).toEqual(['new', 'new']);
  expect([one.text('a', () => 'read again'), other.text('b', () => 'read again')]).toEqual(['new', 'new']);
});

test('a written text frees its memory', () => {
  const memory = new ReadMemory(10);
  const cache = new ReadCache(memory);
  for (let round = 0; round < 5; round += 1) {
    cache.text('a', () => 'x'.repeat(6));
    cache.forget('a');
  }
  cache.text('b', () => 'kept');
  expect(cache.text('b', () => 'read again')).toBe('kept');
});

test('an entity is parsed once until it is written, and cannot be changed', () => {
  const cache = new ReadCache(new ReadMemory());
  const parse = vi.fn((text: string) => JSON.parse(text) as { id: string; quantity: { minimum: number } });
  const price = cache.entity('a', '{"id":"a","quantity":{"minimum":1}}', parse);
  expect(cache.entity('a', '{"id":"a","quantity":{"minimum":1}}', parse)).toBe(price);
  expect(parse).toHaveBeenCalledOnce();
  expect(() => Object.assign(price.quantity, { minimum: 2 })).toThrow(TypeError);
  cache.forget('a');
  expect(cache.entity('a', '{"id":"a","quantity":{"minimum":3}}', parse).quantity.minimum).toBe(3);
  cache.clear();
  cache.entity('a', '{"id":"a","quantity":{"minimum":3}}', parse);
  expect(parse).toHaveBeenCalledTimes(3);
});
