import { paddleError } from '../../errors/errors.ts';
import { hasInvoice } from '../../resources/transactions/invoice.ts';
import type { Transaction } from '../../resources/transactions/kind.ts';
import { type Html, html } from '../html.ts';
import { day, money } from '../wording.ts';
import { perform } from './perform.ts';
import { canRevise } from './revision.ts';
import type { Screen } from './screen.ts';
import type { Visit } from './visit.ts';
import { reasonOf } from './wording.ts';

const pageSize = 20;

/** Statuses of transactions that a customer has to do with. */
const shown = ['billed', 'past_due', 'paid', 'completed'];

/** The customer's payments, newest first. */
export const paymentList: Screen = {
  path: '/payments',
  show: (visit, _ids, { fields }) => {
    const { payments, next } = paymentsOf(visit, { limit: pageSize, after: fields.get('after') });
    return {
      title: 'Payments',
      section: 'payments',
      content: html`<h1>Payments</h1>
${payments.length === 0 ? html`<p class="note">There are no payments yet.</p>` : paymentRows(visit, payments)}
${next === undefined ? html`` : html`<div class="actions"><a class="button" href="${visit.url('/payments', { after: next })}">Older payments</a></div>`}`,
    };
  },
};

/** Leads to the invoice of a payment. */
export const invoiceLink: Screen = {
  path: '/payments/:transaction_id/invoice',
  show: (visit, { transaction_id = '' }) => {
    visit.account.store.transactions.requireOf(visit.customer.id, transaction_id);
    const request = { params: { transaction_id }, query: { disposition: 'inline' as const }, body: undefined };
    const answer = perform(visit, 'getTransactionInvoice', request);
    if (typeof answer === 'object' && 'data' in answer && 'url' in answer.data) return String(answer.data.url);
    throw paddleError('not_found', { id: transaction_id });
  },
};

/** Finds the customer's payments, and where the next page begins; only those of a subscription if one is given. */
export function paymentsOf(
  { account: { store }, customer }: Visit,
  { limit, after, subscriptionId }: { limit: number; after?: string | undefined; subscriptionId?: string },
): { payments: Transaction[]; next: string | undefined } {
  const { texts, hasMore } = store.transactions.list({
    where: { customer_id: [customer.id], status: shown, ...(subscriptionId && { subscription_id: [subscriptionId] }) },
    order: 'DESC',
    after,
    limit,
    isCounted: false,
  });
  const payments = texts.map((text) => store.transactions.parse(text));
  return { payments, next: hasMore ? payments.at(-1)?.id : undefined };
}

/** Shows payments as a table, with links to their invoices. */
export function paymentRows(visit: Visit, payments: readonly Transaction[]): Html {
  return html`<article class="rows"><table class="stack">
<thead><tr><th scope="col">Date</th><th scope="col">For</th><th scope="col">Status</th><th scope="col" class="amount">Amount</th><th scope="col">Invoice</th></tr></thead>
<tbody>${payments.map((payment) => paymentRow(visit, payment))}</tbody>
</table></article>`;
}

function paymentRow(visit: Visit, payment: Transaction): Html {
  const number = payment.invoice_number ?? payment.id;
  const invoice = hasInvoice(payment)
    ? html`<a href="${visit.url(`/payments/${payment.id}/invoice`)}" aria-label="Invoice ${number}">Invoice</a>${correction(visit, payment, number)}`
    : html`<span class="soft">none</span>`;
  return html`<tr>
<td>${day(payment.billed_at ?? payment.created_at)}</td><td>${reasonOf(payment)}</td><td>${paymentStatus(payment)}</td>
<td class="amount">${money(payment.details.totals.grand_total, payment)}</td><td>${invoice}</td>
</tr>`;
}

function correction(visit: Visit, payment: Transaction, number: string): Html {
  if (!canRevise(visit, payment)) return html``;
  return html` · <a href="${visit.url(`/payments/${payment.id}/revision`)}" aria-label="Correct invoice ${number}">Correct</a>`;
}

function paymentStatus({ status }: Transaction): Html {
  if (status === 'past_due') return html`<mark class="bad">Overdue</mark>`;
  return status === 'billed' ? html`<mark class="warn">Due</mark>` : html`<mark class="good">Paid</mark>`;
}
