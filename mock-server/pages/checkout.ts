import { Router } from 'express';
import type { Accounts } from '../account/accounts.ts';
import { formatAmount } from '../billing/money/format-amount.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import { controlRoot } from '../wire/control-root.ts';
import { queryOf } from '../wire/target.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './layout.ts';

const header = "Paddock · this page stands in for a shop's checkout";

/**
 * Serves the page of the default payment link, which shows the transaction that `_ptxn` names.
 *
 * @evidence official: the parameter of payment links
 */
export function checkoutPage(accounts: Accounts): Router {
  const router = Router({ strict: true });
  router.get(`${controlRoot}/checkout`, async (request, response) => {
    const id = queryOf(request.originalUrl).get('_ptxn') ?? '';
    const account = accounts.accountWith('transactions', id);
    if (account?.isHeld) await account.whole();
    const transaction = account?.store.transactions.find(id);
    if (transaction) sendPage(response, 200, 'Checkout', contentOf(transaction), header);
    else sendPage(response, 404, 'Checkout', unknownContent, header);
  });
  return router;
}

const unknownContent = html`<h1>There is no such transaction</h1>
<p>This link names no transaction of the server. It may be incomplete, or older than the server's last reset.</p>`;

function contentOf(transaction: Transaction): Html {
  const { id, status, items, details, currency_code } = transaction;
  const { subtotal, discount, tax, total, credit, balance } = details.totals;
  const shown = (amount: string) => formatAmount(amount, currency_code);
  const sums = { Subtotal: subtotal, Discount: discount, Tax: tax, Total: total, Credit: credit, Due: balance };
  return html`<h1>Checkout <mark>${status}</mark></h1>
${details.line_items.map(
  ({ product, quantity, price_id, totals }) => html`<article>
<strong>${String(quantity)} × ${product.name}</strong> ${items.find(({ price }) => price.id === price_id)?.price.description ?? ''}
<dl><dt>Total</dt><dd>${shown(totals.total)}</dd></dl>
</article>`,
)}
<h2>Totals</h2>
<dl>
${Object.entries(sums).map(([name, amount]) => html`<dt>${name}</dt><dd>${shown(amount)}</dd>`)}
<dt>Transaction</dt><dd>${id}</dd>
</dl>
${howToPay(transaction)}`;
}

function howToPay({ id, status }: Transaction): Html {
  if (status === 'draft')
    return html`<p role="note">It lacks a customer, an address or items, so it cannot be paid yet.</p>`;
  if (status !== 'ready' && status !== 'billed' && status !== 'past_due')
    return html`<p role="note">Nothing is to be paid.</p>`;
  return html`<h2>Pay</h2>
<p>Paddle's checkout is not emulated yet. Pay with one of Paddle's test cards in a terminal; an account of its own needs its
<code>--key</code>:</p>
<p><code>npx paddock pay ${id} --card 4242424242424242</code></p>
<p>or <code>POST ${controlRoot}/transactions/${id}/pay</code> with <code>{"card":"4242424242424242"}</code>.</p>`;
}
