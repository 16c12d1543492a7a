import type { Subscription } from '../../resources/subscriptions/kind.ts';
import type { Transaction } from '../../resources/transactions/kind.ts';
import { type Html, html } from '../html.ts';
import { day } from '../wording.ts';

/** Shows a card without its number, such as `Visa ending in 4242`. */
export function cardName({ type, card }: Transaction['payments'][number]['method_details']): string {
  if (card === null) return capitalised(type.replaceAll('_', ' '));
  return `${capitalised(card.type.replaceAll('_', ' '))} ending in ${card.last4}`;
}

/** Names what a subscription is of. */
export function productsOf({ items }: Subscription): string {
  return items
    .map(({ quantity, product }) => (quantity === 1 ? product.name : `${quantity} × ${product.name}`))
    .join(', ');
}

/** Says how often a subscription is billed, such as `every 3 months`. */
export function cycleOf({ billing_cycle: { interval, frequency } }: Subscription): string {
  return frequency === 1 ? `every ${interval}` : `every ${frequency} ${interval}s`;
}

const statuses: Record<Subscription['status'], readonly [tone: string, name: string]> = {
  active: ['good', 'Active'],
  trialing: ['good', 'Trial'],
  past_due: ['bad', 'Payment overdue'],
  paused: ['warn', 'Paused'],
  canceled: ['quiet', 'Canceled'],
};

/** Shows the status of a subscription. */
export function statusOf({ status, scheduled_change }: Subscription): Html {
  const [tone, name] = statuses[status];
  const planned = scheduled_change && { cancel: 'Ends soon', pause: 'Pauses soon', resume: 'Resumes soon' };
  const change = planned && html` <mark class="warn">${planned[scheduled_change.action]}</mark>`;
  return html`<span><mark class="${tone}">${name}</mark>${change ?? html``}</span>`;
}

/** Says what is going to happen to a subscription, in a sentence. */
export function outlookOf({ status, scheduled_change, next_billed_at, canceled_at }: Subscription): Html {
  if (scheduled_change) {
    const { action, effective_at, resume_at } = scheduled_change;
    const verb = { cancel: 'Ends', pause: 'Pauses', resume: 'Resumes' }[action];
    const again = resume_at === null ? html`` : html`, and resumes on ${day(resume_at)}`;
    return html`${verb} on ${day(effective_at)}${again}.`;
  }
  if (status === 'canceled') return canceled_at === null ? html`Ended.` : html`Ended on ${day(canceled_at)}.`;
  if (status === 'paused') return html`Paused until you resume it.`;
  if (status === 'trialing')
    return next_billed_at === null ? html`Free trial.` : html`Free trial until ${day(next_billed_at)}.`;
  return next_billed_at === null ? html`` : html`Renews on ${day(next_billed_at)}.`;
}

const origins: Partial<Record<Transaction['origin'], string>> = {
  subscription_recurring: 'Renewal',
  subscription_update: 'Change of subscription',
  subscription_charge: 'One-time charge',
  subscription_payment_method_change: 'New payment method',
};

/** Names the reason for a payment. */
export function reasonOf({ origin }: Transaction): string {
  return origins[origin] ?? 'Purchase';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
