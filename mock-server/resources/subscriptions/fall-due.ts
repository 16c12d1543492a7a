import type { Account } from '../../account/account.ts';
import type { Change, ChangeOf } from '../../state/change.ts';
import { withCredit } from '../credit-balances/credit-of.ts';
import { endNow, pauseNow } from './end.ts';
import { discountOf } from './happenings.ts';
import { recorded } from './history.ts';
import { dueAt, type Subscription } from './kind.ts';
import { isCardless } from './moves/moves.ts';
import { activateNow, renewNow, resumeNow } from './start-period.ts';
import { termsOf } from './terms.ts';
import { change } from './transitions.ts';

/**
 * Makes the change of a subscription that is due: a scheduled one, the end of its trial, its renewal, or the end of its
 * discount.
 *
 * @evidence official: the history tells of an expired discount. assumed: it leaves the subscription, with an update of
 *   its own only if nothing else changes then
 */
export function fallDue(subscription: Subscription, account: Account): Change {
  const { discount } = subscription;
  const now = account.clock.now();
  if (!discount?.ends_at || Date.parse(discount.ends_at) > now)
    return withCredit(dueChange(subscription, account), account.store);
  const after = { ...subscription, discount: null };
  const due = dueAt(after) ?? Number.POSITIVE_INFINITY;
  const made = due <= now ? dueChange(after, account) : change(after, account.moment(), subscription);
  const expired = discountOf(subscription, account.store);
  const happening = expired && ({ action: 'subscription_discount_expired', detail: { discount: expired } } as const);
  const { entries = [] } = recorded(subscription.id, happening ? [happening] : [], account);
  return withCredit({ ...made, entries: [...entries, ...(made.entries ?? [])] }, account.store);
}

const later = { effective_from: 'next_billing_period' } as const;

function dueChange(subscription: Subscription, account: Account): ChangeOf<'subscriptions'> {
  const { scheduled_change, status } = subscription;
  const isScheduled = scheduled_change !== null && Date.parse(scheduled_change.effective_at) <= account.clock.now();
  if (isScheduled && scheduled_change.action === 'cancel') return endNow(subscription, account, later);
  if (isScheduled && scheduled_change.action === 'pause') return pauseNow(subscription, account, later);
  if (isScheduled) return resumeNow(subscription, termsOf(subscription, account).on_resume, account);
  if (status !== 'trialing') return renewNow(subscription, account);
  // @evidence official: a trial without a payment method ends canceled
  return isCardless(subscription)
    ? endNow(subscription, account, { reason: 'cardless_trial_ended' })
    : activateNow(subscription, account);
}
