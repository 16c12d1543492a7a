import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaymentMethod } from '../../resources/payment-methods/kind.ts';
import { meansOf } from '../../resources/subscriptions/collect.ts';
import type { Subscription } from '../../resources/subscriptions/kind.ts';
import { type Html, html } from '../html.ts';
import { day } from '../wording.ts';
import { buttons, form, problemNote } from './parts.ts';
import { perform } from './perform.ts';
import type { Screen } from './screen.ts';
import type { Visit } from './visit.ts';
import { cardName, productsOf } from './wording.ts';

/** Limit of payment methods on the page. */
const shownAtMost = 50;

/**
 * The payment methods that the customer saved at checkouts.
 *
 * @evidence official: customers view and delete them in the portal. None is a default: entities of Paddle have no such field
 */
export const savedMethodList: Screen = {
  path: '/payment-methods',
  show: (visit) => {
    const { store } = visit.account;
    const { texts } = store.payment_methods.list({
      where: { customer_id: [visit.customer.id] },
      order: 'DESC',
      limit: shownAtMost,
      isCounted: false,
    });
    const methods = texts.map((text) => store.payment_methods.parse(text));
    return {
      title: 'Payment methods',
      section: 'payment-methods',
      content: html`<h1>Payment methods</h1>
<p class="soft">Saved at earlier purchases, and offered at the next one.</p>
${methods.length === 0 ? html`<p class="note">No payment method is saved.</p>` : methods.map((method) => methodCard(visit, method))}`,
    };
  },
};

/** Deletes a saved payment method for good. */
export const deleteMethodForm: Screen = {
  path: '/payment-methods/:payment_method_id/delete',
  show: (visit, { payment_method_id = '' }, sent) => {
    const method = visit.account.store.payment_methods.requireOf(visit.customer.id, payment_method_id);
    const action = visit.url(`/payment-methods/${method.id}/delete`);
    const content = html`<p>It is no longer offered at purchases, and cannot be brought back.</p>
${buttons('Delete payment method', visit.url('/payment-methods'), 'danger')}`;
    return {
      title: 'Delete payment method',
      section: 'payment-methods',
      content: html`<h1>Delete payment method</h1><p class="soft">${nameOf(method)}</p>
${problemNote(sent)}<article>${form(action, content)}</article>`,
    };
  },
  submit: (visit, { payment_method_id = '' }) => {
    const method = visit.account.store.payment_methods.requireOf(visit.customer.id, payment_method_id);
    const [user] = usersOf(visit, method);
    if (user)
      throw new UsageError(`${productsOf(user)} is paid with it. Update the payment method of the subscription first.`);
    const params = { customer_id: visit.customer.id, payment_method_id: method.id };
    perform(visit, 'deleteCustomerPaymentMethod', { params, query: {}, body: undefined });
    return visit.url('/payment-methods', { done: 'deleted-payment-method' });
  },
};

/**
 * Finds the subscriptions that are paid with a payment method.
 *
 * @evidence official: none of an active, trialing, paused or past due subscription can be deleted
 */
function usersOf({ account, customer }: Visit, { id }: PaymentMethod): Subscription[] {
  const live = { customer_id: [customer.id], status: ['active', 'trialing', 'paused', 'past_due'] };
  return account.store.subscriptions
    .all(live)
    .filter((subscription) => meansOf(subscription, account).payment_method_id === id);
}

function methodCard(visit: Visit, method: PaymentMethod): Html {
  const users = usersOf(visit, method);
  const name = nameOf(method);
  const { card } = method;
  const expiry =
    card && html`<dt>Expires</dt><dd>${String(card.expiry_month).padStart(2, '0')}/${String(card.expiry_year)}</dd>`;
  return html`<article><h2 class="name">${name}</h2>
<dl>${expiry ?? html``}<dt>Saved</dt><dd>${day(method.saved_at)}</dd></dl>
${
  users.length === 0
    ? html`<div class="actions"><a class="button" href="${visit.url(`/payment-methods/${method.id}/delete`)}" aria-label="Delete ${name}">Delete</a></div>`
    : html`<p>Pays for ${users.map((user, index) => html`${index > 0 ? ', ' : ''}<a href="${visit.url(`/subscriptions/${user.id}`)}">${productsOf(user)}</a>`)}, so it cannot be deleted.</p>`
}</article>`;
}

function nameOf({ type, card, paypal }: PaymentMethod): string {
  return cardName({ type, card, paypal, south_korea_local_card: null, underlying_details: null });
}
