import { paddleError } from '../../errors/errors.ts';
import type { ChangeOf } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import type { Subscription } from './kind.ts';
import { moveSubscription, type SubscriptionOperation } from './moves.ts';
import { change } from './transitions.ts';

type ScheduledChange = NonNullable<Subscription['scheduled_change']>;

/** Schedules a cancellation for the end of the period. */
export function scheduleCancel(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  return schedule('scheduleCancel', subscription, { action: 'cancel', resume_at: null }, moment);
}

/** Schedules a pause for the end of the period. @evidence assumed: the refusal of a date to resume before it */
export function schedulePause(
  subscription: Subscription,
  resume_at: string | null,
  moment: Moment,
): ChangeOf<'subscriptions'> {
  moveSubscription('schedulePause', subscription);
  refusePauseOfCardless(subscription);
  refuseSecondChange(subscription);
  const starts = endOf(subscription);
  if (resume_at !== null && Date.parse(resume_at) <= Date.parse(starts))
    throw paddleError('invalid_field', { errors: [{ field: 'resume_at', message: `must be after ${starts}` }] });
  return schedule('schedulePause', subscription, { action: 'pause', resume_at }, moment);
}

/** Sets the date at which a subscription resumes that is paused, or is going to be. */
export function scheduleResume(
  subscription: Subscription,
  resume_at: string,
  moment: Moment,
): ChangeOf<'subscriptions'> {
  const { scheduled_change } = subscription;
  if (scheduled_change?.action === 'pause')
    return change({ ...subscription, scheduled_change: { ...scheduled_change, resume_at } }, moment, subscription);
  moveSubscription('scheduleResume', subscription);
  const resuming = { action: 'resume' as const, effective_at: resume_at, resume_at: null };
  return change({ ...subscription, scheduled_change: resuming }, moment, subscription);
}

/** @evidence official */
export function refusePauseOfCardless({ status, next_billed_at, scheduled_change }: Subscription): void {
  if (status === 'trialing' && next_billed_at === null && scheduled_change === null)
    throw paddleError('subscription_pausing_not_allowed_for_cardless_trial');
}

/** @evidence observed: a second scheduled change is refused */
export function refuseSecondChange({ id, scheduled_change }: Subscription): void {
  if (!scheduled_change) return;
  const hint = `${id} has a scheduled ${scheduled_change.action} at ${scheduled_change.effective_at}.`;
  throw paddleError('subscription_locked_pending_changes', { hint });
}

function schedule(
  operation: SubscriptionOperation,
  subscription: Subscription,
  planned: Pick<ScheduledChange, 'action' | 'resume_at'>,
  moment: Moment,
): ChangeOf<'subscriptions'> {
  moveSubscription(operation, subscription);
  refuseSecondChange(subscription);
  const scheduled_change = { ...planned, effective_at: endOf(subscription) };
  return change({ ...subscription, scheduled_change }, moment, subscription);
}

/** Returns the end of what was paid for, or of the trial. */
function endOf({ id, next_billed_at, current_billing_period }: Subscription): string {
  const end = next_billed_at ?? current_billing_period?.ends_at;
  if (end === undefined)
    throw new Error(`${id} has no end of its period, though its status allows a scheduled change.`);
  return end;
}
