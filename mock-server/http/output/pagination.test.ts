import { describe, expect, test } from 'vitest';
import type { Operation } from '#openapi/document/operations.ts';
import { specOf } from '../../spec/api-spec.ts';
import { profile } from '../../spec/behaviours.ts';
import { nextOf, pageSize } from './pagination.ts';

function operation(id: string): Operation {
  const found = specOf(profile('guide')).operations.get(id);
  if (!found) throw new Error(`There is no operation ${id}.`);
  return found;
}

test.each([
  ['listCustomers', undefined, 50],
  ['listCustomers', 0, 50],
  ['listCustomers', 1, 1],
  ['listCustomers', 199, 199],
  ['listCustomers', 200, 200],
  ['listCustomers', 201, 200],
])('a page of %s with per_page %s has at most %d entities', (id, perPage, size) => {
  expect(pageSize(perPage, operation(id))).toBe(size);
});

describe('the next page', () => {
  test.each([
    [
      '/customers?order_by=id[ASC]&search=a%20b',
      'ctm_1',
      'https://x/customers?order_by=id%5BASC%5D&search=a+b&after=ctm_1',
    ],
    ['/customers?after=ctm_0&per_page=2', 'ctm_1', 'https://x/customers?after=ctm_1&per_page=2'],
    ['/customers', 'ctm_1', 'https://x/customers?after=ctm_1'],
    ['/customers?after=ctm_0', undefined, 'https://x/customers?after=ctm_0'],
    ['/customers', undefined, 'https://x/customers'],
  ])('of %s behind %s is %s', (url, lastId, next) => {
    expect(nextOf({ ids: lastId === undefined ? [] : [lastId] }, 'url', 'https://x', url)).toBe(next);
  });

  test.each([
    ['ctm_1', 'ctm_1'],
    [undefined, null],
  ])('as a cursor behind %s is %s', (lastId, next) => {
    expect(nextOf({ ids: lastId === undefined ? [] : [lastId] }, 'cursor', 'https://x', '/customers')).toBe(next);
  });
});
