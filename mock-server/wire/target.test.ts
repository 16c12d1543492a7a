import { expect, test } from 'vitest';
import { pathOf, queryOf, readTarget } from './target.ts';

test.each([
  ['/customers?a=b', '/customers?a=b', undefined],
  ['//customers', '//customers', undefined],
  ['//#@"', '//', undefined],
  ['/a#b?c', '/a', undefined],
  ['/a\u00a0b?\u00a0', '/a%C2%A0b?%C2%A0', undefined],
  ['http://paddle.test:80/customers?a=b', '/customers?a=b', 'paddle.test:80'],
  ['HTTP://a:99999/customers', '/customers', 'a:99999'],
  ['http://[/customers', '/customers', '['],
  ['https://paddle.test', '/', 'paddle.test'],
  ['https://paddle.test?a=b', '/?a=b', 'paddle.test'],
  ['http:///x', '/x', ''],
  ['*', '/*', undefined],
  ['paddle.test:443', '/paddle.test:443', undefined],
  ['', '/', undefined],
])('%j is the URL %s', (text, url, authority) => {
  expect(readTarget(text)).toEqual({ url, authority });
});

test.each([
  ['/customers', '/customers', []],
  ['/customers?', '/customers', []],
  ['//a?b=c?d&b=e', '//a', ['c?d', 'e']],
])('%s has the path %s', (url, path, values) => {
  expect([pathOf(url), queryOf(url).getAll('b')]).toEqual([path, values]);
});
