import { expect, test } from 'vitest';
import { checkoutOf } from './checkout-url.ts';

const link = 'https://localhost:3000';
const automatic = { id: 'txn_1', collection_mode: 'automatic', billing_details: null } as const;
const terms = {
  purchase_order_number: '',
  additional_information: null,
  payment_terms: { interval: 'day', frequency: 14 },
} as const;
const invoice = (enable_checkout: boolean) =>
  ({ id: 'txn_1', collection_mode: 'manual', billing_details: { ...terms, enable_checkout } }) as const;

// Observed in 2023, except for a link with a query.
test.each([
  [automatic, undefined, `${link}?_ptxn=txn_1`],
  [automatic, null, `${link}?_ptxn=txn_1`],
  [automatic, 'https://aeroedit.com/pay', 'https://aeroedit.com/pay?_ptxn=txn_1'],
  [automatic, 'https://shop.example.com/?a=b', 'https://shop.example.com/?a=b&_ptxn=txn_1'],
  [invoice(true), undefined, `${link}?_ptxn=txn_1`],
  [invoice(false), undefined, null],
])('a checkout of %j with the page %j has the URL %j', (transaction, page, url) => {
  expect(checkoutOf(transaction, page, link)).toEqual({ url });
});

test.each([
  [automatic, 'nowhere', link, 'transaction_checkout_url_domain_is_not_approved'],
  [automatic, 'javascript:alert(1)', link, 'transaction_checkout_url_domain_is_not_approved'],
  [invoice(false), 'https://shop.example.com', link, 'transaction_checkout_not_enabled'],
  [automatic, undefined, null, 'transaction_default_checkout_url_not_set'],
  [invoice(false), undefined, null, 'transaction_default_checkout_url_not_set'],
])('a checkout of %j with the page %j and the link %j is refused: %s', (transaction, page, payment, code) => {
  expect(() => checkoutOf(transaction, page, payment)).toThrow(expect.objectContaining({ code }));
});
