import { isDeepStrictEqual } from 'node:util';
import type { Account } from '../../../account/account.ts';
import { periodFrom } from '../../../billing/period.ts';
import { prorationRate, shareOfPeriod } from '../../../billing/proration.ts';
import { paddleError } from '../../../errors/errors.ts';
import { hintAtSwitch } from '../../../spec/behaviours.ts';
import { formatTimestamp } from '../../../time/timestamp.ts';
import { storeCustomData } from '../../custom-data.ts';
import type { SoldItem } from '../../transactions/sale/items.ts';
import type { Subscription } from '../kind.ts';
import { isCardless } from '../moves/moves.ts';
import { termsOf } from '../terms.ts';
import { changedBuyer, changedCollection } from './buyer.ts';
import { changedDiscount } from './discount.ts';
import { type ItemChange, notValid, replaceItems } from './items.ts';
import type { Plan } from './plan.ts';
import {
  type BillingMode,
  isLater,
  isNow,
  refuseBill,
  refuseByStatus,
  refuseCreditOfUnpaid,
  refuseLocked,
  refusePendingRefund,
  refuseSoon,
  type SubscriptionUpdate,
} from './rules.ts';

type Period = NonNullable<Subscription['current_billing_period']>;
/** Lines to bill for a change, and their period. */
type Billing = { lines: SoldItem[]; period: Period };

/**
 * Plans an update: what it changes, and what is billed for it, now or with the next bill.
 *
 * @throws PaddleApiError if the subscription cannot be changed like this
 */
export function planUpdate(before: Subscription, asked: SubscriptionUpdate, account: Account): Plan {
  const input = withoutIgnoredDate(asked, account);
  refuseByStatus(before, input, account);
  const unbilled = { deferred: [], terms: {}, puts: [] };
  if (input.scheduled_change === null) return { ...unbilled, after: withoutScheduledChange(before) };
  const { proration_billing_mode: mode = 'do_not_bill', items, next_billed_at } = input;
  if (items || next_billed_at !== undefined) refuseLocked(before, account);
  const edited = withFields(before, input, account);
  const change = items && changedItems(edited, items, mode, account);
  const moved = next_billed_at === undefined ? undefined : moveDate(edited, next_billed_at, mode, account);
  const { after, billing, terms = {} } = moved ?? change ?? { after: edited };
  const { discount, used } = changedDiscount(after, input, isNow(mode) && hasLines(billing), account);
  const puts = change?.puts ?? [];
  const plan: Plan = { deferred: [], terms, puts, after: { ...after, discount }, used, mode };
  const planned = billed(plan, billing, mode, account);
  if (!isDeepStrictEqual(planned.after, before)) refusePendingRefund(before, account);
  return planned;
}

/** Leaves the date out of an update that has items too, or else lets it be refused. */
function withoutIgnoredDate(asked: SubscriptionUpdate, { behaviours }: Account): SubscriptionUpdate {
  if (!asked.items || behaviours['items-with-date'] === 'reject') return asked;
  const { next_billed_at: _, ...input } = asked;
  return input;
}

/** A paused subscription that is not to resume has no next bill. */
function withoutScheduledChange(before: Subscription): Subscription {
  const after = { ...before, scheduled_change: null };
  return before.status === 'paused' ? { ...after, next_billed_at: null } : after;
}

function withFields(before: Subscription, input: SubscriptionUpdate, account: Account): Subscription {
  const { custom_data, currency_code = before.currency_code } = input;
  const owned = { ...before, ...changedBuyer(before, input, account), currency_code };
  if (currency_code !== before.currency_code && (termsOf(before, account).deferred ?? []).length > 0)
    throw paddleError('subscription_currency_update_not_allowed');
  const stored = custom_data === undefined ? before.custom_data : storeCustomData(custom_data, account.behaviours);
  return { ...owned, ...changedCollection(owned, input, account), custom_data: stored };
}

/**
 * Returns true if a change costs its share of the period, and what it replaces is credited.
 *
 * @evidence observed 2026-09-14: neither in a period that began by another cycle without a bill
 */
function isProrated(mode: BillingMode, before: Subscription, account: Account): boolean {
  return mode.startsWith('prorated') && !termsOf(before, account).unbilled;
}

