import type { CurrencyCode } from '../billing/money/currencies.ts';
import { joinAmount } from '../billing/money/split-amount.ts';
import type { Statements } from './database/database.ts';

/** Milliseconds of a day. */
export const dayMs = 86_400_000;

/** Times in milliseconds: not before the first, before the second. */
export type Range = { readonly from: number; readonly to: number };

/** The number and the sum of a day's figures; of levels, the difference to the day before. */
export type DaySum = { readonly day: number; readonly count: number; readonly amount: bigint };

/** SQL for the time at which an adjustment moved the balance: its approval, or its creation if it was reversed since. */
export const movedAt = "iif(status = 'reversed', created_at, updated_at)";

type Row = [day: number, count: number, high: number, low: number];

/** Series that are summed in the store, by day since 1970. They read indexes alone. */
export class Series {
  readonly #account: number;
  readonly #statements: Statements;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  /** Completed transactions and their revenue, by day. */
  revenue(range: Range): DaySum[] {
    return this.#sums('transactions', 'completed_at', ['sum(revenue_high)', 'sum(revenue_low)'], range);
  }

  /** Approved refunds and their amount, by day. */
  refunds(range: Range): DaySum[] {
    return this.#sums('adjustments', 'refunded_at', ['sum(refund_high)', 'sum(refund_low)'], range);
  }

  /** Chargebacks by day. */
  chargebacks(range: Range): DaySum[] {
    return this.#sums('adjustments', 'charged_back_at', ['0', '0'], range);
  }

  /** Checkouts by day, with those that were completed as the amount. */
  checkouts(range: Range): DaySum[] {
    return this.#sums('transactions', 'checkout_at', ['0', 'sum(is_converted)'], range);
  }

  /** Steps of the number of paying subscriptions and of their worth, by currency and day, from the beginning. */
  levels(to: number): Map<CurrencyCode, DaySum[]> {
    const sql = `SELECT currency, at / ${dayMs} AS day, sum(paying), sum(high), sum(low) FROM subscription_levels
      WHERE account = ? AND at < ? GROUP BY currency, day`;
    // The columns are those of the SELECT.
    const rows = this.#statements(sql).raw().all(this.#account, to) as [CurrencyCode, ...Row][];
    const found = new Map<CurrencyCode, DaySum[]>();
    for (const [currency, ...row] of rows) found.set(currency, [...(found.get(currency) ?? []), sumOf(row)]);
    return found;
  }

  #sums(table: string, time: string, amount: readonly [high: string, low: string], { from, to }: Range): DaySum[] {
    const sql = `SELECT ${time} / ${dayMs} AS day, count(*), ${amount.join(', ')} FROM ${table}
      WHERE account = ? AND ${time} >= ? AND ${time} < ? GROUP BY day`;
    // The columns are those of the SELECT.
    return (this.#statements(sql).raw().all(this.#account, from, to) as Row[]).map(sumOf);
  }
}

function sumOf([day, count, high, low]: Row): DaySum {
  return { day, count, amount: joinAmount(high, low) };
}
