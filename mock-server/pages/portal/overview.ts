import { type Html, html } from '../html.ts';
import { subscriptionCard } from './parts.ts';
import { paymentRows, paymentsOf } from './payments.ts';
import type { Screen } from './screen.ts';
import type { Visit } from './visit.ts';

/** Limit of subscriptions on the page. */
const subscriptionsAtMost = 50;

/** The customer's subscriptions, and their latest payments. */
export const overview: Screen = {
  path: '',
  show: (visit) => ({
    title: 'Your subscriptions',
    section: 'subscriptions',
    content: html`<h1>Your subscriptions</h1>
<p class="soft">${visit.customer.name ?? visit.customer.email}${visit.customer.name ? html` · ${visit.customer.email}` : html``}</p>
${subscriptionsOf(visit)}
<h2>Latest payments</h2>
${latestPayments(visit)}`,
  }),
};

function subscriptionsOf(visit: Visit): Html | Html[] {
  const { store } = visit.account;
  const page = store.subscriptions.list({
    where: { customer_id: [visit.customer.id] },
    order: 'DESC',
    limit: subscriptionsAtMost,
    isCounted: false,
  });
  if (page.texts.length === 0) return html`<p class="note">You have no subscriptions.</p>`;
  return page.texts.map((text) => subscriptionCard(visit, store.subscriptions.parse(text)));
}

function latestPayments(visit: Visit): Html {
  const { payments, next } = paymentsOf(visit, { limit: 3 });
  if (payments.length === 0) return html`<p class="soft">There are no payments yet.</p>`;
  return html`${paymentRows(visit, payments)}
${next === undefined ? html`` : html`<p><a href="${visit.url('/payments')}">All payments</a></p>`}`;
}
