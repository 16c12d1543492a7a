import type { components } from '#openapi/generated/guide.ts';
import type { Account } from '../../../account/account.ts';
import { paddleError } from '../../../errors/errors.ts';
import type { SoldItem } from '../../transactions/sale/items.ts';
import type { Subscription } from '../kind.ts';
import { moveSubscription } from '../moves/moves.ts';
import { termsOf } from '../terms.ts';
import { findItems, notValid, refuseQuantity } from './items.ts';
import type { Plan } from './plan.ts';
import { refuseBill, refuseLocked, refusePendingRefund } from './rules.ts';

export type SubscriptionCharge = components['schemas']['subscription-charge'];

/**
 * Plans a charge beside the bills of a subscription.
 *
 * @throws PaddleApiError if it cannot be charged
 * @evidence official: prices that are charged once, now or with the next bill, also in a trial. assumed:
 *   the code for a price that recurs
 */
export function planCharge(
  before: Subscription,
  { items: inputs, effective_from }: SubscriptionCharge,
  account: Account,
): Plan {
  const { current_billing_period: current } = before;
  const isNow = effective_from === 'immediately';
  moveSubscription(isNow ? 'chargeNow' : 'chargeLater', before);
  if (current === null) throw new Error(`${before.id} is ${before.status} without a period.`);
  const ids = inputs.flatMap(({ price_id }) => price_id ?? []);
  if (new Set(ids).size < ids.length) throw paddleError('subscription_charge_duplicate_price_ids');
  refuseLocked(before, account);
  refusePendingRefund(before, account);
  const { sold, puts } = findItems(inputs, account);
  const items = sold.map(({ quantity = 1, ...item }, index): SoldItem => {
    refuseQuantity(item.price, quantity);
    if (item.price.billing_cycle !== null) throw notValid(`items.${index}`, 'must have no billing cycle');
    return { ...item, quantity };
  });
  const waiting = termsOf(before, account).deferred ?? [];
  refuseBill(before, items, isNow ? items.length : items.length + waiting.length + before.items.length, account);
  const charge = { items, effective_from: isNow ? 'immediately' : 'next_billing_period' } as const;
  const plan = { after: before, terms: {}, puts, charge };
  if (!isNow) return { ...plan, deferred: items };
  const { now, behaviours } = account.moment();
  const period = { ...current, ...(behaviours['charge-period'] === 'rest' && { starts_at: now }) };
  return { ...plan, deferred: [], now: { items, origin: 'subscription_charge', period } };
}
