import type { Account } from '../../account/account.ts';
import type { Change } from '../../state/change.ts';
import { withCredit } from '../credit-balances/credit-of.ts';
import { endNow, pauseNow } from './end.ts';
import type { Subscription } from './kind.ts';
import { isCardless } from './moves.ts';
import { activateNow, renewNow, resumeNow } from './start-period.ts';
import { termsOf } from './terms.ts';

/** Makes the change of a subscription that is due: a scheduled one, the end of its trial, or its renewal. */
export function fallDue(subscription: Subscription, account: Account): Change {
  return withCredit(dueChange(subscription, account), account.store);
}

const later = { effective_from: 'next_billing_period' } as const;

function dueChange(subscription: Subscription, account: Account): Change {
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
