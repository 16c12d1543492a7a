import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../account/account.ts';
import type { TaxLocation } from '../billing/tax/tax-rates.ts';
import { badRequest, PaddleApiError, paddleError } from '../errors/errors.ts';
import { withCredit } from '../resources/credit-balances/credit-of.ts';
import { billingMeans } from '../resources/transactions/billing-means.ts';
import { create } from '../resources/transactions/create.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import { orderOf } from '../resources/transactions/sale/order.ts';
import { type TransactionUpdate, update } from '../resources/transactions/update.ts';
import type { AddressInput, CheckoutInput, OpenInput } from './bodies.ts';
import { introduceBuyer } from './buyer.ts';

/** An opened checkout, and what was left out of what was known of its buyer. */
export type OpenedCheckout = { transaction: Transaction; warnings: Warning[] };

/** A part of a checkout that was left out, since it is invalid. */
export type Warning = { field: string; message: string };

/**
 * Opens a checkout without what was known of the buyer and the discount if that is refused.
 *
 * @evidence official: an invalid prefill does not keep a checkout from opening, all of it is left out, and fields are paths
 *   from `/data`. assumed: which parts these are
 * @throws PaddleApiError if there can be no such sale even so
 */
export function openWithWarnings(input: OpenInput, account: Account, baseUrl: string): OpenedCheckout {
  try {
    return { transaction: openCheckout(input, account, baseUrl), warnings: [] };
  } catch (refusal) {
    const { customer, address, business, discount_id, discount_code, ...rest } = input;
    const isPrefilled = [customer, address, business, discount_id, discount_code].some((part) => part !== undefined);
    if (!isPrefilled || !(refusal instanceof PaddleApiError)) throw refusal;
    return { transaction: openCheckout(rest, account, baseUrl), warnings: warningsOf(refusal, input) };
  }
}

function warningsOf({ code, errors, message }: PaddleApiError, { discount_code }: OpenInput): Warning[] {
  const fields = errors?.map((error) => ({ ...error, field: `/data/${error.field.replaceAll('.', '/')}` }));
  if (fields && fields.length > 0) return fields;
  const part = !code.includes('discount') ? 'customer' : discount_code === undefined ? 'discount_id' : 'discount_code';
  return [{ field: `/data/${part}`, message }];
}

/**
 * Opens a checkout: makes its transaction, or finds the one that was prepared, and applies what is known of the buyer.
 * All of it, or nothing.
 *
 * @evidence observed: the transaction has the origin `web`, and is a draft before the customer and the address are known
 * @throws PaddleApiError if there can be no such sale
 */
function openCheckout(input: OpenInput, account: Account, baseUrl: string): Transaction {
  const { transaction_id, token: _, ...rest } = input;
  const { transactions } = account.store;
  if (transaction_id !== undefined) {
    const transaction = transactions.require(transaction_id);
    return canBeEdited(transaction) ? changeCheckout(transaction_id, rest, account, baseUrl) : transaction;
  }
  const { items, custom_data, address } = rest;
  if (!items) throw badRequest([{ field: '(root)', message: 'items or transaction_id is required' }]);
  let id = '';
  account.store.together(() => {
    const discount_id = discountIdOf(rest, account);
    const opening = { ...account.creation('txn'), ...billingMeans(account, baseUrl), origin: 'web' as const };
    id = opening.id;
    const nobody = { customer_id: null, address_id: null, business_id: null, created_at: opening.now };
    const sale = {
      items,
      ...(discount_id && { discount_id }),
      ...(custom_data !== undefined && { custom_data }),
      ...(isKnownBuyer(rest, account) && introduceBuyer(rest, nobody, account)),
    };
    account.apply(create(orderOf({ ...sale, place: placeOf(address) }, account), sale, opening));
    if (rest.customer && !isKnownBuyer(rest, account)) {
      const { customer, business } = rest;
      changeCheckout(id, { customer, ...(address && { address }), ...(business && { business }) }, account, baseUrl);
    }
  });
  return transactions.require(id);
}

function canBeEdited({ status }: Transaction): boolean {
  return status === 'draft' || status === 'ready';
}

/** A customer who exists already buys from the start. @evidence official, for a customer who is known */
function isKnownBuyer(
  { customer, customer_auth_token, upsell_transaction_id }: OpenInput,
  { store }: Account,
): boolean {
  if (customer_auth_token !== undefined || upsell_transaction_id) return true;
  if (!customer) return false;
  return customer.email === undefined || store.customers.findIdBy('email', customer.email) !== undefined;
}

/**
 * Changes a checkout, all of it or nothing. A checkout without changes is left alone.
 *
 * @throws PaddleApiError if there can be no such sale, or the transaction is billed
 */
export function changeCheckout(id: string, input: CheckoutInput, account: Account, baseUrl: string): Transaction {
  const { transactions } = account.store;
  account.store.together(() => {
    const before = transactions.require(id);
    const { items, custom_data } = input;
    const discount_id = discountIdOf(input, account);
    const address = addressOf(before, account);
    const buyer = introduceBuyer(input, before, account);
    const changes: TransactionUpdate = {
      ...(items && { items }),
      ...(discount_id !== undefined && { discount_id }),
      ...(custom_data !== undefined && { custom_data }),
      ...changedOf(buyer, before),
    };
    const place = placeOf(input.address);
    // Not by its time, since the clock may stand still.
    const isMoved = !isDeepStrictEqual(address, addressOf(before, account));
    const isSeen = place !== undefined && before.address_id === null && !changes.address_id;
    const isChanged = Object.keys(changes).length > 0 || isMoved;
    if (!isChanged && !isSeen) return;
    const ordered = orderOf({ ...changes, place }, account, before);
    if (!isChanged && isDeepStrictEqual(ordered.details.totals, before.details.totals)) return;
    const order = () => ordered;
    const updating = { ...account.moment(), ...billingMeans(account, baseUrl), order };
    account.apply(withCredit(update(before, changes, updating), account.store));
  });
  return transactions.require(id);
}

/** Fields whose values differ. */
function changedOf<Fields extends object>(fields: Fields, before: Transaction): Partial<Fields> {
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => known.get(name) !== value),
  ) as Partial<Fields>;
}

function addressOf({ address_id }: Transaction, { store }: Account) {
  return address_id === null ? undefined : store.addresses.find(address_id);
}

function placeOf(address: AddressInput | undefined): TaxLocation | undefined {
  if (address?.country_code === undefined) return undefined;
  const { country_code, postal_code, region } = address;
  return { country_code: country_code.toUpperCase(), postal_code: postal_code ?? null, region: region ?? null };
}

/**
 * Returns the discount to set; `undefined` for the one that there is.
 *
 * @evidence official: codes work in any letter case, and only those of discounts that are enabled for checkouts. assumed:
 *   the refusal of any other code
 */
function discountIdOf({ discount_id, discount_code }: CheckoutInput, { store }: Account): string | null | undefined {
  if (discount_code === undefined || discount_code === null) return discount_code === null ? null : discount_id;
  if (discount_id) throw paddleError('transaction_cannot_provide_both_discount_code_and_id');
  const code = discount_code.trim();
  const id = code === '' ? undefined : store.discounts.all({ code: [code] }).find(isForCheckout)?.id;
  if (id === undefined) throw paddleError('transaction_discount_not_found');
  return id;
}

function isForCheckout({ enabled_for_checkout, status }: { enabled_for_checkout: boolean; status: string }): boolean {
  return enabled_for_checkout && status !== 'archived';
}
