import type { Account } from '../../account/account.ts';
import { payoutOf } from '../../account/settings.ts';
import { Rational } from '../../billing/money/rational.ts';
import type { Handlers } from '../../http/handler.ts';
import { dayMs } from '../../state/database/figure-tables.ts';
import type { DaySum, Range } from '../../state/series.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import { levelsOf, monthBefore } from './levels.ts';
import { readRange } from './range.ts';

/** Decimal places of a rate of conversion. @evidence official, in its example */
const rateDigits = 6;

export const metricHandlers: Handlers<
  | 'getMetricsActiveSubscribers'
  | 'getMetricsMonthlyRecurringRevenue'
  | 'getMetricsMonthlyRecurringRevenueChange'
  | 'getMetricsRevenue'
  | 'getMetricsRefunds'
  | 'getMetricsChargebacks'
  | 'getMetricsCheckoutConversion'
> = {
  getMetricsActiveSubscribers: ({ query }, { account }) => {
    const range = readRange(query);
    const levels = levelsOf(account, range);
    return { data: seriesOf(account, range, (_, index) => ({ count: levels[index]?.count ?? 0 })) };
  },

  getMetricsMonthlyRecurringRevenue: ({ query }, { account }) => {
    const range = readRange(query);
    const levels = levelsOf(account, range);
    return moneyOf(
      account,
      seriesOf(account, range, (_, index) => ({ amount: String(levels[index]?.amount ?? 0n) })),
    );
  },

  getMetricsMonthlyRecurringRevenueChange: ({ query }, { account }) => {
    const range = readRange(query);
    const start = monthBefore(range.from);
    const levels = levelsOf(account, { from: start, to: range.to });
    const amountAt = (time: number) => levels[(time - start) / dayMs]?.amount ?? 0n;
    const change = (time: number) => ({ amount: String(amountAt(time) - amountAt(monthBefore(time))) });
    return moneyOf(account, seriesOf(account, range, change));
  },

  getMetricsRevenue: ({ query }, { account }) => {
    const range = readRange(query);
    const dayOf = byDay(account.store.series.revenue(range));
    const point = (time: number) => ({ amount: String(dayOf(time).amount), count: dayOf(time).count });
    return moneyOf(account, seriesOf(account, range, point));
  },

  getMetricsRefunds: ({ query }, { account }) => {
    const range = readRange(query);
    const dayOf = byDay(account.store.series.refunds(range));
    return moneyOf(
      account,
      seriesOf(account, range, (time) => ({ amount: String(dayOf(time).amount) })),
    );
  },

  getMetricsChargebacks: ({ query }, { account }) => {
    const range = readRange(query);
    const dayOf = byDay(account.store.series.chargebacks(range));
    return { data: seriesOf(account, range, (time) => ({ count: dayOf(time).count })) };
  },

  getMetricsCheckoutConversion: ({ query }, { account }) => {
    const range = readRange(query);
    const dayOf = byDay(account.store.series.checkouts(range));
    const point = (time: number) => {
      const { count, amount } = dayOf(time);
      return { count, completed_count: Number(amount), rate: rateOf(amount, BigInt(count)) };
    };
    return { data: seriesOf(account, range, point) };
  },
};

/** Makes a series with a point for each day. */
function seriesOf<Point extends object>(
  { clock, behaviours }: Account,
  { from, to }: Range,
  pointOf: (time: number, index: number) => Point,
) {
  const format = (time: number) => formatTimestamp(time, behaviours.timestamps);
  const days = Array.from({ length: (to - from) / dayMs }, (_, index) => from + index * dayMs);
  return {
    timeseries: days.map((time, index) => ({ timestamp: format(time), ...pointOf(time, index) })),
    starts_at: format(from),
    ends_at: format(to),
    interval: 'day',
    updated_at: format(clock.now()),
  };
}

/** Adds the currency of the balance. */
function moneyOf(account: Account, series: object) {
  return { data: { currency_code: payoutOf(account).currency, ...series } };
}

function byDay(sums: readonly DaySum[]): (time: number) => Pick<DaySum, 'count' | 'amount'> {
  const days = new Map(sums.map((sum) => [sum.day, sum]));
  return (time) => days.get(time / dayMs) ?? { count: 0, amount: 0n };
}

function rateOf(completed: bigint, all: bigint): string {
  return all === 0n ? '0' : Rational.of(completed, all).roundTo(rateDigits, 'half-up').toString();
}
