import { expect, test } from 'vitest';
import { finish } from '#openapi/exchange/script-steps.ts';
import { version } from '../text/version.ts';
import { harOf } from './har.ts';
import { shownRequest } from './testing/exchanges.ts';

/** The archive's entry of an exchange without headers and bodies. */
const plain = {
  startedDateTime: '2026-07-01T00:00:00.000Z',
  time: 1.5,
  request: {
    method: 'GET',
    url: 'http://localhost/customers',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [],
    queryString: [],
    headersSize: -1,
    bodySize: 0,
  },
  response: {
    status: 204,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: '', text: '' },
    redirectURL: '',
    headersSize: -1,
    bodySize: 0,
  },
  cache: {},
  timings: { send: 0, wait: 1.5, receive: 0 },
  comment: 'one',
};
const least = { request_id: 'one', duration_ms: 1.5, status: 204 };

test('an archive has all required fields', () => {
  expect(finish(harOf([]))).toEqual({ log: { version: '1.2', creator: { name: 'Paddock', version }, entries: [] } });
  expect(finish(harOf([shownRequest(least)])).log.entries).toEqual([plain]);
});

test('an archive has headers, query and bodies, with their lengths in bytes', () => {
  const json = { 'content-type': 'application/json' };
  const [entry] = finish(
    harOf([
      shownRequest({
        ...least,
        url: '/customers?status=active&search=a%20b',
        headers: { host: 'paddock:4010', ...json },
        body: { name: 'Zoë' },
        response_headers: { 'request-id': 'one', ...json },
        response_body: { data: 'é' },
      }),
    ]),
  ).log.entries;
  const jsonPair = { name: 'content-type', value: 'application/json' };
  expect(entry?.request).toEqual({
    ...plain.request,
    url: 'http://paddock:4010/customers?status=active&search=a%20b',
    headers: [{ name: 'host', value: 'paddock:4010' }, jsonPair],
    queryString: [
      { name: 'status', value: 'active' },
      { name: 'search', value: 'a b' },
    ],
    postData: { mimeType: 'application/json', text: '{"name":"Zoë"}' },
    bodySize: 15,
  });
  expect(entry?.response).toEqual({
    ...plain.response,
    headers: [{ name: 'request-id', value: 'one' }, jsonPair],
    content: { size: 13, mimeType: 'application/json', text: '{"data":"é"}' },
    bodySize: 13,
  });
});

test('a body that is not JSON stays as it was, without a type if it had none', () => {
  const [entry] = finish(harOf([shownRequest({ body: '{"a":', response_body: 'x' })])).log.entries;
  expect(entry?.request).toMatchObject({ postData: { mimeType: '', text: '{"a":' }, bodySize: 5 });
  expect(entry?.response).toMatchObject({ content: { size: 1, text: 'x' } });
});
