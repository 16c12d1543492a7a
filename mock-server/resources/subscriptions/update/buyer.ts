import type { Account } from '../../../account/account.ts';
import { badRequest, paddleError } from '../../../errors/errors.ts';
import { type Buyer, findBuyer } from '../../transactions/sale/buyer.ts';
import { managementUrls } from '../begin.ts';
import type { Subscription } from '../kind.ts';
import type { SubscriptionUpdate } from './rules.ts';

type Owned = Pick<Subscription, 'customer_id' | 'address_id' | 'business_id'>;

/** Returns who buys from now on. @throws PaddleApiError for an address or a business that is another customer's */
export function changedBuyer(before: Subscription, input: SubscriptionUpdate, account: Account): Owned {
  const { customer_id = before.customer_id, address_id = before.address_id } = input;
  const business_id = input.business_id === undefined ? before.business_id : input.business_id;
  const ids = { customer_id, address_id, business_id };
  if (input.customer_id === undefined && input.address_id === undefined && input.business_id === undefined) return ids;
  const { store } = account;
  const owners = [
    store.addresses.find(address_id),
    business_id === null ? undefined : store.businesses.find(business_id),
  ];
  const isMismatch = owners.some((one) => one !== undefined && one.customer_id !== customer_id);
  if (isMismatch && store.customers.find(customer_id))
    throw paddleError('subscription_update_causing_customer_mismatch_not_allowed');
  findBuyer(ids, store, account.moment());
  return ids;
}

/** Currencies of invoices. @evidence official */
const invoiceCurrencies: readonly string[] = ['USD', 'EUR', 'GBP'];

/**
 * Returns how payment is collected from now on.
 *
 * @throws PaddleApiError for an invoice that nobody could be sent
 * @evidence official: the codes. assumed: an update of other fields checks nothing
 */
export function changedCollection(
  after: Subscription,
  input: SubscriptionUpdate,
  account: Account,
): Pick<Subscription, 'collection_mode' | 'billing_details' | 'management_urls'> {
  const { collection_mode = after.collection_mode } = input;
  const billing_details = detailsFor(collection_mode, after, input);
  const isAsked = ['collection_mode', 'currency_code', 'customer_id', 'address_id'].some((name) => name in input);
  if (collection_mode === 'manual' && isAsked) refuseInvoice(after, account);
  if (collection_mode === after.collection_mode) return { ...after, billing_details };
  const { update_payment_method } = managementUrls(after.id, collection_mode);
  return { collection_mode, billing_details, management_urls: { ...after.management_urls, update_payment_method } };
}

function detailsFor(
  mode: Subscription['collection_mode'],
  { billing_details: before }: Subscription,
  { billing_details: input }: SubscriptionUpdate,
): Subscription['billing_details'] {
  if (mode === 'automatic') {
    if (input) throw badRequest([{ field: 'billing_details', message: 'must be null for automatic collection' }]);
    return null;
  }
  const sent = input === undefined ? before : input;
  const payment_terms = sent?.payment_terms ?? before?.payment_terms;
  if (!sent || !payment_terms) throw paddleError('subscription_billing_details_required');
  const missing = { enable_checkout: false, purchase_order_number: '', additional_information: null };
  return { ...missing, ...before, ...sent, payment_terms };
}

function refuseInvoice({ currency_code, customer_id, address_id }: Subscription, { store }: Account): void {
  if (!invoiceCurrencies.includes(currency_code)) throw paddleError('subscription_currency_code_not_valid_for_manual');
  const customer: Buyer['customer'] = store.customers.find(customer_id) ?? null;
  if (!customer?.name) throw paddleError('subscription_customer_not_suitable_for_collection_mode');
  const { first_line, city, region, postal_code } = store.addresses.require(address_id);
  if (!first_line || !city || !region || !postal_code)
    throw paddleError('subscription_address_not_suitable_for_collection_mode');
}
