import type { Account } from '../../account/account.ts';
import { payoutOf } from '../../account/settings.ts';
import { type Change, inOrder } from '../../state/change.ts';
import type { Entry } from '../../state/entries/entries.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import { initiate } from './transitions.ts';

/**
 * Smallest balance that is paid out; a smaller one waits for the next month.
 *
 * @see https://www.paddle.com/help/manage/get-paid/when-and-how-do-i-get-paid
 * @evidence official: 100 dollars, euros or pounds, unless the seller sets more
 */
const leastPaid = 100_00n;

/** The key of the schedule's facts: an account has one schedule. */
const monthly = 'monthly';

/**
 * Starts or ends the payouts of an account: one on the first of each month.
 *
 * @evidence official: initiated on the first of each month, and by the sandbox never
 */
export function schedulePayouts(isOn: boolean, { clock }: Account): Change {
  return { entries: [isOn ? nextAfter(clock.now()) : scheduleEntry(null)] };
}

/** Initiates the payout of the balance, and schedules the next one. */
export function payOutBalance(account: Account): Change {
  const { store, clock, behaviours } = account;
  const range = { from: store.series.paidOutUntil(), to: clock.now() };
  const amount = store.series.earnings(range);
  const next: Change = { entries: [nextAfter(range.to)] };
  if (amount < leastPaid) return next;
  const [starts_at, ends_at] = [range.from, range.to].map((time) => formatTimestamp(time, behaviours.timestamps));
  const payout = initiate({
    id: account.ids.next('pay'),
    status: 'unpaid',
    amount: String(amount),
    currency_code: payoutOf(account).currency,
    remittance_reference: null,
    starts_at: String(starts_at),
    ends_at: String(ends_at),
  });
  return inOrder(payout, next);
}

function nextAfter(time: number): Entry {
  const date = new Date(time);
  return scheduleEntry({}, Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1));
}

function scheduleEntry(facts: object | null, due?: number): Entry {
  return { entry: 'private facts', kind: 'payout_schedule', id: monthly, facts, ...(due !== undefined && { due }) };
}
