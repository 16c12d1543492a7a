import { describe, expect, test } from 'vitest';
import type { Operation } from '#openapi/document/operations.ts';
import { PaddleApiError } from '../../errors/errors.ts';
import { specOf } from '../../spec/api-spec.ts';
import { profile } from '../../spec/behaviours.ts';
import { readQuery, unknownParameters } from './query.ts';

function operation(id: string, name: 'guide' | 'official' = 'guide'): Operation {
  const found = specOf(profile(name)).operations.get(id);
  if (!found) throw new Error(`There is no operation ${id}.`);
  return found;
}

function read(id: string, query: string, name: 'guide' | 'official' = 'guide') {
  return readQuery(operation(id, name), new URLSearchParams(query));
}

function refusal(id: string, query: string) {
  try {
    return { read: read(id, query) };
  } catch (error) {
    if (!(error instanceof PaddleApiError)) throw error;
    return { code: error.code, errors: error.errors };
  }
}

describe('a query', () => {
  test('gets the defaults of the document in force', () => {
    expect(read('listCustomers', '')).toStrictEqual({ per_page: 50, order_by: 'id[DESC]' });
    expect(read('listCustomers', '', 'official')).toStrictEqual({
      status: ['active'],
      per_page: 50,
      order_by: 'id[DESC]',
    });
  });

  test('splits lists and reads numbers', () => {
    expect(read('listCustomers', 'email=a@example.com,b@example.com&per_page=7')).toMatchObject({
      email: ['a@example.com', 'b@example.com'],
      per_page: 7,
    });
  });

  test('reads bounds of time', () => {
    expect(read('listCustomers', 'updated_at[GTE]=2026-07-01T00:00:00Z')).toMatchObject({
      updated_at: { GTE: '2026-07-01T00:00:00Z' },
    });
  });

  test.each([
    ['per_page=-1', 'invalid_field', 'CustomersRequest.PerPage', 'must be greater than or equal to 0. Provided: -1'],
    ['per_page=1.5', 'bad_request', 'per_page', 'invalid input'],
    ['per_page=ten', 'bad_request', 'per_page', 'invalid input'],
    ['per_page=7x', 'bad_request', 'per_page', 'invalid input'],
    ['per_page=9007199254740992', 'bad_request', 'per_page', 'invalid input'],
    ['after=ctm_1', 'bad_request', 'after', 'invalid input'],
    ['id=ctm_01kpadd0ck0000000000000001,foo', 'bad_request', 'id', 'invalid input'],
    [
      'status=active,gone',
      'invalid_field',
      'CustomersRequest.Status[1]',
      'must be one of the following values: active|archived. Provided: gone',
    ],
    [
      `search=${'x'.repeat(101)}`,
      'invalid_field',
      'CustomersRequest.Search',
      'maximum length of 100 exceeded. provided value length 101',
    ],
    ['updated_at[GT]=now', 'invalid_time_query_parameter', 'updated_at[GT]', 'must be an RFC 3339 date and time'],
    [
      'updated_at[GT]=2026-13-01T00:00:00Z',
      'invalid_time_query_parameter',
      'updated_at[GT]',
      'must be an RFC 3339 date and time',
    ],
    ['updated_at=2026-07-01', 'invalid_time_query_parameter', 'updated_at', 'must be an RFC 3339 date and time'],
    ['updated_at=', 'invalid_time_query_parameter', 'updated_at', 'must be an RFC 3339 date and time'],
    [
      'updated_at[GT]=%2B002026-07-01T00:00:00Z',
      'invalid_time_query_parameter',
      'updated_at[GT]',
      'must be an RFC 3339 date and time',
    ],
    [
      'updated_at=2026-07-01T00:00:00Z&updated_at[GT]=2026-07-01T00:00:00Z',
      'bad_request',
      'updated_at',
      'invalid input',
    ],
    ['updated_at[constructor]=2026-07-01T00:00:00Z', 'bad_request', 'updated_at[constructor]', 'invalid input'],
    [
      `email=${'a@example.com,'.repeat(100)}b@example.com`,
      'invalid_field',
      'CustomersRequest.Email',
      'maximum length of 100 exceeded. provided value length 101',
    ],
    [
      'order_by=ID[asc]',
      'invalid_field',
      'CustomersRequest.OrderBy',
      'must be one of the following values: id[ASC]|id[DESC]. Provided: ID[ASC]',
    ],
    ['updated_at[EQ]=2026-07-01T00:00:00Z', 'bad_request', 'updated_at[EQ]', 'invalid input'],
  ])('with %s is refused with %s', (query, code, field, message) => {
    expect(refusal('listCustomers', query)).toEqual({ code, errors: [{ field, message }] });
  });

  test.each([
    ['the least page', 'per_page=0', { per_page: 0 }],
    ['the longest search', `search=${'x'.repeat(100)}`, { search: 'x'.repeat(100) }],
    ['characters, not code units', `search=${'🦆'.repeat(100)}`, { search: '🦆'.repeat(100) }],
    [
      'a fraction of a second and an offset',
      'updated_at[LT]=2026-07-01T02:00:00.123456%2B02:00',
      { updated_at: { LT: '2026-07-01T02:00:00.123456+02:00' } },
    ],
    ['a time without a zone', 'updated_at[GT]=2026-07-01T00:00:00', { updated_at: { GT: '2026-07-01T00:00:00Z' } }],
    ['a time without an operator', 'updated_at=2026-07-01T00:00:00.5', { updated_at: '2026-07-01T00:00:00.5Z' }],
    [
      'a hundred addresses',
      `email=${'a@example.com,'.repeat(99)}b`,
      { email: expect.objectContaining({ length: 100 }) },
    ],
    ['a direction in small letters', 'order_by=id[asc]', { order_by: 'id[ASC]' }],
    ['a direction in letters of both kinds', 'order_by=id%5BDesc%5D', { order_by: 'id[DESC]' }],
    [
      'two bounds of one time',
      'updated_at[GT]=2026-07-01T00:00:00Z&updated_at[LTE]=2026-07-02T00:00:00Z',
      { updated_at: { GT: '2026-07-01T00:00:00Z', LTE: '2026-07-02T00:00:00Z' } },
    ],
  ])('takes %s', (_, query, expected) => {
    expect(read('listCustomers', query)).toMatchObject(expected);
  });

  test('reads a list of times', () => {
    const times = (query: string) => read('listSubscriptions', query)['next_billed_at'];
    expect(times('next_billed_at=null')).toEqual(['null']);
    expect(times('next_billed_at=2026-07-01T00:00:00,null')).toEqual(['2026-07-01T00:00:00Z', 'null']);
    expect(times('next_billed_at[LT]=2026-07-01T00:00:00')).toEqual({ LT: '2026-07-01T00:00:00Z' });
    expect(refusal('listSubscriptions', 'next_billed_at[LT]=null')).toMatchObject({
      code: 'invalid_time_query_parameter',
    });
    expect(refusal('listTransactions', 'billed_at=null')).toMatchObject({ code: 'invalid_time_query_parameter' });
  });

  test('names unknown parameters', () => {
    const sent = new URLSearchParams('updated_at[GT]=x&foo=1&per_page=5');
    expect(unknownParameters(operation('listCustomers', 'official'), sent)).toEqual(['updated_at[GT]', 'foo']);
    expect(unknownParameters(operation('listCustomers'), sent)).toEqual(['foo']);
  });

  test('ignores path parameters', () => {
    expect(read('getCustomer', 'customer_id=x')).toEqual({});
    expect(unknownParameters(operation('getCustomer'), new URLSearchParams('customer_id=x'))).toEqual(['customer_id']);
  });
});
