import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock();
});
afterAll(() => paddock.close());

async function ask(url: string, headers: Record<string, string> = { Authorization: `Bearer ${paddock.apiKey}` }) {
  const response = await paddock.fetch(paddock.url + url, { headers });
  const { error } = await response.json();
  return { status: response.status, code: error?.code, hint: response.headers.get('x-paddock-hint') };
}

const long = 'x'.repeat(51);

const hints: [url: string, hint: string | null][] = [
  ['/customers', null],
  ['/customers?', null],
  ['/customers?per_page=2', null],
  ['/customers?a=1', 'GET /customers has no query parameter a; it was ignored.'],
  ['/customers?a=1&per_page=2&b[c]=3&a=4', 'GET /customers has no query parameter a, b[c]; it was ignored.'],
  ['/customers?a=1?b=2', 'GET /customers has no query parameter a; it was ignored.'],
  ['/customers?%C3%AB%0A=1', 'GET /customers has no query parameter ??; it was ignored.'],
  [
    `/customers?a&b&c&d&${long}&f`,
    `GET /customers has no query parameter a, b, c, d, ${long.slice(1)}; it was ignored.`,
  ],
  ['/event-types?a=1', 'GET /event-types has no query parameter a; it was ignored.'],
];

test('unknown query parameters are named', async () => {
  for (const [url, hint] of hints) expect([url, await ask(url)]).toEqual([url, { status: 200, code: undefined, hint }]);
});

test('a malformed path parameter is refused with its pattern', async () => {
  expect(await ask('/customers/ctm_1')).toEqual({
    status: 400,
    code: 'bad_request',
    hint: 'customer_id must match ^ctm_[a-z\\d]{26}$',
  });
});
