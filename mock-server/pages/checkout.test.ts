import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTransaction } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../index.ts';

const sold = { customer_id: null, address_id: null, business_id: null };

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock();
});
afterAll(() => paddock.close());

async function visit(path: string, init: RequestInit = {}) {
  const response = await fetch(`${paddock.url}/_paddock/checkout${path}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('a payment link opens the page of its transaction, which no other page can frame', async () => {
  const account = paddock.newAccount();
  const transaction = { ...buildTransaction({ seed: 7, status: 'ready' }), ...sold };
  await account.seed({ transactions: [transaction] });
  const headers = { 'Sec-Fetch-Site': 'cross-site', Referer: 'https://shop.example.com/' };
  const page = await visit(`?_ptxn=${transaction.id}`, { headers });
  expect(page.status).toBe(200);
  expect(page.text).toContain('<div id="app">');
  expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
  await account.reset();
  expect((await visit(`?_ptxn=${transaction.id}`)).status).toBe(404);
});

test('the page in frames of Paddle.js may be framed by any shop', async () => {
  const { status, headers } = await visit('/frame');
  expect(status).toBe(200);
  expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
});

test.each(['', 'txn_01h00000000000000000000000', "' OR 1=1"])('a payment link of %j is not found', async (id) => {
  expect((await visit(`?_ptxn=${encodeURIComponent(id)}`)).status).toBe(404);
});

test('the script that stands in for Paddle.js names the mock that served it, and any page may load it', async () => {
  const response = await fetch(`${paddock.url}/_paddock/paddle.js`);
  expect(response.headers.get('content-type')).toContain('text/javascript');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  const script = await response.text();
  expect(script).toContain(`"${paddock.url}"`.replaceAll('"', ''));
  expect(script).not.toContain('PADDOCK_ORIGIN');
});
