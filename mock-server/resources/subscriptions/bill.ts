import type { Account } from '../../account/account.ts';
import type { Calculation } from '../../billing/calculation.ts';
import { charge } from '../../billing/charge.ts';
import { detailsOf } from '../../billing/details.ts';
import { changed, inOrder } from '../../state/change.ts';
import { credited } from '../credit-balances/credit-of.ts';
import type { ChargeError } from '../payment-methods/cards.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { SaleDiscount } from '../transactions/sale/charge.ts';
import { saleDiscountOf } from '../transactions/sale/discount.ts';
import type { SoldItem } from '../transactions/sale/items.ts';
import { complete, createBilled } from '../transactions/transitions.ts';
import { type Billed, collect } from './collect.ts';
import type { Subscription } from './kind.ts';

/** Items and period to bill a subscription for. */
export type Bill = {
  items: readonly SoldItem[];
  origin: Transaction['origin'];
  period: Transaction['billing_period'];
  /** Why a payment fails, whatever the payment method. */
  error?: ChargeError | undefined;
};

/**
 * Bills a subscription: makes the transaction, and charges it where payment is automatic.
 *
 * @evidence official: the order of https://developer.paddle.com/webhooks/simulator/subscription-renewed; observed: a
 *   failed payment makes the transaction past due
 */
export function bill(subscription: Subscription, what: Bill, account: Account): Billed {
  const moment = account.moment();
  const ready = transactionFor(subscription, what, account);
  const creation = createBilled(credited(ready, account.store), moment);
  const [{ entity: billed }] = creation.puts;
  const nextInvoiceNumber = () => account.store.invoiceNumbers.next();
  if (BigInt(billed.details.totals.grand_total) <= 0n) {
    const settled = complete(billed, nextInvoiceNumber(), undefined, moment);
    return { change: inOrder(creation, settled), transaction: settled.puts[0].entity, error: undefined };
  }
  if (billed.collection_mode === 'manual') {
    const invoiced = changed('transactions', { ...billed, invoice_number: nextInvoiceNumber() }, [
      'transaction.updated',
    ]);
    return { change: inOrder(creation, invoiced), transaction: invoiced.puts[0].entity, error: undefined };
  }
  const { change, transaction, error } = collect(subscription, billed, account, { error: what.error });
  return { change: inOrder(creation, change), transaction, error };
}

/** Makes the unpaid transaction of a bill. */
export function transactionFor(
  subscription: Subscription,
  { items, origin, period }: Bill,
  account: Account,
): Transaction {
  const { customer_id, address_id, business_id, currency_code, collection_mode, billing_details } = subscription;
  const { id, now } = account.creation('txn');
  return {
    id,
    status: 'ready',
    customer_id,
    address_id,
    business_id,
    custom_data: subscription.custom_data,
    currency_code,
    origin,
    subscription_id: subscription.id,
    invoice_id: null,
    invoice_number: null,
    collection_mode,
    discount_id: discountOf(subscription, account.clock.now(), account)?.id ?? null,
    billing_details,
    billing_period: period,
    items: items.map(({ price, quantity, proration = null }) => ({ price, quantity, proration })),
    details: detailsFor(subscription, items, account),
    payments: [],
    checkout: { url: null },
    created_at: now,
    updated_at: now,
    billed_at: null,
    revised_at: null,
  };
}

function detailsFor(subscription: Subscription, items: readonly SoldItem[], account: Account): Transaction['details'] {
  const lineIds = items.map(() => account.ids.next('txnitm'));
  return detailsOf(items, chargeFor(subscription, items, account), subscription.currency_code, lineIds);
}

/**
 * Computes what a subscription is charged for items, at the prices after a trial.
 *
 * @param at time of the bill, whose discount counts; `null` for no discount
 */
export function chargeFor(
  subscription: Subscription,
  items: readonly SoldItem[],
  account: Account,
  at: number | null = account.clock.now(),
): Calculation {
  const { address_id, business_id, currency_code: currency } = subscription;
  const place = account.store.addresses.find(address_id);
  const taxIdentifier = business_id === null ? null : account.store.businesses.find(business_id)?.tax_identifier;
  const discount = at === null ? undefined : discountOf(subscription, at, account);
  return charge({ items, currency, place, taxIdentifier, discount, ignoreTrials: true }, account);
}

/** Returns the discount that counts for a bill at a time. @evidence official: it ends after its intervals */
function discountOf(
  { discount }: Subscription,
  now: number,
  { store }: Account,
): (SaleDiscount & { id: string }) | undefined {
  if (discount === null) return undefined;
  const begins = discount.starts_at === null || Date.parse(discount.starts_at) <= now;
  const ends = discount.ends_at !== null && Date.parse(discount.ends_at) <= now;
  const entity = store.discounts.find(discount.id);
  return begins && !ends && entity ? { ...saleDiscountOf(entity), id: entity.id } : undefined;
}

/** Returns the items of a subscription as a renewal sells them. */
export function soldItems({ items }: Subscription): SoldItem[] {
  return items
    .filter(({ recurring }) => recurring)
    .map(({ price, product, quantity }) => ({ price, product, quantity }));
}
