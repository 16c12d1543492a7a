import { Router } from 'express';
import type { Account } from '../account/account.ts';
import type { Accounts } from '../account/accounts.ts';
import { invoiceSubject } from '../resources/transactions/invoice.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import { partsOf } from '../state/entries/transaction-parts.ts';
import { type Html, html } from './html.ts';
import { sendPage } from './layout.ts';
import { openDocument } from './open-document.ts';
import { countryName, day, money } from './wording.ts';

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
    address && countryName(address.country_code),
    business?.tax_identifier,
  ];
  return lines.flatMap((line) => (line ? [line] : []));
}

function invoice({ details, items, currency_code, ...transaction }: Transaction, buyer: readonly string[]): Html {
  const { totals, line_items } = details;
  const shown = (amount: string) => money(amount, { currency_code });
  const { status, invoice_number, billed_at, billing_details, billing_period } = transaction;
  const isPaid = status === 'completed' || status === 'paid';
  return html`<div class="top"><h1>Invoice ${invoice_number ?? ''}</h1>${isPaid ? html`<mark class="good">Paid</mark>` : html`<mark class="warn">Due</mark>`}</div>
<dl>
<dt>Billed to</dt><dd>${buyer.map((line) => html`${line}<br>`)}</dd>
<dt>Date</dt><dd>${billed_at === null ? '' : day(billed_at)}</dd>
${billing_period ? html`<dt>Period</dt><dd>${day(billing_period.starts_at)} to ${day(billing_period.ends_at)}</dd>` : html``}
${billing_details?.purchase_order_number ? html`<dt>Purchase order</dt><dd>${billing_details.purchase_order_number}</dd>` : html``}
<dt>Payment</dt><dd><code>${transaction.id}</code></dd>
</dl>
<article><div class="rows"><table>
<thead><tr><th scope="col">Item</th><th scope="col">Quantity</th><th scope="col">Tax</th><th scope="col" class="amount">Amount</th></tr></thead>
<tbody>${line_items.map(
    (line, index) => html`<tr><td><strong>${line.product.name}</strong> ${items[index]?.price.name ?? ''}</td>
<td>${String(line.quantity)}</td><td>${percent(line.tax_rate)}</td><td class="amount">${shown(line.totals.total)}</td></tr>`,
  )}</tbody>
</table></div></article>
<dl class="sum">
<dt>Subtotal</dt><dd>${shown(totals.subtotal)}</dd>
<dt>Discount</dt><dd>${shown(totals.discount)}</dd>
<dt>Tax</dt><dd>${shown(totals.tax)}</dd>
<dt>Credit</dt><dd>${shown(totals.credit)}</dd>
<dt class="whole">Total</dt><dd class="whole">${shown(totals.grand_total)}</dd>
<dt>Due</dt><dd>${shown(totals.balance)}</dd>
</dl>
<p>${billing_details?.additional_information ?? ''}</p>`;
}

/** Writes a rate such as 0.08875 as a percentage, without the noise of floating point. */
function percent(rate: string): string {
  return `${Number((Number(rate) * 100).toFixed(6))}\u00a0%`;
}
