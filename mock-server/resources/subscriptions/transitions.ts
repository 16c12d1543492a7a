import { anchorOf, type Cycle, periodAt, periodFrom } from '../../billing/period.ts';
import { type ChangeOf, changed, type EventTypeOf } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import type { Subscription } from './kind.ts';
import { isCardless, moveSubscription } from './moves/moves.ts';

type Item = Subscription['items'][number];
type EventType = EventTypeOf<'subscriptions'>;

/** Starts a paid subscription, as after a first purchase. */
export function start(subscription: Subscription, moment: Moment): Subscription {
  const { now } = moment;
  const born = { ...subscription, items: withItems(subscription, { created_at: now, trial_dates: null }) };
  return { ...billNow({ ...born, first_billed_at: now }, moment), started_at: now, created_at: now, updated_at: now };
}

/** Starts a trial, which counts as the first period. */
export function startTrial(subscription: Subscription, trial: Cycle, moment: Moment): Subscription {
  const { now } = moment;
  const period = writtenPeriod(trial, moment);
  return {
    ...subscription,
    status: 'trialing',
    created_at: now,
    updated_at: now,
    started_at: now,
    first_billed_at: null,
    next_billed_at: period.ends_at,
    current_billing_period: period,
    items: withItems(subscription, {
      status: 'trialing',
      created_at: now,
      updated_at: now,
      previously_billed_at: null,
      next_billed_at: period.ends_at,
      trial_dates: period,
    }),
  };
}

/**
 * Announces a new subscription.
 *
 * @param transaction_id the transaction that it was bought with; `undefined` if its creation is not announced
 * @evidence observed: a first purchase announces both, with one `occurred_at`; `transaction_id` is in
 *   `subscription.created` only
 */
export function announce(subscription: Subscription, transaction_id: string | undefined): ChangeOf<'subscriptions'> {
  const status = moveSubscription('announce', subscription);
  const put = { kind: 'subscriptions' as const, entity: { ...subscription, status } };
  const begun = status === 'trialing' ? 'subscription.trialing' : 'subscription.activated';
  const created = { ...put, type: 'subscription.created' as const, extra: { transaction_id } };
  return { puts: [put], events: [...(transaction_id === undefined ? [] : [created]), { ...put, type: begun }] };
}

/** Announces an imported subscription. */
export function announceImported(subscription: Subscription): ChangeOf<'subscriptions'> {
  moveSubscription('announce', subscription);
  return changed('subscriptions', subscription, ['subscription.imported']);
}

/** Announces the start of a trial. */
export function announceTrial(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  const status = moveSubscription('beginTrial', subscription);
  return moved({ ...subscription, status }, 'subscription.trialing', moment);
}

/**
 * Announces changed fields.
 *
 * @param before the subscription without the changes
 */
export function change(
  subscription: Subscription,
  { now }: Moment,
  before: Subscription = subscription,
): ChangeOf<'subscriptions'> {
  const status = moveSubscription('update', subscription);
  const next_billed_at = nextBillOf(subscription, before);
  const entity = {
    ...subscription,
    status,
    next_billed_at,
    items: withItems(subscription, { next_billed_at }),
    updated_at: now,
  };
  return changed('subscriptions', entity, ['subscription.updated']);
}

/**
 * Returns the next billing date: the resume date of a scheduled change that has one; none while another change is
 * scheduled before it; otherwise the end of the period.
 *
 * @evidence observed: a scheduled pause with a date to resume (2023-08-09, 2024-04-12), a paused subscription with
 * one (2026-08-15), scheduled changes without one
 */
function nextBillOf(subscription: Subscription, before: Subscription): string | null {
  const { status, scheduled_change, current_billing_period, next_billed_at } = subscription;
  if (scheduled_change?.action === 'resume') return scheduled_change.effective_at;
  if (scheduled_change) return scheduled_change.resume_at;
  if (status === 'paused') return null;
  if (isCardless(before) && isCardless(subscription)) return null;
  const isTakenBack = before.scheduled_change !== null && before.next_billed_at === next_billed_at;
  return (isTakenBack ? null : next_billed_at) ?? current_billing_period?.ends_at ?? null;
}

