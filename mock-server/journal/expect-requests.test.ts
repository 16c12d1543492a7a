import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { type ExpectedRequest, expectOrder, expectRequests, RequestsDiffer } from './expect-requests.ts';
import { shownRequest } from './testing/exchanges.ts';

const requests = [
  shownRequest({
    operation_id: 'createCustomer',
    method: 'POST',
    body: { email: 'sam@example.com', custom_data: { plan: 'pro', n: 1 } },
    status: 201,
  }),
  shownRequest({ operation_id: 'getCustomer', params: { customer_id: 'ctm_1' }, url: '/customers/ctm_1' }),
  shownRequest({ operation_id: 'createCustomer', method: 'POST', body: { email: 'kim@example.com' }, status: 409 }),
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

  test('explains near misses', () => {
    const wanted = {
      operationId: 'createCustomer',
      body: { email: 'sam@example.com', custom_data: { plan: 'free', n: 1 } },
    };
    expect(messageOf(wanted)).toBe(
      [
        'createCustomer was expected at least once, but 0 of 3 requests matched.',
        '  nearly: #1 POST /customers (createCustomer) answered 201',
        '    body.custom_data.plan is "pro", expected "free"',
        '  nearly: #3 POST /customers (createCustomer) answered 409',
        '    body.email is "kim@example.com", expected "sam@example.com"',
        '    body.custom_data is missing, expected {"plan":"free","n":1}',
        '  nearly: #2 GET /customers/ctm_1 (getCustomer) answered 200',
        '    body is null, expected {"email":"sam@example.com","custom_data":{"plan":"free","n":1}}',
        '    operation_id is "getCustomer", expected "createCustomer"',
      ].join('\n'),
    );
  });

  test('shows the three closest requests', () => {
    const bodies = [
      { a: 0, b: 0, c: 0, d: 0 },
      { a: 1, b: 0, c: 0, d: 0 },
      { a: 1, b: 1, c: 1, d: 0 },
      { a: 1, b: 1 },
    ];
    const many = bodies.map((body, index) => shownRequest({ number: index + 1, body }));
    const message = messageOf({ body: { a: 1, b: 1, c: 1, d: 1 } }, many);
    expect(message.match(/nearly: #\d/g)).toEqual(['nearly: #3', 'nearly: #4', 'nearly: #2']);
  });

  test.each<[string, ExpectedRequest, string[]]>([
    [
      'too often, without what nearly fits',
      { operationId: 'createCustomer', times: 1 },
      [
        'createCustomer was expected 1 time, but 2 of 3 requests matched.',
        '  matched: #1 POST /customers (createCustomer) answered 201',
        '  matched: #3 POST /customers (createCustomer) answered 409',
      ],
    ],
    [
      'too seldom, with what nearly fits',
      { operationId: 'createCustomer', times: 3 },
      [
        'createCustomer was expected 3 times, but 2 of 3 requests matched.',
        '  matched: #1 POST /customers (createCustomer) answered 201',
        '  matched: #3 POST /customers (createCustomer) answered 409',
        '  nearly: #2 GET /customers/ctm_1 (getCustomer) answered 200',
        '    operation_id is "getCustomer", expected "createCustomer"',
      ],
    ],
    [
      'where there was to be none',
      { method: 'GET', url: '/customers/ctm_1', times: 0 },
      [
        'GET /customers/ctm_1 was expected 0 times, but 1 of 3 requests matched.',
        '  matched: #2 GET /customers/ctm_1 (getCustomer) answered 200',
      ],
    ],
  ])('reports that a request was received %s', (_how, expected, lines) => {
    expect(messageOf(expected)).toBe(lines.join('\n'));
  });

  test.each<[ExpectedRequest, string]>([
    [{ operationId: 'createCustomer', method: 'PUT' }, 'createCustomer'],
    [{ method: 'PUT', url: '/x' }, 'PUT /x'],
    [{ method: 'PUT' }, 'PUT'],
    [{ url: '/x' }, '/x'],
    [{ status: 500 }, 'The request'],
  ])('names the expectation %j', (expected, name) => {
    expect(messageOf(expected, [])).toBe(`${name} was expected at least once, but 0 of 0 requests matched.`);
  });

  test('names requests without an operation', () => {
    const message = messageOf({ status: 500 }, [shownRequest({ number: 1 })]);
    expect(message).toContain('  nearly: #1 GET /customers (no operation) answered 200\n');
  });

  test('refuses an empty expectation', () => {
    expect(() => expectRequests(requests, { times: 3 })).toThrow(
      new UsageError(
        'Could not look for a request: the expectation is empty. Give an operationId or another property.',
      ),
    );
  });

  test('throws RequestsDiffer', () => {
    expect(new RequestsDiffer('so').toString()).toBe('RequestsDiffer: so');
    expect(() => expectRequests(requests, { status: 500 })).toThrow(RequestsDiffer);
  });
});

describe('requests.expectOrder', () => {
  test('allows other requests in between', () => {
    expectOrder(requests, [{ status: 201 }, { status: 409 }]);
  });

  const came = [
    '  received: #1 POST /customers (createCustomer) answered 201',
    '  received: #2 GET /customers/ctm_1 (getCustomer) answered 200',
    '  received: #3 POST /customers (createCustomer) answered 409',
  ];

  test.each<[string, ExpectedRequest[], string]>([
    [
      'that did not come after the others',
      [{ operationId: 'getCustomer' }, { status: 201 }],
      'The request was expected in position 2, but was not received after the one before it.',
    ],
    [
      'that came once only',
      [{ status: 409 }, { status: 409, method: 'POST' }],
      'POST was expected in position 2, but was not received after the one before it.',
    ],
    [
      'that did not come',
      [{ operationId: 'updateCustomer' }],
      'updateCustomer was expected in position 1, but was not received.',
    ],
  ])('names the first %s, and the received requests', (_which, expected, line) => {
    expect(() => expectOrder(requests, expected)).toThrow(new RequestsDiffer([line, ...came].join('\n')));
  });
});

function messageOf(expected: ExpectedRequest, among = requests): string {
  try {
    expectRequests(among, expected);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'nothing was thrown';
}
