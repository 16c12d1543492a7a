import { addCycles } from '../../billing/period.ts';
import { type Change, inOrder } from '../../state/change.ts';
import type { Creation } from '../../time/moment.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import type { Discount } from '../discounts/kind.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { PaymentMeans } from '../transactions/payments.ts';
import { change as changeTransaction } from '../transactions/transitions.ts';
import { newItem } from './item.ts';
import type { Subscription, SubscriptionTerms } from './kind.ts';
import { announce, start, startTrial } from './transitions.ts';

type Item = Subscription['items'][number];

/** Context of a new subscription, besides the transaction that it was bought with. */
export type Beginning = Creation & {
  /** Discount of the transaction. */
  discount?: Discount | undefined;
  /** Payment method for later bills. */
  means?: PaymentMeans | undefined;
};

/** A new subscription, and the transaction that it was bought with, which names it from then on. */
export type Begun = { change: Required<Change>; subscription: Subscription; bought: Transaction };

/**
 * Starts the subscription that a transaction bought. Returns `undefined` if nothing of it recurs.
 *
 * @evidence observed: the order of the events; official: a trial comes first if the prices have one, the data of the
 *   transaction is copied, and the dates of an invoice count from the period that it was billed for. assumed: items that
 *   do not recur belong to the transaction alone
 */
export function begin(paid: Transaction, beginning: Beginning): Begun | undefined {
  const items = recurringItems(paid, beginning.now);
  const trial = items.find(({ price }) => price.trial_period)?.price.trial_period;
  if (items.length === 0) return undefined;
  const plan = planOf(paid, items, beginning);
  const anchor = anchorOf(paid, beginning.now);
  const moment = { ...beginning, now: anchor };
  const started = trial ? startTrial(plan, trial, moment) : start(plan, moment);
  const isCardless = trial?.requires_payment_method === false && paid.collection_mode === 'automatic';
  const subscription = bornAt(beginning.now, isCardless && !beginning.means ? withoutNextBill(started) : started);
  const { current_billing_period, id: subscription_id } = subscription;
  const billing_period = paid.billing_period ?? current_billing_period;
  const linking = changeTransaction({ ...paid, subscription_id, billing_period }, beginning);
  const facts: SubscriptionTerms = { anchor, means: beginning.means };
  const remembered = { entry: 'private facts' as const, kind: 'subscriptions' as const, id: subscription_id, facts };
  const isSilent = paid.origin === 'web' && beginning.behaviours['checkout-creation'] === 'silent';
  return {
    change: inOrder(announce(subscription, isSilent ? undefined : paid.id), { entries: [remembered] }, linking),
    subscription,
    bought: linking.puts[0].entity,
  };
}

/** Returns the time that periods are counted from. */
function anchorOf({ collection_mode, billing_period }: Transaction, now: string): string {
  return collection_mode === 'manual' && billing_period !== null ? billing_period.starts_at : now;
}

function bornAt(now: string, subscription: Subscription): Subscription {
  const born = { created_at: now, updated_at: now };
  return { ...subscription, ...born, items: subscription.items.map((item) => ({ ...item, ...born })) };
}

/** @evidence official: a trial without a payment method has no next bill. */
function withoutNextBill(subscription: Subscription): Subscription {
  const items = subscription.items.map((item) => ({ ...item, next_billed_at: null }));
  return { ...subscription, next_billed_at: null, items };
}

function planOf(paid: Transaction, items: Item[], { id, now, behaviours, discount }: Beginning): Subscription {
  const { customer_id, address_id, business_id, currency_code, collection_mode, billing_details, custom_data } = paid;
  const billing_cycle = items[0]?.price.billing_cycle;
  if (customer_id === null || address_id === null || !billing_cycle)
    throw new Error(`${paid.id} was paid without a customer, an address or a billing cycle.`);
  const recurring = discount?.recur ? discount : undefined;
  const intervals = recurring?.maximum_recurring_intervals ?? null;
  const ends = intervals === null ? null : addCycles(Date.parse(now), billing_cycle, intervals);
  return {
    id,
    status: 'active',
    customer_id,
    address_id,
    business_id,
    currency_code,
    created_at: now,
    updated_at: now,
    started_at: now,
    first_billed_at: now,
    next_billed_at: null,
    paused_at: null,
    canceled_at: null,
    discount: recurring
      ? {
          id: recurring.id,
          type: 'recurring',
          starts_at: now,
          ends_at: ends === null ? null : formatTimestamp(ends, behaviours.timestamps),
        }
      : null,
    collection_mode,
    billing_details,
    current_billing_period: null,
    billing_cycle,
    scheduled_change: null,
    management_urls: managementUrls(id, collection_mode),
    items,
    consent_requirements: [],
    custom_data,
    import_meta: null,
  };
}

function recurringItems({ items, details }: Transaction, now: string): Item[] {
  return items.flatMap(({ price, quantity }, index) => {
    const product = details.line_items[index]?.product;
    if (price.billing_cycle === null || !product) return [];
    return newItem({ price, product, quantity }, { status: 'active', next_billed_at: null }, now);
  });
}

/** Returns links for the customer. @evidence observed: no link to change the payment method of an invoiced one */
export function managementUrls(id: string, mode: Subscription['collection_mode']): Subscription['management_urls'] {
  const own = `https://buyer-portal.paddle.com/subscriptions/${id}`;
  return {
    update_payment_method: mode === 'automatic' ? `${own}/update-payment-method` : null,
    cancel: `${own}/cancel`,
    view_subscription: `${own}/view-subscription`,
  };
}
