import type { Account } from '../account/account.ts';
import type { Subscription } from '../resources/subscriptions/kind.ts';
import type { StoredPortalSession } from '../state/entries/portal-sessions.ts';
import { type Html, html } from './html.ts';

/** Shows a customer and their subscriptions. */
export function portalContent(
  account: Account,
  session: StoredPortalSession,
  action: string,
  subscriptionId: string | null,
): Html {
  const customer = account.store.customers.require(session.customerId);
  const subscriptions = account.store.subscriptions.all({ customer_id: [customer.id] });
  return html`<h1>${customer.name ?? customer.email}</h1>
<dl>
<dt>Email</dt><dd>${customer.email}</dd>
<dt>Customer</dt><dd>${customer.id}</dd>
</dl>
${noticeOf(action)}
<h2>Subscriptions</h2>
${subscriptions.length === 0 ? html`<p>No subscriptions.</p>` : subscriptions.map((subscription) => subscriptionCard(subscription, subscription.id === subscriptionId))}`;
}

const notices: Record<string, string> = {
  cancel_subscription:
    'At Paddle the customer could cancel the marked subscription here. Paddock does not emulate that yet.',
  update_subscription_payment_method:
    'At Paddle the customer could change the payment method of the marked subscription here. Paddock does not emulate that yet.',
};

function noticeOf(action: string): Html {
  const notice = notices[action];
  return notice === undefined ? html`` : html`<p role="note">${notice}</p>`;
}

function subscriptionCard(subscription: Subscription, isMarked: boolean): Html {
  const products = subscription.items.map((item) => `${item.quantity} × ${item.product.name}`).join(', ');
  return html`<article ${isMarked ? html`aria-current="true"` : html``}>
<strong>${products}</strong> <mark>${subscription.status}</mark>
<dl>
<dt>Subscription</dt><dd>${subscription.id}</dd>
<dt>Next payment</dt><dd>${subscription.next_billed_at ?? 'none'}</dd>
${subscription.scheduled_change ? html`<dt>Scheduled</dt><dd>${subscription.scheduled_change.action} at ${subscription.scheduled_change.effective_at}</dd>` : html``}
</dl>
</article>`;
}
