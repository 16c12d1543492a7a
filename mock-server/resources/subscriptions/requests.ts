import type { components } from '#openapi/generated/official.ts';
import type { Account } from '../../account/account.ts';
import { paddleError } from '../../errors/errors.ts';
import type { ChangeOf } from '../../state/change.ts';
import { withCredit } from '../credit-balances/credit-of.ts';
import { endNow, pauseNow, reasonOf } from './end.ts';
import { recorded } from './history.ts';
import type { Subscription } from './kind.ts';
import { moveSubscription } from './moves/moves.ts';
import { refuseEarlyResume, scheduleCancel, schedulePause, scheduleResume } from './scheduled-changes.ts';
import { activateNow, isOver, isUnpaid, resumeNow } from './start-period.ts';
import { remembering } from './terms.ts';

type Schemas = components['schemas'];
type Changed = ChangeOf<'subscriptions'>;

/**
 * Cancels at once, or at the end of the period.
 *
 * @evidence official: at the end of the period by default, and at once if it is paused. assumed: at once also in a trial
 *   without a payment method, for which nothing can be scheduled
 */
export function requestCancel(
  subscription: Subscription,
  input: Schemas['subscription-cancel'] | undefined,
  account: Account,
): Changed {
  const operation = input?.effective_from === 'immediately' ? 'cancel' : 'scheduleCancel';
  const change =
    moveSubscription(operation, subscription) === 'canceled'
      ? endNow(subscription, account)
      : scheduled(scheduleCancel(subscription, account.moment()), subscription, account);
  return withCredit(change, account.store);
}

/**
 * Pauses at once, or at the end of the period.
 *
 * @evidence official; observed 2026-08-15: a pause at once with a date to resume has a scheduled `resume`
 */
export function requestPause(
  subscription: Subscription,
  input: Schemas['subscription-pause'] | undefined,
  account: Account,
): Changed {
  const { effective_from, resume_at = null, on_resume } = input ?? {};
  const moment = account.moment();
  if (effective_from !== 'immediately')
    return withPeriod(
      scheduled(schedulePause(subscription, resume_at, moment), subscription, account),
      on_resume,
      account,
    );
  moveSubscription('pause', subscription);
  refuseEarlyResume(resume_at, moment.now, 'resume_at');
  const scheduled_change = { action: 'pause' as const, effective_at: moment.now, resume_at };
  const paused = pauseNow({ ...subscription, scheduled_change }, account);
  const change: Changed = withPeriod(paused, on_resume, account);
  return withCredit<'subscriptions'>(change, account.store);
}

/**
 * Resumes at once, or schedules when a paused subscription, or one with a scheduled pause, resumes.
 *
 * @evidence official; observed for the refusals
 */
export function requestResume(
  subscription: Subscription,
  input: Schemas['subscription-resume'] | null | undefined,
  account: Account,
): Changed {
  const { effective_from, on_resume } = input ?? {};
  const moment = account.moment();
  if (effective_from && effective_from !== 'immediately') {
    return withPeriod(
      scheduled(scheduleResume(subscription, effective_from, moment), subscription, account),
      on_resume,
      account,
    );
  }
  moveSubscription('resume', subscription);
  if (on_resume === 'continue_existing_billing_period') {
    if (isOver(subscription, account)) throw paddleError('subscription_continuing_existing_billing_period_not_allowed');
    if (isUnpaid(subscription, account))
      throw paddleError('subscription_continuing_existing_billing_period_not_allowed_subscription_past_due');
  }
  return withCredit(resumeNow(subscription, on_resume, account), account.store);
}

/**
 * Ends a trial now.
 *
 * @evidence official: only of automatic collection, with a payment method
 */
export function requestActivate(subscription: Subscription, account: Account): Changed {
  moveSubscription('activate', subscription);
  if (subscription.collection_mode === 'manual')
    throw paddleError('subscription_manual_collection_mode_activation_not_allowed');
  return withCredit(activateNow(subscription, account), account.store);
}

/** Records a change that was scheduled, or moved. */
function scheduled(change: Changed, before: Subscription, account: Account): Changed {
  const { id, scheduled_change } = change.puts[0].entity;
  const action =
    before.scheduled_change === null ? 'subscription_scheduled_change_added' : 'subscription_scheduled_change_updated';
  const happening = { action, detail: { scheduled_change }, reason: reasonOf(account) } as const;
  const { entries = [] } = recorded(id, [happening], account);
  return { ...change, entries: [...(change.entries ?? []), ...entries] };
}

function withPeriod(change: Changed, on_resume: Schemas['on-resume'] | undefined, account: Account): Changed {
  return on_resume === undefined ? change : remembering(change, { on_resume }, account);
}
