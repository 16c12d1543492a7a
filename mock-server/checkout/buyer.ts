import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../account/account.ts';
import { badRequest } from '../errors/errors.ts';
import { create as createAddress } from '../resources/addresses/create.ts';
import type { Address } from '../resources/addresses/kind.ts';
import { update as updateAddress } from '../resources/addresses/transitions.ts';
import { readAuthToken } from '../resources/auth-tokens/auth-token.ts';
import { create as createBusiness } from '../resources/businesses/create.ts';
import type { Business } from '../resources/businesses/kind.ts';
import { create as createCustomer } from '../resources/customers/create.ts';
import type { Customer } from '../resources/customers/kind.ts';
import type { Transaction } from '../resources/transactions/kind.ts';
import type { BuyerIds } from '../resources/transactions/sale/buyer.ts';
import type { AddressInput, BusinessInput, CheckoutInput, CustomerInput } from './bodies.ts';

/** A transaction so far; empty for one that is still to be made. */
export type Bought = Pick<Transaction, 'customer_id' | 'address_id' | 'business_id' | 'created_at'>;

/**
 * Finds or makes the customer, the address and the business of a checkout, and stores them.
 *
 * @returns what changes of the transaction's buyer
 * @evidence official: an email address that is known names its customer, and a tax identifier makes a business. observed:
 *   a checkout makes an address of its own. assumed: it changes that address and that business as long as the buyer does
 * @throws PaddleApiError if there can be no such buyer
 */
export function introduceBuyer(input: CheckoutInput, bought: Bought, account: Account): BuyerIds {
  const { customer, address, business, customer_auth_token, upsell_transaction_id } = input;
  if (customer === null) return { customer_id: null, address_id: null, business_id: null };
  if (customer_auth_token !== undefined)
    return sameBuyer(readAuthToken(account, customer_auth_token), input, bought, account);
  if (upsell_transaction_id) return buyerOf(account.store.transactions.require(upsell_transaction_id));
  const owner = customer ? customerOf(customer, account) : ownerOf(bought, account);
  if (!owner) return {};
  const isOther = owner.id !== bought.customer_id;
  return {
    ...(isOther && { customer_id: owner.id, address_id: null, business_id: null }),
    ...addressIdOf(address ?? (isOther ? copyOf(bought, account) : undefined), owner, bought, account),
    ...businessIdOf(business, owner, account),
  };
}

function buyerOf({ customer_id, address_id, business_id }: Transaction): BuyerIds {
  return { customer_id, address_id, business_id };
}

/** A customer who is authenticated buys at the address of the last purchase, unless another is given. @evidence assumed */
function sameBuyer(id: string, { address, business }: CheckoutInput, bought: Bought, account: Account): BuyerIds {
  const { store } = account;
  const customer = store.customers.require(id);
  const [newest] = store.addresses.all({ customer_id: [id], status: ['active'] });
  const known = bought.customer_id === id ? bought.address_id : (newest?.id ?? null);
  return {
    customer_id: id,
    address_id: known,
    ...(bought.customer_id !== id && { business_id: null }),
    ...addressIdOf(address, customer, { ...bought, address_id: known }, account),
    ...businessIdOf(business, customer, account),
  };
}

function customerOf({ id, email }: CustomerInput, account: Account): Customer {
  const { store } = account;
  if (id !== undefined) return store.customers.require(id);
  if (email === undefined) throw badRequest([{ field: 'customer', message: 'email is required' }]);
  const known = store.customers.findIdBy('email', email);
  if (known !== undefined) return store.customers.require(known);
  const creation = account.creation('ctm');
  account.apply(createCustomer({ email }, creation, undefined));
  return store.customers.require(creation.id);
}

function ownerOf({ customer_id }: Bought, { store }: Account): Customer | undefined {
  return customer_id === null ? undefined : store.customers.require(customer_id);
}

/** Another customer takes over where they buy. */
function copyOf({ address_id }: Bought, { store }: Account): AddressInput | undefined {
  const address = address_id === null ? undefined : store.addresses.find(address_id);
  return address && placeOf(address);
}

function placeOf({ country_code, postal_code, region, city, first_line }: Address) {
  return { country_code, postal_code, region, city, first_line };
}

function addressIdOf(
  input: AddressInput | undefined,
  owner: Customer,
  bought: Bought,
  account: Account,
): Pick<BuyerIds, 'address_id'> {
  if (!input) return {};
  if (input.id !== undefined) return { address_id: input.id };
  const { store } = account;
  const before = bought.address_id === null ? undefined : store.addresses.find(bought.address_id);
  const { id: _, ...fields } = input;
  const own = before?.customer_id === owner.id ? before : undefined;
  if (own && isDeepStrictEqual({ ...placeOf(own), ...fields }, placeOf(own))) return { address_id: own.id };
  // Texts do not compare, since zeros at the end of a fraction are left out.
  if (own && Date.parse(own.created_at) >= Date.parse(bought.created_at)) {
    account.apply(updateAddress(own, changesOf(fields, own), account.moment()));
    return { address_id: own.id };
  }
  const place = { ...(own && placeOf(own)), ...fields };
  const { country_code } = place;
  if (country_code === undefined) throw badRequest([{ field: 'address', message: 'country_code is required' }]);
  const creation = account.creation('add');
  account.apply(createAddress(owner, { ...place, country_code: countryOf(country_code) }, creation));
  return { address_id: creation.id };
}

type Country = Parameters<typeof createAddress>[1]['country_code'];

/** An unknown country is refused by the transition. */
function countryOf(code: string): Country {
  return code.toUpperCase() as Country;
}

/** A postal code of another country is none. */
function changesOf({ country_code, ...fields }: AddressInput, own: Address) {
  if (country_code === undefined || country_code === own.country_code) return fields;
  const elsewhere = { postal_code: null, region: null, city: null, first_line: null };
  return { ...elsewhere, ...fields, country_code: countryOf(country_code) };
}

function businessIdOf(
  input: BusinessInput | null | undefined,
  owner: Customer,
  account: Account,
): Pick<BuyerIds, 'business_id'> {
  if (input === undefined) return {};
  if (input === null) return { business_id: null };
  if (input.id !== undefined) return { business_id: input.id };
  const { name, tax_identifier = null } = input;
  if (!name) throw badRequest([{ field: 'business', message: 'name is required' }]);
  const isSame = (each: Business) => each.name === name && each.tax_identifier === tax_identifier;
  const known = account.store.businesses.all({ customer_id: [owner.id], status: ['active'] }).find(isSame);
  if (known) return { business_id: known.id };
  const creation = account.creation('biz');
  account.apply(createBusiness(owner, { name, tax_identifier }, creation));
  return { business_id: creation.id };
}