/**
 * Ends a trial. @evidence official: the dates restart. observed: a trial that is activated early ends then
 * (2023-10-18). assumed: a scheduled change follows the end of the period, as it does when a period restarts
 */
export function activate(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  const status = moveSubscription('activate', subscription);
  const active = { ...endTrial(billNow(subscription, moment), moment), status };
  return moved(withChangeAtEnd(active), 'subscription.activated', moment);
}

function withChangeAtEnd(subscription: Subscription): Subscription {
  const { scheduled_change, current_billing_period: period } = subscription;
  if (scheduled_change === null || period === null) return subscription;
  const { resume_at } = scheduled_change;
  const effective_at = period.ends_at;
  // One that would resume before it pauses does neither.
  if (resume_at !== null && Date.parse(resume_at) <= Date.parse(effective_at))
    return { ...subscription, scheduled_change: null };
  return {
    ...subscription,
    next_billed_at: resume_at,
    scheduled_change: { ...scheduled_change, effective_at },
    items: withItems(subscription, { next_billed_at: resume_at }),
  };
}

/**
 * Recovers from past due after a payment.
 *
 * @evidence official: a recovery has no event of its own. assumed: a period that ended meanwhile is followed at once
 */
export function recover(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  const status = moveSubscription('recover', subscription);
  const { next_billed_at, items } = subscription;
  const isLate = next_billed_at !== null && Date.parse(next_billed_at) < Date.parse(moment.now);
  const next = isLate ? { next_billed_at: moment.now } : {};
  const recovered = { ...subscription, ...next, status, items: items.map((item) => ({ ...item, ...next })) };
  return moved(recovered, 'subscription.activated', moment);
}

function endTrial(subscription: Subscription, { now }: Moment): Subscription {
  const items = subscription.items.map((item) => {
    const { trial_dates } = item;
    const isEarly = trial_dates !== null && Date.parse(now) < Date.parse(trial_dates.ends_at);
    return isEarly ? { ...item, trial_dates: { ...trial_dates, ends_at: now } } : item;
  });
  return { ...subscription, items };
}

/**
 * Starts the next period, counted from an anchor. @evidence official: the period moves before the payment, with an
 * update alone.
 */
export function renew(
  subscription: Subscription,
  anchor: number | undefined,
  moment: Moment,
): ChangeOf<'subscriptions'> {
  const status = moveSubscription('renew', subscription);
  const renewed = billNow(subscription, moment, nextPeriod(subscription, moment, anchor));
  return changed('subscriptions', { ...renewed, status, updated_at: moment.now }, ['subscription.updated']);
}

/** Marks a subscription whose bill could not be collected. */
export function becomePastDue(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  const status = moveSubscription('becomePastDue', subscription);
  return moved({ ...subscription, status }, 'subscription.past_due', moment);
}

/**
 * Pauses at once. The resume date of a scheduled pause stays, and becomes the next billing date.
 *
 * @evidence observed 2026-08-15: a scheduled resume remains
 */
export function pause(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  const status = moveSubscription('pause', subscription);
  const effective_at = subscription.scheduled_change?.resume_at ?? null;
  const { behaviours } = moment;
  const paused: Subscription = {
    ...subscription,
    status,
    paused_at: moment.now,
    next_billed_at: effective_at,
    ...(behaviours['paused-period'] === 'none' && { current_billing_period: null }),
    scheduled_change: effective_at === null ? null : { action: 'resume', effective_at, resume_at: null },
    items: withItems(subscription, {
      status: behaviours['paused-items'],
      next_billed_at: effective_at,
      updated_at: moment.now,
    }),
  };
  return moved(paused, 'subscription.paused', moment);
}

