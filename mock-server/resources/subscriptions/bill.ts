import type { Account } from '../../account/account.ts';
import { payoutOf } from '../../account/settings.ts';
import type { Calculation } from '../../billing/calculation.ts';
import { type Change, changed, inOrder } from '../../state/change.ts';
import { credited } from '../credit-balances/credit-of.ts';
import { type ChargeError, chargeAgain } from '../payment-methods/cards.ts';
import { completePurchase } from '../transactions/complete-purchase.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { PaymentMeans } from '../transactions/payments.ts';
import { charge, type SaleDiscount } from '../transactions/sale/charge.ts';
import { detailsOf } from '../transactions/sale/details.ts';
import { saleDiscountOf } from '../transactions/sale/discount.ts';
import type { SoldItem } from '../transactions/sale/items.ts';
import { becomePastDue, complete, createBilled, failPayment } from '../transactions/transitions.ts';
import type { Subscription } from './kind.ts';

/** Items and period to bill a subscription for. */
export type Bill = {
  items: readonly SoldItem[];
  origin: Transaction['origin'];
  period: Transaction['billing_period'];
};

/** A billed transaction, with its events until it is settled, invoiced or past due. */
export type Billed = { change: Required<Change>; transaction: Transaction; error: ChargeError | undefined };

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
  const { change, transaction, error } = collect(subscription, billed, account);
  return { change: inOrder(creation, change), transaction, error };
}

/** Charges a billed transaction by the subscription's payment method. */
function collect(subscription: Subscription, billed: Transaction, account: Account): Billed {
  const moment = account.moment();
  const means = { ...meansOf(subscription, account), payment_attempt_id: account.ids.uuid() };
  const outcome = chargeAgain(means.method_details, account.clock.now());
  if (outcome === 'succeeds') {
    const payout = payoutOf(account);
    const invoiceNumber = account.store.invoiceNumbers.next();
    const change = completePurchase(billed, { means, invoiceNumber, payout, follow: () => ({ changes: [] }) }, moment);
    return { change, transaction: lastTransaction(change), error: undefined };
  }
  const failed = failPayment(billed, means, moment, outcome);
  const [{ entity }] = failed.puts;
  const pastDue = entity.status === 'billed' ? becomePastDue(entity, moment) : failed;
  const change = inOrder(failed, ...(pastDue === failed ? [] : [pastDue]));
  return { change, transaction: pastDue.puts[0].entity, error: outcome };
}

function lastTransaction({ puts = [] }: Change): Transaction {
  const found = puts.findLast((put) => put.kind === 'transactions');
  if (found?.kind !== 'transactions') throw new Error('A payment changed no transaction.');
  return found.entity;
}

/** Payment method of subscriptions whose purchase is not known, such as imported ones. @evidence assumed */
const unknownMeans: Omit<PaymentMeans, 'payment_attempt_id'> = {
  stored_payment_method_id: '00000000-0000-4000-8000-000000000000',
  payment_method_id: null,
  method_details: {
    type: 'card',
    card: { type: 'visa', last4: '4242', expiry_month: 12, expiry_year: 9999, cardholder_name: '' },
    paypal: null,
    south_korea_local_card: null,
    underlying_details: null,
  },
};

function meansOf({ id }: Subscription, { store }: Account): Omit<PaymentMeans, 'payment_attempt_id'> {
  const known = store.privateFacts.find('subscriptions', id)?.means;
  return (
    known ?? store.transactions.all({ subscription_id: [id] }).flatMap(({ payments }) => payments)[0] ?? unknownMeans
  );
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
