import { expect, test, vi } from 'vitest';
import { joined, ReadCache } from './read-cache.ts';
import type { Page } from './text-table.ts';

const query = 'the first fifty';

function pageOf(texts: Readonly<Record<string, string>>): Page {
  const ids = Object.keys(texts);
  return { texts: Object.values(texts), ids, hasMore: false, estimatedTotal: ids.length };
}

test('a page is read once until something of the collection is written', () => {
  const cache = new ReadCache();
  const read = vi.fn(() => pageOf({ a: '{"id":"a"}' }));
  expect([cache.page(query, read), cache.page(query, read)]).toEqual([read(), read()]);
  expect(read).toHaveBeenCalledTimes(3); // Two of them by the expectation.
  cache.forget('b');
  cache.page(query, read);
  expect(read).toHaveBeenCalledTimes(4);
});

test('another query is another page', () => {
  const cache = new ReadCache();
  cache.page(query, () => pageOf({ a: '1' }));
  expect(cache.page('the next fifty', () => pageOf({ b: '2' })).texts).toEqual(['2']);
});

test('a text is read once until it is written', () => {
  const cache = new ReadCache();
  cache.page(query, () => pageOf({ a: 'old' }));
  expect(cache.text('a', () => 'new')).toBe('old');
  cache.forget('a');
  expect(cache.text('a', () => 'new')).toBe('new');
  expect(cache.text('none', () => undefined)).toBeUndefined();
});

test('pages that are too large for the cache are correct, and not cached', () => {
  const cache = new ReadCache();
  const large = pageOf({ a: 'x'.repeat(2_000_000), b: 'y' });
  const read = vi.fn(() => large);
  expect([cache.page(query, read), cache.page(query, read)]).toEqual([large, large]);
  expect(read).toHaveBeenCalledTimes(2);
});

test('texts are joined, those of a page as it is now', () => {
  const cache = new ReadCache();
  const read = (text: string) => cache.page(query, () => pageOf({ a: '1', b: text })).texts;
  expect([read('2'), read('3'), read('4')].map(joined)).toEqual(['1,2', '1,2', '1,2']);
  cache.forget('b');
  expect(joined(read('5'))).toBe('1,5');
  expect(joined(read('6'))).toBe('1,5');
});
