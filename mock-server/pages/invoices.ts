import { Router } from 'express';
import type { Account } from '../account/account.ts';
import type { Accounts } from '../account/accounts.ts';
import { formatAmount } from '../billing/money/format-amount.ts';
import { invoiceSubject } from '../resources/transactions/invoice.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import { partsOf } from '../state/entries/transaction-parts.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './layout.ts';
import { openDocument } from './open-document.ts';

const header = "Paddock · this page stands in for Paddle's invoice";

/** Serves the invoices behind the links of transactions. */
export function invoicePages(accounts: Accounts): Router {
  const router = Router();
  router.get('/invoices/:transaction_id/:file', async (request, response) => {
    const id = request.params.transaction_id;
    const document = await openDocument(accounts, request, response, {
      header,
      subject: (disposition) => invoiceSubject(id, disposition),
      find: ({ store }) => store.transactions.find(id),
    });
    if (!document) return;
    const { account, entity: transaction, disposition } = document;
    response.set('Content-Disposition', `${disposition}; filename="invoice_${transaction.invoice_number}.html"`);
    const content = invoice(transaction, buyerOf(transaction, account));
    sendPage(response, 200, `Invoice ${transaction.invoice_number}`, content, header);
  });
  return router;
}

/** Returns the lines that name the buyer, with the corrections of a revision. */
function buyerOf(transaction: Transaction, { store }: Account): string[] {
  const { customer, address, ...parts } = partsOf(transaction, store);
  const business = parts.business ?? parts.company;
  const lines = [
    business?.name,
    customer?.name ?? customer?.email,
    address?.first_line,
    address?.second_line,
    [address?.postal_code, address?.city].filter(Boolean).join(' '),
    address?.region,
    address?.country_code,
    business?.tax_identifier,
  ];
  return lines.flatMap((line) => (line ? [line] : []));
}

function invoice({ details, items, currency_code, ...transaction }: Transaction, buyer: readonly string[]): Html {
  const { totals, line_items } = details;
  const shown = (amount: string) => formatAmount(amount, currency_code);
  return html`<h1>Invoice ${transaction.invoice_number ?? ''}</h1>
<dl>
<dt>Billed to</dt><dd>${buyer.join(', ')}</dd>
<dt>Date</dt><dd>${transaction.billed_at ?? ''}</dd>
<dt>Purchase order</dt><dd>${transaction.billing_details?.purchase_order_number || '-'}</dd>
</dl>
${line_items.map(
  (line, index) => html`<article>
<strong>${String(line.quantity)} × ${line.product.name}</strong> ${items[index]?.price.name ?? ''}
<dl><dt>Tax rate</dt><dd>${line.tax_rate}</dd><dt>Total</dt><dd>${shown(line.totals.total)}</dd></dl>
</article>`,
)}
<h2>Totals</h2>
<dl>
<dt>Subtotal</dt><dd>${shown(totals.subtotal)}</dd>
<dt>Discount</dt><dd>${shown(totals.discount)}</dd>
<dt>Tax</dt><dd>${shown(totals.tax)}</dd>
<dt>Credit</dt><dd>${shown(totals.credit)}</dd>
<dt>Total</dt><dd>${shown(totals.grand_total)}</dd>
<dt>Due</dt><dd>${shown(totals.balance)}</dd>
</dl>
<p>${transaction.billing_details?.additional_information ?? ''}</p>`;
}