/** Resumes at once; a new period starts now. @evidence official */
export function resume(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  const status = moveSubscription('resume', subscription);
  const active: Subscription = { ...billNow(subscription, moment), status, paused_at: null, scheduled_change: null };
  return moved(active, 'subscription.resumed', moment);
}

/** Resumes at once, for the rest of the period that was paid for. @evidence official */
export function continuePeriod(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  const status = moveSubscription('resume', subscription);
  const next_billed_at = subscription.current_billing_period?.ends_at ?? null;
  const active: Subscription = {
    ...subscription,
    status,
    next_billed_at,
    paused_at: null,
    scheduled_change: null,
    items: withItems(subscription, { status: 'active', next_billed_at, updated_at: moment.now }),
  };
  return moved(active, 'subscription.resumed', moment);
}

/** Cancels at once and finally. @evidence official; assumed: its items keep their status */
export function cancel(subscription: Subscription, moment: Moment): ChangeOf<'subscriptions'> {
  const status = moveSubscription('cancel', subscription);
  const canceled: Subscription = {
    ...subscription,
    status,
    canceled_at: moment.now,
    paused_at: null,
    next_billed_at: null,
    current_billing_period: null,
    scheduled_change: null,
    items: withItems(subscription, { next_billed_at: null, updated_at: moment.now }),
  };
  return moved(canceled, 'subscription.canceled', moment);
}

/** Makes the subscription active, with a period billed now. Default: a period from now. */
function billNow(
  subscription: Subscription,
  moment: Moment,
  period = writtenPeriod(subscription.billing_cycle, moment),
): Subscription {
  const { now } = moment;
  const billed = { previously_billed_at: now, next_billed_at: period.ends_at };
  return {
    ...subscription,
    status: 'active',
    first_billed_at: subscription.first_billed_at ?? now,
    next_billed_at: period.ends_at,
    current_billing_period: period,
    items: withItems(subscription, { status: 'active', updated_at: now, ...billed }),
  };
}

/** @evidence official: each change of status is announced by its own event and `updated`, with one `occurred_at`. */
function moved(subscription: Subscription, event: EventType, { now }: Moment): ChangeOf<'subscriptions'> {
  return changed('subscriptions', { ...subscription, updated_at: now }, ['subscription.updated', event]);
}

function withItems(subscription: Subscription, fields: Partial<Item>): Subscription['items'] {
  return subscription.items.map((item) => ({ ...item, ...fields }));
}

function writtenPeriod(cycle: Cycle, { now, behaviours }: Moment) {
  const { ends } = periodFrom(Date.parse(now), cycle);
  return { starts_at: now, ends_at: formatTimestamp(ends, behaviours.timestamps) };
}

/**
 * Returns the period of a renewal. It keeps the billing day, however late the renewal is. For an early renewal, it
 * starts now.
 *
 * @evidence official: dates restart after a trial. assumed: a late renewal does not move the dates
 */
function nextPeriod(subscription: Subscription, moment: Moment, known?: number) {
  const { current_billing_period: current, billing_cycle, first_billed_at, status } = subscription;
  const now = Date.parse(moment.now);
  if (current === null || now < Date.parse(current.ends_at)) return writtenPeriod(billing_cycle, moment);
  const [starts, ends] = [Date.parse(current.starts_at), Date.parse(current.ends_at)];
  const firstBilled = first_billed_at === null ? null : Date.parse(first_billed_at);
  const guessed = status === 'trialing' ? ends : anchorOf({ starts, ends }, billing_cycle, firstBilled);
  const anchor = known ?? guessed;
  const next = periodAt(now, anchor, billing_cycle);
  const write = (instant: number) => formatTimestamp(instant, moment.behaviours.timestamps);
  return { starts_at: write(next.starts), ends_at: write(next.ends) };
}
