import { paddleError } from '../../../errors/errors.ts';
import type { Transaction } from '../kind.ts';
import type { Buyer } from './buyer.ts';
import type { SoldItem } from './items.ts';

type CollectionMode = Transaction['collection_mode'];
type BillingDetails = Transaction['billing_details'];

/** Terms of an invoice, as requests have them. */
export type BillingDetailsInput = { [Field in keyof NonNullable<BillingDetails>]?: NonNullable<BillingDetails>[Field] };

/** Currencies of invoices. @evidence official */
const invoiceCurrencies: readonly string[] = ['USD', 'EUR', 'GBP'];

/**
 * Returns the terms of an invoice; `null` for automatic collection, which has none.
 *
 * @param before the terms that an update changes
 * @evidence official: which collection mode needs them, and `null` and `""` for terms that were not sent
 */
export function billingDetailsOf(
  mode: CollectionMode,
  input: BillingDetailsInput | null | undefined,
  before: BillingDetails = null,
): BillingDetails {
  const sent = input === undefined ? before : input;
  if (mode === 'automatic') {
    if (sent !== null) throw paddleError('transaction_billing_details_must_be_null');
    return null;
  }
  if (sent === null) throw paddleError('transaction_billing_details_object_required');
  const { payment_terms = before?.payment_terms, ...terms } = sent;
  if (!payment_terms) throw paddleError('transaction_payment_terms_object_required');
  const missing = { enable_checkout: false, purchase_order_number: '', additional_information: null };
  return { ...missing, ...before, ...terms, payment_terms };
}

/** @throws PaddleApiError if there can be no invoice for such a sale */
export function refuseUnsuitableInvoice(
  currency: string,
  { customer, address }: Buyer,
  items: readonly SoldItem[],
): void {
  if (!invoiceCurrencies.includes(currency)) throw paddleError('transaction_currency_code_not_valid_for_manual');
  const needsPaymentMethod = items.some(({ price }) => price.trial_period?.requires_payment_method);
  if (needsPaymentMethod) throw paddleError('transaction_manual_must_require_payment_method');
  if (customer && !customer.name) throw paddleError('transaction_customer_not_suitable_for_collection_mode');
  if (!address) return;
  // @evidence official: an invoice needs all of them
  const { first_line, city, region, postal_code } = address;
  if (!first_line || !city || !region || !postal_code)
    throw paddleError('transaction_address_not_suitable_for_collection_mode');
}
