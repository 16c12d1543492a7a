import { paddleError } from '../../errors/errors.ts';
import { hintAtSwitch } from '../../spec/behaviours.ts';
import type { ChangeOf } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import type { Subscription } from './kind.ts';
import { moveSubscription } from './moves/moves.ts';
import { change } from './transitions.ts';

type ScheduledChange = NonNullable<Subscription['scheduled_change']>;

/** Schedules a cancellation for the end of the period. */
export function scheduleCancel(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  moveSubscription('scheduleCancel', subscription);
  return schedule(subscription, { action: 'cancel', resume_at: null }, moment);
}

/** Schedules a pause for the end of the period. */
export function schedulePause(
  subscription: Subscription,
  resume_at: string | null,
  moment: Moment,
): ChangeOf<'subscriptions'> {
  moveSubscription('schedulePause', subscription);
  const starts = endOf(subscription);
  refuseEarlyResume(resume_at, starts, 'resume_at');
  return schedule(subscription, { action: 'pause', resume_at }, moment);
}

/**
 * Sets the date at which a subscription resumes that is paused, or is going to be.
 *
 * @evidence official; assumed: the refusal of a date before the pause, and the code while a pause is scheduled
 */
export function scheduleResume(
  subscription: Subscription,
  resume_at: string,
  moment: Moment,
): ChangeOf<'subscriptions'> {
  moveSubscription('scheduleResume', subscription);
  const { scheduled_change } = subscription;
  const { behaviours } = moment;
  if (scheduled_change?.action === 'pause' && behaviours['resume-before-pause'] === 'reject') {
    const hint = hintAtSwitch(behaviours, { name: 'resume-before-pause', value: 'move-date' });
    throw paddleError('subscription_must_be_paused', { hint });
  }
  const after = scheduled_change?.action === 'pause' ? scheduled_change.effective_at : moment.now;
  refuseEarlyResume(resume_at, after, 'effective_from');
  if (scheduled_change?.action === 'pause')
    return change({ ...subscription, scheduled_change: { ...scheduled_change, resume_at } }, moment, subscription);
  const resuming = { action: 'resume' as const, effective_at: resume_at, resume_at: null };
  return change({ ...subscription, scheduled_change: resuming }, moment, subscription);
}

/** Rejects a date to resume that is not after the pause. @evidence assumed */
export function refuseEarlyResume(resumeAt: string | null, after: string, field: 'resume_at' | 'effective_from'): void {
  if (resumeAt !== null && !(Date.parse(resumeAt) > Date.parse(after)))
    throw paddleError('invalid_field', { errors: [{ field, message: `must be after ${after}` }] });
}

function schedule(
  subscription: Subscription,
  planned: Pick<ScheduledChange, 'action' | 'resume_at'>,
  moment: Moment,
): ChangeOf<'subscriptions'> {
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