const hasLines = (billing: Billing | undefined) => billing !== undefined && billing.lines.length > 0;

type Changed = { after: Subscription; billing?: Billing; terms?: Plan['terms'] };

function changedItems(
  before: Subscription,
  inputs: NonNullable<SubscriptionUpdate['items']>,
  mode: BillingMode,
  account: Account,
): Changed & Pick<Plan, 'puts'> {
  const change = replaceItems(inputs, before, account);
  const cycle = change.items[0]?.price.billing_cycle;
  if (!cycle) throw new Error('A subscription has an item without a billing cycle.');
  const isNewCycle = !isDeepStrictEqual({ ...cycle }, { ...before.billing_cycle });
  if (before.status === 'trialing') refuseInTrial(before, change, isNewCycle, account);
  const start = isNewCycle ? (waitsForEnd(mode, account) ? restartLater : restart) : keepPeriod;
  return { ...start(before, change, mode, account), puts: change.puts };
}

/**
 * @evidence official: only quantities change in a trial, or no price is added that requires a payment method; observed
 *   2026-06-07: the code of another cycle. assumed: a price without a trial requires a payment method
 */
function refuseInTrial(
  before: Subscription,
  { items, added, once }: ItemChange,
  isNewCycle: boolean,
  { behaviours }: Account,
): void {
  if (isNewCycle) throw notValid('items', 'must have the billing cycle of the subscription while it is in trial');
  const idsOf = (some: Subscription['items']) => some.map(({ price }) => price.id).toSorted();
  const isOther = !isDeepStrictEqual(idsOf(items), idsOf(before.items));
  if (behaviours['trial-items'] === 'fixed' && (isOther || once.length > 0)) {
    const hint = hintAtSwitch(behaviours, { name: 'trial-items', value: 'replaceable' });
    throw paddleError('subscription_trialing_items_update_invalid_options', { hint });
  }
  const needsCard = added.some(({ price }) => price.trial_period?.requires_payment_method !== false);
  if (needsCard && isCardless(before))
    throw paddleError('subscription_price_requires_payment_method_on_cardless_trial');
}

/** Changes items within the period, which never moves. @evidence official */
function keepPeriod(before: Subscription, change: ItemChange, mode: BillingMode, account: Account): Changed {
  const after = { ...before, items: change.items };
  const { current_billing_period: current } = before;
  if (current === null) return { after };
  const { now } = account.moment();
  const period = { starts_at: now, ends_at: current.ends_at };
  const ends = Date.parse(current.ends_at);
  const isShared = isProrated(mode, before, account);
  const rate = isShared
    ? prorationRate({ starts: Date.parse(current.starts_at), ends }, Date.parse(now)).toString()
    : '1';
  const proration = { rate, billing_period: period };
  const lines = inShare([...change.added, ...(isShared ? change.removed : [])], proration);
  const added = lines.filter(({ quantity }) => quantity > 0);
  const removed = lines.filter(({ quantity }) => quantity < 0);
  return { after, billing: { lines: [...added, ...change.once, ...removed], period } };
}

/**
 * Starts a period of another length now.
 *
 * @evidence official: the period restarts, also without a bill; observed 2026-09-14: a scheduled cancellation follows
 *   its end. assumed: what was paid for of the old period is credited by prorated billing
 */
function restart(before: Subscription, change: ItemChange, mode: BillingMode, account: Account): Changed {
  if (isLater(mode)) throw notValid('proration_billing_mode', `cannot be ${mode} when the billing cycle changes`);
  const { now, behaviours } = account.moment();
  const cycle = cycleOf(change, before);
  const { ends } = periodFrom(Date.parse(now), cycle);
  const period = { starts_at: now, ends_at: formatTimestamp(ends, behaviours.timestamps) };
  const { scheduled_change } = before;
  const after: Subscription = {
    ...before,
    items: change.items,
    billing_cycle: cycle,
    ...(before.status !== 'paused' && {
      current_billing_period: period,
      next_billed_at: period.ends_at,
      scheduled_change: scheduled_change && { ...scheduled_change, effective_at: period.ends_at },
    }),
  };
  const credited = isProrated(mode, before, account) ? inShare(change.removed, leftOf(before, now)) : [];
  const lines = [...inShare(change.added, { rate: '1', billing_period: period }), ...change.once, ...credited];
  const paidFor = before.status !== 'paused' && { unbilled: mode === 'do_not_bill' || undefined };
  return { after, billing: { lines, period }, terms: { anchor: now, ...paidFor } };
}

