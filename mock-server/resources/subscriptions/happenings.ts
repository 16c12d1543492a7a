import type { Account } from '../../account/account.ts';
import type { Happening } from './history.ts';
import type { Subscription } from './kind.ts';

/** A subscription that began. */
export function createdOf(subscription: Subscription, hasMeans: boolean, { store }: Account): Happening {
  const { status, collection_mode, billing_details, customer_id, address_id, business_id } = subscription;
  const { currency_code, current_billing_period, billing_cycle, items, custom_data } = subscription;
  return {
    action: 'subscription_created',
    detail: {
      status,
      collection_mode,
      billing_details,
      customer: store.customers.find(customer_id) ?? null,
      address: store.addresses.find(address_id) ?? null,
      business: business_id === null ? null : (store.businesses.find(business_id) ?? null),
      currency_code,
      current_billing_period,
      billing_cycle,
      items: items.map(({ price, quantity }) => ({ price, quantity })),
      custom_data,
      discount: discountOf(subscription, store),
      has_payment_method: hasMeans,
    },
  };
}

/** The activation of a subscription by a transaction that was billed or paid. */
export function activatedBy(subscription: Subscription, transaction_id: string): Happening[] {
  const { status, first_billed_at, next_billed_at, current_billing_period } = subscription;
  if (current_billing_period === null) return [];
  const detail = { status, first_billed_at, next_billed_at, current_billing_period, transaction_id };
  return [{ action: 'subscription_activated', detail }];
}

type Attempted = Extract<Happening, { action: 'subscription_payment_attempted' }>['detail']['operation'];

/** The payment of a bill that a request makes. */
export function attempted(operation: Attempted, transaction_id: string): Happening {
  return { action: 'subscription_payment_attempted', detail: { operation, transaction_id } };
}

/** Returns a subscription's discount with its entity; `null` if it has none. */
export function discountOf({ discount }: Subscription, { discounts }: Pick<Account['store'], 'discounts'>) {
  const entity = discount === null ? undefined : discounts.find(discount.id);
  if (discount === null || !entity) return null;
  const { type, starts_at, ends_at } = discount;
  return { discount: entity, type, starts_at, ends_at };
}
