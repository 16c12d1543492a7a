import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { startPaddock } from './index.ts';
import { profileNames } from './spec/behaviours.ts';

/** Sends raw bytes, and returns the response until the server closes the connection. */
function exchange(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
    socket.on('error', reject);
  });
}

const json = 'Content-Type: application/json';
const nested = (depth: number) =>
  `{"email":"a@example.com","custom_data":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`;
const id = 'ctm_01kpadd0ck0000000000000001';

/** Request line, headers and body, and the expected status and code. */
const requests: [what: string, line: string, headers: string[], body: string, answer: string][] = [
  ['a verb that nobody knows', 'FOO /customers', [], '', '501 not_implemented'],
  ['a verb that the API does not know', 'PROPFIND /customers', [], '', '501 not_implemented'],
  ['a known verb at the wrong place', 'DELETE /customers', [], '', '405 method_not_allowed'],
  ['OPTIONS', 'OPTIONS /customers', [], '', '405 method_not_allowed'],
  ['a URL that is too long', `GET /customers?search=${'a'.repeat(20_000)}`, [], '', '431 request_headers_too_large'],
  [
    'headers that are too long',
    'GET /customers',
    [`X-Long: ${'a'.repeat(20_000)}`],
    '',
    '431 request_headers_too_large',
  ],
  ['a path that is no text', 'GET /customers/%E0%A4%A', [], '', '400 bad_request'],
  ['a path with two slashes', 'GET //customers', [], '', '404 invalid_url'],
  ['a path that ends with a slash', 'GET /customers/', [], '', '404 invalid_url'],
  ['a path in capitals', 'GET /Customers', [], '', '404 invalid_url'],
  ['a path that nobody has', 'GET /cats', [], '', '404 invalid_url'],
  ['an ID of another kind', 'GET /customers/add_01kpadd0ck0000000000000001', [], '', '400 bad_request'],
  ['a call of Paddle Classic', 'POST /2.0/subscription/users?vendor_id=1', [], '', '404 invalid_url'],
  ['a call of SCIM', 'GET /scim/v2/Users', [], '', '404 invalid_url'],
  ['no HTTP at all', '\u0001\u0002', [], '', '501 not_implemented'],
  ['a header without a colon', 'GET /customers', ['Nothing'], '', '400 bad_request'],
  ['a body of null', 'POST /customers', [json], 'null', '400 bad_request'],
  ['a body that is an array', 'POST /customers', [json], '[]', '400 bad_request'],
  ['a body that is a string', 'POST /customers', [json], '"x"', '400 bad_request'],
  ['no body where one is needed', 'POST /customers', [json], '', '400 bad_request'],
  ['a body that is no JSON', 'POST /customers', [json], '{', '400 invalid_json'],
  ['a body where none is taken', 'GET /customers', [json], '{}', '400 unexpected_request_body'],
  ['letters of UTF-16 that are no JSON', 'POST /customers', [`${json}; charset=utf-16le`], '{}', '400 invalid_json'],
  ['a body that is nested too deep', 'POST /customers', [json], nested(5000), '400 invalid_json'],
  ['a body that is nested without end', 'POST /customers', [json], '['.repeat(100_000), '400 invalid_json'],
  [
    'a body that is too large',
    'POST /customers',
    [json],
    `{"name":"${'a'.repeat(1_100_000)}"}`,
    '413 request_body_too_large',
  ],
  [
    'a form',
    'POST /customers',
    ['Content-Type: application/x-www-form-urlencoded'],
    'a=b',
    '415 unsupported_media_type',
  ],
  ['a body of no type', 'POST /customers', [], '{}', '415 unsupported_media_type'],
  ['letters of an unknown code', 'POST /customers', [`${json}; charset=latin1`], '{}', '415 unsupported_media_type'],
  ['an unknown compression', 'POST /customers', [json, 'Content-Encoding: zzz'], '{}', '415 unsupported_media_type'],
  ['a broken compression', 'POST /customers', [json, 'Content-Encoding: gzip'], '{}', '400 bad_request'],
  ['an expectation', 'POST /customers', [json, 'Expect: miracles'], '{}', '400 bad_request'],
  ['a prototype', 'POST /customers', [json], '{"email":"p@example.com","__proto__":{"a":1}}', '400 bad_request'],
  [
    'an email address of foreign letters',
    'POST /customers',
    [json],
    '{"email":"zoë@example.com"}',
    '400 customer_email_invalid',
  ],
  ['a filter of a prototype', 'GET /customers?id=__proto__', [], '', '400 bad_request'],
  ['a list of everything wrong', 'GET /customers?status=&after=&per_page=', [], '', '400 invalid_field'],
  ['a time that is none', 'GET /notifications?from=1', [], '', '400 invalid_time_query_parameter'],
  [
    'an include of a subscription that is unknown',
    'GET /subscriptions/sub_01kpadd0ck0000000000000001?include=next_transaction',
    [],
    '',
    '404 not_found',
  ],
];

describe.each(profileNames)('bad input under %s', (profile) => {
  test.each(requests)('%s is answered as Paddle does', async (_what, line, headers, body, answer) => {
    const bugs: unknown[] = [];
    await using paddock = await startPaddock({ profile, onBug: (error) => bugs.push(error) });
    const head = [
      `${line} HTTP/1.1`,
      'Host: localhost',
      'Connection: close',
      `Authorization: Bearer ${paddock.apiKey}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...headers,
    ];
    const text = await exchange(Number(new URL(paddock.url).port), `${head.join('\r\n')}\r\n\r\n${body}`);
    expect(bugs).toEqual([]);
    expect(`${/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]} ${/"code":"(\w+)"/.exec(text)?.[1]}`).toBe(answer);
    expect(text).toMatch(/"meta":\{"request_id":"[0-9a-f-]{36}"\}\}$/);
    expect(text).toMatch(/\r\nRequest-Id: [0-9a-f-]{36}\r\n/);
  });
});

test.each([
  ['POST /2.0/subscription/users', 'Paddle Classic'],
  ['GET /api/1.0/order?vendor_auth_code=x', 'Paddle Classic'],
  ['GET /scim/v2/Users', 'SCIM'],
  [`GET /customers/${id}/subscriptions`, 'GET /subscriptions?customer_id='],
  ['GET /customers/', 'ends with a slash'],
  ['GET /v1/customers', 'Paddle-Version'],
  ['GET /users', 'dashboard'],
])('%s gets a hint about %s', async (request, hint) => {
  await using paddock = await startPaddock();
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(paddock.url + path, { method });
  expect(response.status).toBe(404);
  expect(response.headers.get('x-paddock-hint')).toContain(hint);
});