function waitsForEnd(mode: BillingMode, { behaviours }: Account): boolean {
  return mode === 'prorated_next_billing_period' && behaviours['later-cycle-change'] === 'allow';
}

/** Starts a period of another length when this one has ended. */
function restartLater(before: Subscription, change: ItemChange): Changed {
  const after = { ...before, items: change.items, billing_cycle: cycleOf(change, before) };
  const { current_billing_period: period } = before;
  if (period === null) return { after };
  return { after, billing: { lines: change.once, period }, terms: { anchor: period.ends_at } };
}

function cycleOf({ items: [first] }: ItemChange, { billing_cycle }: Subscription): Subscription['billing_cycle'] {
  return first?.price.billing_cycle ?? billing_cycle;
}

function leftOf({ current_billing_period: current }: Subscription, now: string): NonNullable<SoldItem['proration']> {
  if (current === null) return { rate: '0', billing_period: { starts_at: now, ends_at: now } };
  const period = { starts: Date.parse(current.starts_at), ends: Date.parse(current.ends_at) };
  const rate = prorationRate(period, Date.parse(now)).toString();
  return { rate, billing_period: { starts_at: now, ends_at: current.ends_at } };
}

/**
 * Moves the next bill, whose date periods are counted from.
 *
 * @evidence official: a later date is charged, and a sooner one credited. assumed: by its share of the period as it was
 */
function moveDate(before: Subscription, date: string, mode: BillingMode, account: Account): Changed {
  refuseSoon(date, account);
  const { current_billing_period: current, status } = before;
  const { now, behaviours } = account.moment();
  const next_billed_at = formatTimestamp(Date.parse(date), behaviours.timestamps);
  if (current === null || next_billed_at === before.next_billed_at) return { after: before };
  const items = before.items.map((item) => ({
    ...item,
    next_billed_at,
    updated_at: now,
    trial_dates:
      status === 'trialing' && item.trial_dates ? { ...item.trial_dates, ends_at: next_billed_at } : item.trial_dates,
  }));
  const after = { ...before, items, next_billed_at, current_billing_period: { ...current, ends_at: next_billed_at } };
  const [first, last] = [current.ends_at, next_billed_at].toSorted((one, other) => Date.parse(one) - Date.parse(other));
  const billing_period = { starts_at: first ?? now, ends_at: last ?? now };
  const moved = { starts: Date.parse(billing_period.starts_at), ends: Date.parse(billing_period.ends_at) };
  const whole = { starts: Date.parse(current.starts_at), ends: Date.parse(current.ends_at) };
  const sign = first === current.ends_at ? 1 : -1;
  const sold = before.items.map(({ price, product, quantity }) => ({ price, product, quantity: sign * quantity }));
  const lines = inShare(sold, { rate: shareOfPeriod(moved, whole).toString(), billing_period });
  const period = { starts_at: now, ends_at: next_billed_at };
  const terms = { anchor: next_billed_at };
  return mode === 'do_not_bill' ? { after, terms } : { after, terms, billing: { lines, period } };
}

function inShare(items: readonly SoldItem[], proration: NonNullable<SoldItem['proration']>): SoldItem[] {
  return items.map((item) => ({ ...item, proration }));
}

/** Adds what is billed for a change. */
function billed(plan: Plan, billing: Billing | undefined, mode: BillingMode, account: Account): Plan {
  if (!billing || billing.lines.length === 0 || mode === 'do_not_bill') return plan;
  const { after } = plan;
  const { lines, period } = billing;
  const isImmediate = isNow(mode);
  const waiting = termsOf(after, account).deferred ?? [];
  refuseBill(after, lines, isImmediate ? lines.length : lines.length + waiting.length + after.items.length, account);
  if (lines.some(({ quantity }) => quantity < 0)) refuseCreditOfUnpaid(after, account);
  if (!isImmediate) return { ...plan, deferred: lines };
  return { ...plan, now: { items: lines, origin: 'subscription_update', period } };
}
