import { meansOf } from '../../resources/subscriptions/collect.ts';
import type { Subscription } from '../../resources/subscriptions/kind.ts';
import { nextTransaction } from '../../resources/subscriptions/update/preview.ts';
import { type Html, html } from '../html.ts';
import { day, money } from '../wording.ts';
import { type Offer, offersFor } from './offers.ts';
import { form, ifAllowed, subscriptionOf } from './parts.ts';
import { paymentRows, paymentsOf } from './payments.ts';
import type { Screen } from './screen.ts';
import type { Visit } from './visit.ts';
import { cardName, cycleOf, outlookOf, productsOf, statusOf } from './wording.ts';

/** One subscription, and what the customer can change about it. */
export const subscriptionPage: Screen = {
  path: '/subscriptions/:subscription_id',
  show: (visit, ids) => {
    const subscription = subscriptionOf(visit, ids);
    const name = productsOf(subscription);
    const { payments } = paymentsOf(visit, { limit: 5, subscriptionId: subscription.id });
    return {
      title: name,
      section: 'subscriptions',
      content: html`<div class="top"><h1>${name}</h1>${statusOf(subscription)}</div>
<p class="soft">${outlookOf(subscription)}</p>
${overdueNote(visit, subscription)}
<article>
<dl>
${subscription.items.map(({ quantity, product, price }) => html`<dt>${product.name}</dt><dd>${price.name || price.description} × ${String(quantity)}</dd>`)}
<dt>Billed</dt><dd>${cycleOf(subscription)}</dd>
${nextPayment(visit, subscription)}
${paymentMethod(visit, subscription)}
<dt>Reference</dt><dd><code>${subscription.id}</code></dd>
</dl>
${actionsFor(visit, subscription)}
</article>
<h2>Payments</h2>
${payments.length === 0 ? html`<p class="soft">There are no payments of this subscription yet.</p>` : paymentRows(visit, payments)}`,
    };
  },
};

function overdueNote(visit: Visit, { id, status, collection_mode }: Subscription): Html {
  if (status !== 'past_due' || collection_mode === 'manual') return html``;
  return html`<div class="note bad"><p>The last payment did not go through. <a href="${visit.url(`/subscriptions/${id}/payment-method`)}">Pay now with another card</a> to keep your subscription.</p></div>`;
}

function nextPayment({ account }: Visit, subscription: Subscription): Html {
  const { next_billed_at } = subscription;
  const next = next_billed_at === null ? null : ifAllowed(() => nextTransaction(subscription, account));
  if (next_billed_at === null || !next) return html`<dt>Next payment</dt><dd>none</dd>`;
  const amount = money(next.details.totals.grand_total, subscription);
  return html`<dt>Next payment</dt><dd>${amount} on ${day(next_billed_at)}</dd>`;
}

function paymentMethod({ account }: Visit, subscription: Subscription): Html {
  if (subscription.collection_mode === 'manual') return html`<dt>Payment</dt><dd>by invoice</dd>`;
  const { method_details } = meansOf(subscription, account);
  const { card } = method_details;
  const expiry = card ? `, expires ${String(card.expiry_month).padStart(2, '0')}/${card.expiry_year}` : '';
  return html`<dt>Payment method</dt><dd>${cardName(method_details)}${expiry}</dd>`;
}

const labels: Record<Exclude<Offer, 'keep'>, string> = {
  'payment-method': 'Update payment method',
  resume: 'Resume',
  pause: 'Pause',
  cancel: 'Cancel subscription',
};

function actionsFor(visit: Visit, subscription: Subscription): Html {
  const offers = offersFor(subscription);
  const address = (offer: Offer) => visit.url(`/subscriptions/${subscription.id}/${offer}`);
  const links = (Object.keys(labels) as (keyof typeof labels)[]).filter((offer) => offers.includes(offer));
  if (offers.length === 0) return html``;
  return html`<div class="actions">
${offers.includes('keep') ? form(address('keep'), html`<button class="primary">${undoLabel(subscription)}</button>`) : html``}
${links.map((offer) => html`<a class="button" href="${address(offer)}">${labels[offer]}</a>`)}
</div>`;
}

/** Names the button that takes a scheduled change back. */
export function undoLabel({ scheduled_change }: Subscription): string {
  const undo = { cancel: 'Keep subscription', pause: 'Do not pause', resume: 'Stay paused' };
  return scheduled_change ? undo[scheduled_change.action] : 'Keep subscription';
}
