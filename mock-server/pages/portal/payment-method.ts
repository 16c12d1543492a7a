import type { Account } from '../../account/account.ts';
import { credited, withCredit } from '../../resources/credit-balances/credit-of.ts';
import { readCard } from '../../resources/payment-methods/cards.ts';
import { changePaymentMethod } from '../../resources/subscriptions/change-payment-method.ts';
import type { Subscription } from '../../resources/subscriptions/kind.ts';
import type { Transaction } from '../../resources/transactions/kind.ts';
import { openAttempt } from '../../resources/transactions/payments.ts';
import { type Payment, takePayment } from '../../resources/transactions/take-payment.ts';
import { type Html, html } from '../html.ts';
import { money } from '../wording.ts';
import { offersFor } from './offers.ts';
import { buttons, form, problemNote, subscriptionOf, textField } from './parts.ts';
import type { Fields, Screen } from './screen.ts';
import type { Visit } from './visit.ts';
import { productsOf } from './wording.ts';

const title = 'Update payment method';

/** Takes another card, with which an overdue payment is made too. */
export const paymentMethodForm: Screen = {
  path: '/subscriptions/:subscription_id/payment-method',
  show: (visit, ids, sent) => {
    const subscription = subscriptionOf(visit, ids);
    const back = visit.url(`/subscriptions/${subscription.id}`);
    if (!offersFor(subscription).includes('payment-method')) return back;
    const fields = [
      {
        name: 'card',
        label: 'Card number',
        autocomplete: 'cc-number',
        hint: 'A test card of Paddle’s, such as 4242 4242 4242 4242.',
        longest: 40,
        isNumber: true,
        isWide: true,
      },
      { name: 'expiry', label: 'Expiry (MM/YY)', autocomplete: 'cc-exp', longest: 7 },
      {
        name: 'cvc',
        label: 'Security code',
        autocomplete: 'cc-csc',
        hint: 'Three digits.',
        longest: 3,
        isNumber: true,
      },
      {
        name: 'name',
        label: 'Name on card',
        autocomplete: 'cc-name',
        value: sent.fields.get('name') ?? visit.customer.name,
        isWide: true,
      },
    ].map((field) => textField({ ...field, isRequired: true }, sent));
    return {
      title,
      section: 'subscriptions',
      content: html`<h1>${title}</h1><p class="soft">${productsOf(subscription)}</p>
${problemNote(sent)}${declinedNote(sent.fields)}${dueNote(subscription, visit.account)}
<article>${form(addressOf(visit, subscription), html`<div class="fields">${fields}</div>${buttons('Save card', back)}`)}</article>`,
    };
  },
  submit: (visit, ids, fields) => {
    const subscription = subscriptionOf(visit, ids);
    const [card = '', expiry, cvc] = ['card', 'expiry', 'cvc'].map((name) => fields.get(name) ?? '');
    const payment = { card, expiry, cvc, cardholder_name: fields.get('name') || undefined };
    // A card that cannot be used must not leave a transaction behind.
    readCard(payment, visit.account.clock.now());
    const id = changePaymentMethod(subscription, visit.account, visit.baseUrl);
    return pay(visit, subscription, id, payment);
  },
};

/** Stands in for the page of the buyer's bank. */
export const challengeForm: Screen = {
  path: '/subscriptions/:subscription_id/payment-method/challenge',
  show: (visit, ids, { fields }) => {
    const subscription = subscriptionOf(visit, ids);
    const transaction = transactionOf(visit, subscription, fields);
    const isPaid = transaction.status === 'paid' || transaction.status === 'completed';
    if (isPaid || !openAttempt(transaction)) return visit.url(`/subscriptions/${subscription.id}`);
    const { id, details } = transaction;
    const action = visit.url(`/subscriptions/${subscription.id}/payment-method/challenge`);
    return {
      title: 'Confirm with your bank',
      section: 'subscriptions',
      content: html`<h1>Confirm with your bank</h1>
<p>Your bank asks you to confirm this card by 3-D Secure. At a real bank this would be a code or its app; here you decide.</p>
<article><dl><dt>Amount</dt><dd>${money(details.totals.balance, transaction)}</dd><dt>Payment</dt><dd><code>${id}</code></dd></dl>
${form(
  action,
  html`<input type="hidden" name="transaction" value="${id}">
<div class="actions"><button class="primary" name="authentication" value="succeed">Confirm</button>
<button name="authentication" value="fail">Refuse</button></div>`,
)}</article>`,
    };
  },
  submit: (visit, ids, fields) => {
    const subscription = subscriptionOf(visit, ids);
    const { id } = transactionOf(visit, subscription, fields);
    return pay(visit, subscription, id, {
      authentication: fields.get('authentication') === 'succeed' ? 'succeed' : 'fail',
    });
  },
};

/** Pays, and returns the address of the page that follows from the outcome. */
function pay(visit: Visit, subscription: Subscription, id: string, payment: Payment): string {
  const { account } = visit;
  const { store } = account;
  const payable = credited(store.transactions.require(id), store);
  account.apply(withCredit(takePayment(account, payable, payment), store));
  const paid = store.transactions.require(id);
  const [attempt] = paid.payments;
  const isPaid = paid.status === 'paid' || paid.status === 'completed';
  if (!isPaid && openAttempt(paid))
    return visit.url(`/subscriptions/${subscription.id}/payment-method/challenge`, { transaction: id });
  if (!isPaid && attempt?.status === 'error')
    return addressOf(visit, subscription, { declined: attempt.error_code ?? 'declined' });
  return visit.url(`/subscriptions/${subscription.id}`, { done: 'payment-method' });
}

function addressOf(visit: Visit, { id }: Subscription, query: Readonly<Record<string, string>> = {}): string {
  return visit.url(`/subscriptions/${id}/payment-method`, query);
}

/** @throws PaddleApiError not_found for a transaction of another customer */
function transactionOf({ account, customer }: Visit, _subscription: Subscription, fields: Fields): Transaction {
  return account.store.transactions.requireOf(customer.id, fields.get('transaction') ?? '');
}

function declinedNote(fields: Fields): Html {
  const reason = fields.get('declined');
  if (reason === undefined) return html``;
  const text =
    reason === 'authentication_failed' ? 'Your bank did not confirm the card.' : 'Your bank declined the card.';
  return html`<div class="note bad" role="alert"><p><strong>The card was not saved.</strong> ${text} Try another one.</p></div>`;
}

function dueNote({ id }: Subscription, { store }: Account): Html {
  const [due] = store.transactions.all({ subscription_id: [id], status: ['past_due'] });
  if (!due) return html`<p>Nothing is charged now. Later payments are taken from the new card.</p>`;
  return html`<div class="note warn"><p><strong>${money(due.details.totals.balance, due)}</strong> is overdue, and is charged to the new card now.</p></div>`;
}
