import { describe, expect, test } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { type ExpectedRequest, expectOrder, expectRequests } from './expect-requests.ts';
import type { ShownRequest } from './shown-request.ts';

const requests = [
  request({
    operation_id: 'createCustomer',
    method: 'POST',
    body: { email: 'sam@example.com', custom_data: { plan: 'pro', n: 1 } },
    status: 201,
  }),
  request({ operation_id: 'getCustomer', params: { customer_id: 'ctm_1' }, url: '/customers/ctm_1' }),
  request({ operation_id: 'createCustomer', method: 'POST', body: { email: 'kim@example.com' }, status: 409 }),
].map((each, index) => ({ ...each, number: index + 1 }));

describe('requests.expect', () => {
  test.for<[string, ExpectedRequest, number[]]>([
    ['an operation', { operationId: 'createCustomer' }, [1, 3]],
    ['some fields of a body', { operationId: 'createCustomer', body: { custom_data: { plan: 'pro' } } }, [1]],
    ['a matcher', { body: { email: expect.stringContaining('kim') } }, [3]],
    ['parameters', { params: { customer_id: 'ctm_1' } }, [2]],
    ['a status', { status: 409 }, [3]],
    ['a number of times', { operationId: 'createCustomer', times: 2 }, [1, 3]],
    ['none', { operationId: 'updateCustomer', times: 0 }, []],
  ])('finds requests by %s', ([, expected, numbers]) => {
    expect(expectRequests(requests, expected).map(({ number }) => number)).toEqual(numbers);
  });

  test('explains what nearly fits', () => {
    const wanted = {
      operationId: 'createCustomer',
      body: { email: 'sam@example.com', custom_data: { plan: 'free', n: 1 } },
    };
    expect(messageOf(wanted)).toBe(
      [
        'createCustomer was expected at least once, and came 0 times among 3 requests.',
        '  nearly: #1 POST /customers (createCustomer) answered 201',
        '    body.custom_data.plan is "pro", not "free"',
        '  nearly: #3 POST /customers (createCustomer) answered 409',
        '    body.email is "kim@example.com", not "sam@example.com"',
        '    body has no custom_data, which was to be {"plan":"free","n":1}',
        '  nearly: #2 GET /customers/ctm_1 (getCustomer) answered 200',
        '    body is null, not {"email":"sam@example.com","custom_data":{"plan":"free","n":1}}',
        '    operation_id is "getCustomer", not "createCustomer"',
      ].join('\n'),
    );
  });

  test('tells how often a request came that came too often', () => {
    expect(messageOf({ operationId: 'createCustomer', times: 1 })).toContain('expected 1 times, and came 2 times');
    expect(messageOf({ operationId: 'getCustomer', times: 0 })).toContain('fits: #2 GET /customers/ctm_1');
  });

  test('refuses to look for just anything', () => {
    expect(() => expectRequests(requests, { times: 3 })).toThrow(UsageError);
  });
});

describe('requests.expectInOrder', () => {
  test('lets others come between', () => {
    expectOrder(requests, [{ status: 201 }, { status: 409 }]);
  });

  test('names the first that did not come in its place', () => {
    expect(() => expectOrder(requests, [{ operationId: 'getCustomer' }, { status: 201 }])).toThrow('in place 2');
    expect(() => expectOrder(requests, [{ operationId: 'updateCustomer' }])).toThrow('did not come at all');
  });
});

function messageOf(expected: ExpectedRequest): string {
  try {
    expectRequests(requests, expected);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was thrown';
}

function request(fields: Partial<ShownRequest>): ShownRequest {
  return {
    number: 0,
    request_id: '',
    received_at: '2026-07-01T00:00:00.000Z',
    duration_ms: 1,
    operation_id: null,
    params: {},
    method: 'GET',
    url: '/customers',
    headers: {},
    body: null,
    fault: null,
    status: 200,
    response_headers: {},
    response_body: null,
    error_code: null,
    unexpected: null,
    ...fields,
  };
}
