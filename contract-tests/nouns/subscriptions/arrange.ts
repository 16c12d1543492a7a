import type { Account } from '../../targets/account.ts';
import { createAddress, createCustomer } from '../arrange.ts';
import { subscriptionOf, subscriptionsByStatus } from './arbitrary.ts';

/** A time in the middle of the period of seeded subscriptions. */
export const now = '2026-07-15T12:00:00Z';
/** The end of that period. */
export const endOfPeriod = '2026-08-01T00:00:00Z';

/**
 * Seeds a subscription of a new customer, and stops the clock in the middle of its period. Returns the parameter of
 * its path, or `undefined` where the target cannot be seeded or its clock cannot be set.
 */
export async function seedSubscription(
  account: Account,
  status: keyof typeof subscriptionsByStatus = 'active',
  fields: object = {},
): Promise<{ subscription_id: string } | undefined> {
  const { seed, clock } = account.target.can;
  if (!seed || !clock) return undefined;
  await clock.set(account, { now, frozen: true });
  const address = await createAddress(account, await createCustomer(account));
  const all = { status, ...subscriptionsByStatus[status], ...fields };
  const subscription = subscriptionOf(account.target.contract, address, all);
  await seed(account, { subscriptions: [subscription] });
  return { subscription_id: subscription.id };
}
