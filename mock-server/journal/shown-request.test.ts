import { expect, test } from 'vitest';
import { showRequest } from './shown-request.ts';
import { exchange } from './testing/exchanges.ts';

test('header names are in lower case, and repeated headers are joined', () => {
  const requestHeaders = ['Accept', 'a/b', 'X-One', '1', 'accept', 'c/d', 'ACCEPT', 'e/f', 'Cookie', 'a=b'];
  expect(showRequest(exchange({ requestHeaders })).headers).toEqual({
    accept: 'a/b, c/d, e/f',
    'x-one': '1',
    cookie: '****',
  });
});

test('times and other values are converted to the types of the document', () => {
  const shown = showRequest(exchange({ at: 1.9, durationMs: 1.23456, params: { customer_id: 'ctm_1' } }));
  expect(shown).toMatchObject({
    received_at: '1970-01-01T00:00:00.001Z',
    duration_ms: 1.235,
    params: { customer_id: 'ctm_1' },
  });
});

test.each([
  [
    'an answer with nothing but usual headers',
    '{}',
    null,
    { 'content-type': 'application/json', 'content-length': '2' },
  ],
  ['an answer without a body', undefined, null, {}],
])('%s shows them', (_what, responseBody, responseHeaders, others) => {
  const { response_headers, request_id } = showRequest(exchange({ responseBody, responseHeaders }));
  expect(response_headers).toEqual({ 'request-id': request_id, ...others });
});

test.each([
  ['nothing', undefined, null],
  ['an empty text', '', null],
  ['JSON', '{"a":[1]}', { a: [1] }],
  ['what is no JSON', '{"a":', '{"a":'],
])('%s is shown as the body of request and response', (_what, text, body) => {
  const shown = showRequest(exchange({ requestBody: text, responseBody: text }));
  expect([shown.body, shown.response_body]).toEqual([body, body]);
});

test.each([
  ['{"error":{"code":"not_found"}}', 'not_found'],
  ['{"error":{"code":1}}', null],
  ['{"data":{}}', null],
  ['none', null],
])('the response %s has the error code %s', (responseBody, code) => {
  expect(showRequest(exchange({ responseBody })).error_code).toBe(code);
});
