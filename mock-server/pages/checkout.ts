import { Router } from 'express';
import type { Accounts } from '../account/accounts.ts';
import { controlRoot } from '../wire/control-root.ts';
import { queryOf } from '../wire/target.ts';
import { sendBuiltPage } from './built-files.ts';
import { html } from './html.ts';
import { sendPage } from './layout.ts';

/** Shops' pictures of products come from anywhere. */
const policy = { 'img-src': "'self' https: http: data:" };

/**
 * Serves the page of the default payment link, which sells the transaction that `_ptxn` names, and the same page for the
 * frames that Paddle.js puts into shops.
 *
 * @evidence official: the parameter of payment links
 */
export function checkoutPage(accounts: Accounts): Router {
  const router = Router({ strict: true });
  router.get(`${controlRoot}/checkout`, async (request, response) => {
    const id = queryOf(request.originalUrl).get('_ptxn') ?? '';
    if (accounts.accountWith('transactions', id)) await sendBuiltPage(request, response, 'checkout', policy);
    else sendPage(response, 404, 'Checkout', unknownContent, "Paddock · this page stands in for a shop's checkout");
  });
  router.get(`${controlRoot}/checkout/frame`, (request, response) =>
    sendBuiltPage(request, response, 'checkout', { ...policy, 'frame-ancestors': '*' }),
  );
  return router;
}

const unknownContent = html`<h1>There is no such transaction</h1>
<p>This link names no transaction of the server. It may be incomplete, or older than the server's last reset.</p>`;
