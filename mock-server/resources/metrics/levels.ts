import type { Account } from '../../account/account.ts';
import { payoutOf } from '../../account/settings.ts';
import { Money } from '../../billing/money/money.ts';
import { dayMs } from '../../state/database/figure-tables.ts';
import type { DaySum, Range } from '../../state/series.ts';

/** Paying subscriptions and their worth in a month at the end of a day, in the currency of the balance. */
export type Level = { readonly count: number; readonly amount: bigint };

/**
 * Returns what is reached at the end of each day of a range.
 *
 * @see https://developer.paddle.com/api-reference/metrics/get-metrics-monthly-recurring-revenue
 * @evidence official: converted at the rate of the time of each transaction. assumed: that is today's, unless the account's
 *   rates were set since
 */
export function levelsOf(account: Account, { from, to }: Range): Level[] {
  const days = Array.from({ length: (to - from) / dayMs }, (): Level => ({ count: 0, amount: 0n }));
  const { currency: paid, exchangeRates } = payoutOf(account);
  for (const [currency, steps] of account.store.series.levels(to)) {
    const rate = exchangeRates.rate(currency, paid);
    for (const [index, level] of reached(steps, from / dayMs, days.length).entries()) {
      const { count, amount } = days[index] ?? level;
      days[index] = {
        count: count + level.count,
        amount: amount + new Money(level.amount, currency).in(paid, rate).amount,
      };
    }
  }
  return days;
}

/** Adds up the steps of days, in order. */
function reached(steps: readonly DaySum[], first: number, length: number): Level[] {
  let [next, count, amount] = [0, 0, 0n];
  return Array.from({ length }, (_, index) => {
    for (let step = steps[next]; step && step.day <= first + index; step = steps[next]) {
      count += step.count;
      amount += step.amount;
      next += 1;
    }
    return { count, amount };
  });
}

/** Returns the same day a month before, or the last day of a shorter month. */
export function monthBefore(time: number): number {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return Math.min(Date.UTC(year, month - 1, day), Date.UTC(year, month, 0));
}
