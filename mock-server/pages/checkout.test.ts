import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { buildTransaction } from '#fixtures/index.ts';
import { type Paddock, startPaddock } from '../index.ts';
import { address, customer, transaction } from '../triggers/testing/triggering.ts';

const drawn = transaction('ready');
const [item] = drawn.items;
const ready = {
  ...drawn,
  details: {
    ...drawn.details,
    line_items: drawn.details.line_items.map((line) => ({ ...line, product: { ...line.product, name: '<b>App</b>' } })),
  },
};

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock({
    fixtures: {
      customers: [customer],
      addresses: [address],
      transactions: [ready, buildTransaction({ seed: 9, status: 'draft' })],
    },
  });
});
beforeEach(() => paddock.reset());
afterAll(() => paddock.close());

async function visit(id: string, init: RequestInit = {}) {
  const response = await fetch(`${paddock.url}/_paddock/checkout?_ptxn=${id}`, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('the page of a payment link', () => {
  test('shows what a transaction costs, and how to pay it', async () => {
    const { status, text, headers } = await visit(ready.id);
    expect(status).toBe(200);
    expect(text).toContain(ready.id);
    expect(text).toContain('<mark>ready</mark>');
    expect(text).toContain('&lt;b&gt;App&lt;/b&gt;');
    expect(text).not.toContain('<b>App');
    expect(text).toContain(`/transactions/${ready.id}/pay`);
    const amount = Number(ready.details.totals.total) / 100;
    expect(text).toContain(amount.toLocaleString('en-US', { minimumFractionDigits: 2 }));
    expect(item?.price.description && text).toContain(item?.price.description ?? '');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('opens from a page of another site, as a buyer comes from a shop', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', Referer: 'https://shop.example.com/' };
    expect((await visit(ready.id, { headers })).status).toBe(200);
  });

  test('of a transaction that is paid, or not ready, says so', async () => {
    await paddock.transactions.pay(ready.id, { card: '4242424242424242' });
    const { text } = await visit(ready.id);
    expect(text).toContain('<mark>completed</mark>');
    expect(text).not.toContain('/pay');
    expect((await visit(buildTransaction({ seed: 9 }).id)).status).toBe(404);
    expect((await visit(buildTransaction({ seed: 9, status: 'draft' }).id)).text).toContain('cannot be paid yet');
  });

  test.each(['', 'txn_01h00000000000000000000000', customer.id, "' OR 1=1"])('of %j is not found', async (id) => {
    expect((await visit(encodeURIComponent(id))).status).toBe(404);
  });

  test('finds transactions of every account, and none of a snapshot', async () => {
    const other = paddock.newAccount();
    const sold = buildTransaction({ seed: 7, status: 'ready' });
    await other.seed({ transactions: [{ ...sold, customer_id: null, address_id: null, business_id: null }] });
    await other.snapshots.take('sold');
    expect((await visit(sold.id)).status).toBe(200);
    await other.reset();
    expect((await visit(sold.id)).status).toBe(404);
  });
});
