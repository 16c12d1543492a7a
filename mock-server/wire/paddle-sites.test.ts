import { expect, test } from 'vitest';
import { standInPath } from './paddle-sites.ts';

test.each([
  ['cdn.paddle.com', '/paddle/v2/paddle.js', '/_paddock/paddle.js'],
  ['cdn.paddle.com', '/_paddock/checkout/frame?theme=dark', '/_paddock/checkout/frame?theme=dark'],
  ['sandbox-buy.paddle.com', '/checkout?_ptxn=txn_1&theme=dark', '/_paddock/checkout?_ptxn=txn_1'],
  ['sandbox-checkout.paddle.com', '/', '/'],
  [
    'sandbox-customer-portal.paddle.com',
    '/cpl_1?action=overview&token=pga_1',
    '/customer-portal/cpl_1?action=overview&token=pga_1',
  ],
  [
    'sandbox-buyer-portal.paddle.com',
    '/subscriptions/sub_1/cancel?token=1',
    '/customer-portal/subscriptions/sub_1/cancel?token=1',
  ],
  ['sandbox-buyer-portal.paddle.com', '/customer-portal/customers/ctm_1', '/customer-portal/customers/ctm_1'],
  ['sandbox-api.paddle.com', '/subscriptions/sub_1', '/subscriptions/sub_1'],
  ['shop.example.com', '/paddle/v2/paddle.js', '/paddle/v2/paddle.js'],
])('a page of %s at %s is that of the mock at %s', (host, url, path) => {
  expect(standInPath(host, url)).toBe(path);
});
