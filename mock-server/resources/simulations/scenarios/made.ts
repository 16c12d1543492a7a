import type { Account } from '../../../account/account.ts';
import { create as createAddress } from '../../addresses/create.ts';
import type { Address } from '../../addresses/kind.ts';
import { create as createBusiness } from '../../businesses/create.ts';
import type { Business } from '../../businesses/kind.ts';
import { create as createCustomer } from '../../customers/create.ts';
import { findConflict } from '../../customers/find-conflict.ts';
import type { Customer } from '../../customers/kind.ts';
import type { Discount } from '../../discounts/kind.ts';
import { surroundingsOf } from '../../discounts/surroundings.ts';
import { create as createDiscount } from '../../discounts/transitions.ts';
import type { Price } from '../../prices/kind.ts';
import { create as createPrice, type PriceCreate } from '../../prices/transitions.ts';
import { create as createProduct } from '../../products/transitions.ts';
import { buy } from '../../subscriptions/buy.ts';
import type { Subscription } from '../../subscriptions/kind.ts';

/** Makes a monthly price of a new product. */
export function madePrice(copy: Account): Price {
  return priceWith({}, copy);
}

/** Makes a monthly price with a trial of 14 days. */
export function madeTrialPrice(copy: Account): Price {
  return priceWith({ trial_period: { interval: 'day', frequency: 14, requires_payment_method: true } }, copy);
}

function priceWith(terms: Pick<PriceCreate, 'trial_period'>, copy: Account): Price {
  const product = createProduct({ name: 'AeroEdit Pro', tax_category: 'standard' }, copy.creation('pro'));
  copy.apply(product);
  const input = {
    product_id: product.puts[0].entity.id,
    description: 'Monthly',
    name: 'Monthly',
    billing_cycle: { interval: 'month', frequency: 1 },
    unit_price: { amount: '3000', currency_code: 'USD' },
    ...terms,
  } as const;
  const price = createPrice(copy.store.products.require(input.product_id), input, copy.creation('pri'));
  copy.apply(price);
  return copy.store.prices.require(price.puts[0].entity.id);
}

/** Makes a customer whose email address is not in use. */
export function madeCustomer(copy: Account): Customer {
  const creation = copy.creation('ctm');
  const email = `sam.${copy.ids.text(12).toLowerCase()}@example.com`;
  copy.apply(createCustomer({ email, name: 'Sam Miller' }, creation, findConflict(copy, email)));
  return copy.store.customers.require(creation.id);
}

export function madeAddress(customer: Customer, copy: Account): Address {
  const creation = copy.creation('add');
  const input = { country_code: 'US', postal_code: '10021', city: 'New York', region: 'NY' } as const;
  copy.apply(createAddress(customer, { ...input, first_line: '4050 Jefferson Plaza' }, creation));
  return copy.store.addresses.require(creation.id);
}

export function madeBusiness(customer: Customer, copy: Account): Business {
  const creation = copy.creation('biz');
  copy.apply(createBusiness(customer, { name: 'ChatApp Inc.' }, creation));
  return copy.store.businesses.require(creation.id);
}

/** Makes a discount of ten percent. */
export function madeDiscount(copy: Account): Discount {
  const input = { description: 'Simulated discount', type: 'percentage', amount: '10' } as const;
  const creation = copy.creation('dsc');
  copy.apply(createDiscount(input, creation, surroundingsOf(copy, {})));
  return copy.store.discounts.require(creation.id);
}

/** Makes a subscription, bought just now. */
export function madeSubscription(copy: Account, baseUrl: string): Subscription {
  const customer = madeCustomer(copy);
  const address = madeAddress(customer, copy);
  const items = [{ price_id: madePrice(copy).id, quantity: 1 }];
  const { id } = buy({ items, customer_id: customer.id, address_id: address.id }, copy, baseUrl);
  return copy.store.subscriptions.require(id);
}

/** Returns the named subscription of the account, or a new one. @throws PaddleApiError not_found */
export function subscriptionOf(id: string | null | undefined, copy: Account, baseUrl: string): Subscription {
  return id ? copy.store.subscriptions.require(id) : madeSubscription(copy, baseUrl);
}
