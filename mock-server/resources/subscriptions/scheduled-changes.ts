import type { components } from '#openapi/generated/official.ts';
import { paddleError } from '../../errors/errors.ts';
import type { Change, ChangeOf } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import type { Subscription, SubscriptionTerms } from './kind.ts';
import { moveSubscription, type SubscriptionOperation } from './moves.ts';
import { cancel, change, pause, resume } from './transitions.ts';

type Schemas = components['schemas'];
type ScheduledChange = NonNullable<Subscription['scheduled_change']>;

/**
 * Cancels at once, or at the end of the period.
 *
 * @evidence official: at the end of the period by default, and at once if it is paused; observed: a second scheduled
 *   change is refused, a cancellation at once is not
 */
export function requestCancel(
  subscription: Subscription,
  input: Schemas['subscription-cancel'] | undefined,
  moment: Moment,
): ChangeOf<'subscriptions'> {
  const isImmediate = input?.effective_from === 'immediately' || subscription.status === 'paused';
  return isImmediate
    ? cancel(subscription, moment)
    : schedule('scheduleCancel', subscription, { action: 'cancel', resume_at: null }, moment);
}

/**
 * Pauses at once, or at the end of the period.
 *
 * @evidence official; observed 2026-08-15: a pause at once with a date to resume has a scheduled `resume`. assumed:
 *   the refusal of a date before the pause
 */
export function requestPause(
  subscription: Subscription,
  input: Schemas['subscription-pause'] | undefined,
  moment: Moment,
): ChangeOf<'subscriptions'> {
  const { effective_from, resume_at = null, on_resume } = input ?? {};
  const isImmediate = effective_from === 'immediately';
  moveSubscription(isImmediate ? 'pause' : 'schedulePause', subscription);
  if (subscription.status === 'trialing' && subscription.next_billed_at === null)
    throw paddleError('subscription_pausing_not_allowed_for_cardless_trial');
  const starts = isImmediate ? moment.now : endOf(subscription);
  if (resume_at !== null && Date.parse(resume_at) <= Date.parse(starts))
    throw paddleError('invalid_field', { errors: [{ field: 'resume_at', message: `must be after ${starts}` }] });
  const planned = { action: 'pause' as const, resume_at };
  const paused = isImmediate
    ? pause({ ...subscription, scheduled_change: { ...planned, effective_at: moment.now } }, moment)
    : schedule('schedulePause', subscription, planned, moment);
  return on_resume === undefined ? paused : withTerms(paused, { on_resume });
}

/** Adds facts that the API does not show. */
function withTerms(changed: ChangeOf<'subscriptions'>, facts: SubscriptionTerms): ChangeOf<'subscriptions'> {
  const [{ entity }] = changed.puts;
  return { ...changed, entries: [{ entry: 'private facts', kind: 'subscriptions', id: entity.id, facts }] };
}

function schedule(
  operation: SubscriptionOperation,
  subscription: Subscription,
  planned: Pick<ScheduledChange, 'action' | 'resume_at'>,
  moment: Moment,
): ChangeOf<'subscriptions'> {
  moveSubscription(operation, subscription);
  if (subscription.scheduled_change) {
    const { action, effective_at } = subscription.scheduled_change;
    const hint = `${subscription.id} has a scheduled ${action} at ${effective_at}.`;
    throw paddleError('subscription_locked_pending_changes', { hint });
  }
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

/** Makes the scheduled change, at its time. */
export function fallDue(subscription: Subscription, account: { moment(): Moment }): Change {
  const moment = account.moment();
  switch (subscription.scheduled_change?.action) {
    case 'cancel':
      return cancel(subscription, moment);
    case 'pause':
      return pause(subscription, moment);
    default:
      return resume(subscription, moment);
  }
}
