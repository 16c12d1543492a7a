import type { Account } from '../../../account/account.ts';
import { addCycles } from '../../../billing/period.ts';
import { paddleError } from '../../../errors/errors.ts';
import { formatTimestamp } from '../../../time/timestamp.ts';
import type { Discount } from '../../discounts/kind.ts';
import { covers, refuseUnusable } from '../../discounts/use.ts';
import type { Subscription } from '../kind.ts';
import type { SubscriptionUpdate } from './rules.ts';

type Applied = { discount: Subscription['discount']; used?: Discount };

/**
 * Returns the discount from now on.
 *
 * @param isBilled whether the change is billed at once
 * @throws PaddleApiError if it cannot be applied
 * @evidence official: the codes; observed 2026-10: it ends as many cycles after its start as it has intervals. assumed: one
 *   that does not recur counts for one bill, so it needs one to start with
 */
export function changedDiscount(
  after: Subscription,
  { discount: input }: SubscriptionUpdate,
  isBilled: boolean,
  account: Account,
): Applied {
  if (input === undefined) return { discount: keptDiscount(after, account) };
  if (input === null) return { discount: null };
  const { id, effective_from } = input;
  const used = account.store.discounts.require(id);
  const { status, currency_code, recur, maximum_recurring_intervals } = used;
  if (status === 'archived') throw paddleError('subscription_archived_discount_application_attempt');
  refuseUnusable(used, account.moment());
  const isImmediate = effective_from === 'immediately';
  if (currency_code !== null && currency_code !== after.currency_code)
    throw paddleError('subscription_invalid_discount_currency');
  if (!after.items.some(({ price }) => covers(used, price)))
    throw paddleError('subscription_discount_not_valid_for_items');
  if (!recur && isImmediate && !isBilled) throw paddleError('subscription_one_off_discount_not_valid');
  const { now, behaviours } = account.moment();
  const starts_at = isImmediate ? now : (after.next_billed_at ?? after.current_billing_period?.ends_at ?? now);
  const intervals = recur ? maximum_recurring_intervals : 1;
  const ends = intervals === null ? null : addCycles(Date.parse(starts_at), after.billing_cycle, intervals);
  return {
    discount: {
      id,
      type: recur ? 'recurring' : 'one-off',
      starts_at,
      ends_at: ends === null ? null : formatTimestamp(ends, behaviours.timestamps),
    },
    used,
  };
}

/** @evidence observed 2026-09: a discount that covers no item any more disappears */
function keptDiscount({ discount, items }: Subscription, { store }: Account): Subscription['discount'] {
  const entity = discount === null ? undefined : store.discounts.find(discount.id);
  return entity && !items.some(({ price }) => covers(entity, price)) ? null : discount;
}
