import type { components } from '#openapi/generated/official.ts';

type Entry = components['schemas']['subscription-history'];

/** The source and the maker of a change. */
export type Cause = Pick<Entry, 'source' | 'actor'>;

/** Cause of changes that happen by themselves. */
export const byItself: Cause = { source: 'system', actor: { type: 'system', id: null } };

/** Returns the cause of what an API key does. @evidence official: a key contains its ID */
export function byKey(apiKey: string): Cause {
  const [id = null] = /apikey_[a-z\d]{26}/.exec(apiKey) ?? [];
  return { source: 'api', actor: { type: 'api_key', id } };
}

/** Returns the cause of what a buyer does at a checkout. */
export function byBuyer(customerId: string | null): Cause {
  return { source: 'checkout', actor: { type: 'customer', id: customerId } };
}

/** Returns the cause of what a customer does in the portal. @evidence official: the source. assumed: the actor */
export function byCustomer(customerId: string): Cause {
  return { source: 'customer_portal', actor: { type: 'customer', id: customerId } };
}
