import type { components } from '#openapi/generated/control.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Account } from '../../account/account.ts';
import { type AddressCreate, create as createAddress } from '../addresses/create.ts';
import { type BusinessCreate, create as createBusiness } from '../businesses/create.ts';
import { credited, withCredit } from '../credit-balances/credit-of.ts';
import { type CustomerCreate, create as createCustomer } from '../customers/create.ts';
import { findConflict } from '../customers/find-conflict.ts';
import { readCard } from '../payment-methods/cards.ts';
import { billingMeans } from '../transactions/billing-means.ts';
import { create, type TransactionCreate } from '../transactions/create.ts';
import type { Transaction } from '../transactions/kind.ts';
import { orderOf } from '../transactions/sale/order.ts';
import { takePayment } from '../transactions/take-payment.ts';
import { update } from '../transactions/update.ts';

/** A purchase: who buys, where, and what. */
export type Purchase = Pick<TransactionCreate, 'discount_id' | 'currency_code' | 'collection_mode' | 'custom_data'> & {
  items: components['schemas']['purchase-item'][];
  /** A customer who exists, instead of `customer`. */
  customer_id?: string | undefined;
  customer?: CustomerCreate | undefined;
  /** An address that exists, instead of `address`. */
  address_id?: string | undefined;
  address?: AddressCreate | undefined;
  business?: BusinessCreate | undefined;
  /** A test card. Default: one that pays. */
  card?: string | undefined;
};

/** A test card that always pays. */
const goodCard = '4242 4242 4242 4242';

/** Terms of an invoice, which the control plane's request does not name. */
const usualTerms = { payment_terms: { interval: 'day', frequency: 30 } } as const;

/**
 * Buys a subscription, as at a checkout or by an invoice, all of it or nothing.
 *
 * @param baseUrl the mock's, for the default payment link
 * @evidence observed: the order of the events of a purchase. assumed: a trial that requires no payment method is bought
 *   without a checkout, unless a card is given
 * @throws UsageError if nothing recurs, or the card does not pay
 * @throws PaddleApiError if there can be no such purchase
 */
export function buy(purchase: Purchase, account: Account, baseUrl: string): { id: string; transaction_id: string } {
  let bought: Transaction | undefined;
  account.store.together(() => {
    bought = isBilled(purchase, account) ? byBill(purchase, account, baseUrl) : byCheckout(purchase, account, baseUrl);
    if (bought.subscription_id === null) throw new UsageError(whyNone(bought));
  });
  const { id: transaction_id, subscription_id: id } = bought ?? {};
  if (!id || !transaction_id) throw new Error('A purchase made no subscription.');
  return { id, transaction_id };
}

function whyNone({ payments: [attempt] }: Transaction): string {
  return attempt?.error_code
    ? `Could not create a subscription: the payment failed (${attempt.error_code}). Use a card that pays, such as ${goodCard}.`
    : 'Could not create a subscription: none of the items recurs. Use a price with a billing_cycle.';
}

/** Returns true if nothing has to be paid at a checkout. */
function isBilled({ collection_mode, card, items }: Purchase, { store }: Account): boolean {
  if (collection_mode === 'manual') return true;
  const trials = items.map(({ price, price_id }) => (price ?? store.prices.find(price_id ?? ''))?.trial_period);
  return card === undefined && trials.some((trial) => trial?.requires_payment_method === false);
}

/** The buyer is known before the bill. */
function byBill(purchase: Purchase, account: Account, baseUrl: string): Transaction {
  const buyer = introduce(purchase, account);
  const terms = purchase.collection_mode === 'manual' ? { billing_details: usualTerms } : {};
  const input: TransactionCreate = { ...saleOf(purchase), ...buyer, ...terms, status: 'billed' };
  const opening = { ...account.creation('txn'), ...billingMeans(account, baseUrl) };
  account.apply(withCredit(create(orderOf(input, account), input, opening), account.store));
  return account.store.transactions.require(opening.id);
}

/** The checkout opens for a customer who exists, or for none yet. */
function byCheckout(purchase: Purchase, account: Account, baseUrl: string): Transaction {
  const { transactions } = account.store;
  const means = billingMeans(account, baseUrl);
  const opened = { ...saleOf(purchase), customer_id: purchase.customer_id ?? null };
  const opening = { ...account.creation('txn'), ...means, origin: 'web' as const };
  const { id } = opening;
  account.apply(create(orderOf(opened, account), opened, opening));
  const buyer = introduce(purchase, account);
  const draft = transactions.require(id);
  const order = () => orderOf(buyer, account, draft);
  account.apply(update(draft, buyer, { ...account.moment(), ...means, order }));
  const ready = transactions.require(id);
  const payable = credited(ready, account.store);
  account.apply(withCredit(takePayment(account, payable, paymentOf(purchase, account)), account.store));
  return transactions.require(id);
}

/** A buyer passes the challenge of a card that asks for one. */
function paymentOf({ card = goodCard }: Purchase, { clock }: Account) {
  const { outcome } = readCard({ card }, clock.now());
  return { card, ...(outcome === 'asks' && { authentication: 'succeed' as const }) };
}

function saleOf({ items, discount_id, currency_code, collection_mode, custom_data }: Purchase): TransactionCreate {
  return {
    items,
    ...(discount_id && { discount_id }),
    ...(currency_code && { currency_code }),
    ...(collection_mode && { collection_mode }),
    ...(custom_data !== undefined && { custom_data }),
  };
}

function introduce(purchase: Purchase, account: Account) {
  const { customers } = account.store;
  const customer = customers.require(customerOf(purchase, account));
  const address_id = purchase.address_id ?? newAddress(purchase, customer.id, account);
  if (!purchase.business) return { customer_id: customer.id, address_id };
  const creation = account.creation('biz');
  account.apply(createBusiness(customer, purchase.business, creation));
  return { customer_id: customer.id, address_id, business_id: creation.id };
}

function customerOf({ customer_id, customer }: Purchase, account: Account): string {
  if (customer_id !== undefined) return customer_id;
  if (!customer) throw new UsageError('Could not create a subscription: nobody buys. Give customer_id or customer.');
  const creation = account.creation('ctm');
  account.apply(createCustomer(customer, creation, findConflict(account, customer.email)));
  return creation.id;
}

function newAddress({ address }: Purchase, customerId: string, account: Account): string {
  if (!address) throw new UsageError('Could not create a subscription: it has no place. Give address_id or address.');
  const creation = account.creation('add');
  account.apply(createAddress(account.store.customers.require(customerId), address, creation));
  return creation.id;
}
