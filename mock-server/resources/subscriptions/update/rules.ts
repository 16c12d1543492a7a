import type { components } from '#openapi/generated/guide.ts';
import type { Account } from '../../../account/account.ts';
import { badRequest, paddleError } from '../../../errors/errors.ts';
import { type Behaviours, hintAtSwitch } from '../../../spec/behaviours.ts';
import type { WithCustomData } from '../../custom-data.ts';
import { refuseBelowMinimum } from '../../transactions/sale/charge.ts';
import type { SoldItem } from '../../transactions/sale/items.ts';
import { chargeFor } from '../bill.ts';
import type { Subscription } from '../kind.ts';
import { moveSubscription } from '../moves/moves.ts';
import type { SubscriptionRequest } from '../moves/moves-table.ts';

export type SubscriptionUpdate = WithCustomData<components['schemas']['subscription-update']>;
export type BillingMode = components['schemas']['proration-billing-mode'];

/** Time before a bill in which nothing is changed, in milliseconds. @evidence official */
const lockedMs = 30 * 60_000;
const hourMs = 3_600_000;
/** Immediate charges of a subscription in an hour. @evidence official */
const hourlyCharges = 20;
/** Lines of a transaction. @evidence official */
const linesAtMost = 100;

/** @throws PaddleApiError if the moves do not allow what is asked for, or the fields do not go together */
export function refuseByStatus(
  subscription: Subscription,
  input: SubscriptionUpdate,
  { behaviours }: Pick<Account, 'behaviours'>,
): void {
  for (const request of requestsIn(input)) moveSubscription(request, subscription);
  if (input.scheduled_change === null && changedFields(input).length > 1)
    throw paddleError('subscription_scheduled_change_invalid_update');
  const { proration_billing_mode: mode, items, next_billed_at } = input;
  if (items && mode === undefined) throw paddleError('subscription_items_update_missing_proration_billing_mode');
  if (next_billed_at !== undefined) refuseDate(input, behaviours);
}

/** Returns what an update asks for. @evidence assumed: the order in which it is refused */
function requestsIn(input: SubscriptionUpdate): SubscriptionRequest[] {
  const { proration_billing_mode: mode = 'do_not_bill', items, next_billed_at, discount, scheduled_change } = input;
  if (scheduled_change === null) return ['removeScheduledChange'];
  const own = ['items', 'next_billed_at', 'discount', 'proration_billing_mode'];
  const requests: SubscriptionRequest[] = [];
  if (items) requests.push(isNow(mode) ? 'changeItemsNow' : isLater(mode) ? 'changeItemsLater' : 'changeItems');
  if (next_billed_at !== undefined) requests.push(mode === 'do_not_bill' ? 'changeDate' : 'changeDateBilled');
  if (discount !== undefined)
    requests.push(discount?.effective_from === 'immediately' ? 'changeDiscountNow' : 'changeDiscountLater');
  const hasOthers = changedFields(input).some((name) => !own.includes(name));
  return hasOthers || requests.length === 0 ? ['changeFields', ...requests] : requests;
}

function changedFields(input: SubscriptionUpdate): string[] {
  return Object.keys(input).filter((name) => name !== 'on_payment_failure');
}

/** Returns true if a change is billed at once. */
export function isNow(mode: BillingMode): boolean {
  return mode === 'prorated_immediately' || mode === 'full_immediately';
}

/** Returns true if a change is billed with the next bill. */
export function isLater(mode: BillingMode): boolean {
  return mode === 'prorated_next_billing_period' || mode === 'full_next_billing_period';
}

function refuseDate({ items, proration_billing_mode: mode }: SubscriptionUpdate, behaviours: Behaviours) {
  if (mode === undefined)
    throw badRequest([{ field: 'proration_billing_mode', message: 'is required with next_billed_at' }]);
  if (items) {
    const hint = hintAtSwitch(behaviours, { name: 'items-with-date', value: 'ignore-date' });
    throw badRequest([{ field: 'next_billed_at', message: 'cannot be changed together with items' }], hint);
  }
  if (mode === 'full_immediately' || mode === 'full_next_billing_period')
    throw badRequest([{ field: 'proration_billing_mode', message: `cannot be ${mode} when next_billed_at changes` }]);
}

/** @throws PaddleApiError shortly before the next bill */
export function refuseLocked({ next_billed_at }: Subscription, { clock }: Account): void {
  const left = next_billed_at === null ? Number.POSITIVE_INFINITY : Date.parse(next_billed_at) - clock.now();
  if (left > 0 && left < lockedMs) throw paddleError('subscription_locked_renewal');
}

/** @throws PaddleApiError for a date that is not late enough */
export function refuseSoon(next_billed_at: string, { clock }: Account): void {
  if (Date.parse(next_billed_at) - clock.now() < lockedMs) throw paddleError('subscription_next_billed_at_too_soon');
}

/** @evidence official */
export function refusePendingRefund({ id }: Subscription, { store }: Account): void {
  const pending = store.adjustments.all({ subscription_id: [id], status: ['pending_approval'] });
  if (pending.length > 0) throw paddleError('subscription_outstanding_pending_refund');
}

/**
 * @param items what is billed for the change
 * @param count lines of the transaction that has them
 * @evidence official; observed 2026-07-15: the smallest charge holds for the next bill's part too
 */
export function refuseBill(after: Subscription, items: readonly SoldItem[], count: number, account: Account): void {
  if (count > linesAtMost) throw paddleError('subscription_maximum_number_of_line_items_reached');
  const { totals } = chargeFor(after, items, account);
  const code = 'subscription_update_transaction_balance_less_than_charge_limit';
  refuseBelowMinimum(totals.total, after.currency_code, account, code);
}

/** @evidence official: credit needs a completed transaction. assumed: all of the subscription's */
export function refuseCreditOfUnpaid({ id }: Subscription, { store }: Account): void {
  const unpaid = store.transactions.all({ subscription_id: [id], status: ['billed', 'past_due'] });
  if (unpaid.length > 0)
    throw paddleError('subscription_credit_creation_against_uncompleted_transaction_not_allowed', {
      hint: `${unpaid[0]?.id} is not paid.`,
    });
}

/** @throws PaddleApiError after too many charges */
export function refuseTooMany({ id }: Subscription, { store, clock, behaviours }: Account): void {
  const limits = { hour: hourlyCharges, day: Number(behaviours['daily-charges']) };
  const where = { subscription_id: [id], origin: ['subscription_update', 'subscription_charge'] };
  const ages = store.transactions
    .all(where)
    .map(({ created_at }) => clock.now() - Date.parse(created_at))
    .filter((age) => age >= 0);
  const left = (time: number, most: number) => {
    const within = ages.filter((age) => age < time);
    return within.length < most ? 0 : Math.ceil((time - Math.max(...within)) / 1000);
  };
  const [ofDay, ofHour] = [left(24 * hourMs, limits.day), left(hourMs, limits.hour)];
  if (ofDay > 0)
    throw paddleError('subscription_immediate_charge_24_hour_limit_exceeded', {
      limit: limits.day,
      retryAfterSeconds: ofDay,
    });
  if (ofHour > 0)
    throw paddleError('subscription_immediate_charge_hour_limit_exceeded', {
      limit: limits.hour,
      retryAfterSeconds: ofHour,
    });
}
