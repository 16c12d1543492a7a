import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readNextPage } from './next-page.ts';

const list = 'https://sandbox-api.paddle.com/customers';
const after = 'ctm_01kpadd0ck0000000000000001';
const read = (pagination: unknown) => readNextPage({ pagination }, list, new Set());

describe('readNextPage', () => {
  test('takes an ID', () => {
    expect(read({ has_more: true, next: after })).toEqual({ after });
  });

  test("takes the after of a URL, with the request's query around it", () => {
    expect(read({ has_more: true, next: `${list}?order_by=id[ASC]&after=${after}&per_page=2` })).toEqual({ after });
  });

  test.for([after, `${list}?after=${after}`, null, ''])('ends when has_more is false, whatever next is: %j', (next) => {
    expect(read({ has_more: false, next })).toEqual({ after: null });
  });

  test.for([
    ['no pagination', undefined],
    ['a has_more that is no boolean', { has_more: 'true', next: after }],
    ['no next', { has_more: true, next: null }],
    ['an empty next', { has_more: true, next: '' }],
    ['a next that is no URL', { has_more: true, next: '/customers?after=ctm_1' }],
    ['a URL without after', { has_more: true, next: `${list}?per_page=2` }],
    ['another host', { has_more: true, next: `https://evil.example/customers?after=${after}` }],
    ['another scheme', { has_more: true, next: `http://sandbox-api.paddle.com/customers?after=${after}` }],
    ['another list', { has_more: true, next: `https://sandbox-api.paddle.com/subscriptions?after=${after}` }],
  ] as const)('reports %s', ([, pagination]) => {
    expect(read(pagination)).toHaveProperty('problem');
  });

  test('reports a cursor that was there before, in either form', () => {
    for (const next of [after, `${list}?after=${after}`]) {
      const page = readNextPage({ pagination: { has_more: true, next } }, list, new Set([after]));
      expect(page).toEqual({ problem: expect.stringContaining('never end') });
    }
  });

  property.prop([fc.jsonValue()])('no answer makes it throw', (meta) => {
    expect(readNextPage(meta, list, new Set())).toBeTypeOf('object');
  });
});
