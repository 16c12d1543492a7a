import type { CurrencyCode } from '../billing/money/currencies.ts';
import { amountPart, joinAmount } from '../billing/money/split-amount.ts';
import type { Kind } from '../resources/kinds.ts';
import type { Statements } from './database/database.ts';
import { dayMs, levelsName, seriesOf } from './database/figure-tables.ts';

/** Times in milliseconds: not before the first, before the second. */
export type Range = { readonly from: number; readonly to: number };

/** The number and the sum of a day's figures; of levels, the difference to the day before. */
export type DaySum = { readonly day: number; readonly count: number; readonly amount: bigint };

/** SQL for the time at which an adjustment moved the balance: its approval, or its creation if it was reversed since. */
export const movedAt = "iif(status = 'reversed', created_at, updated_at)";

const time = (field: string) => `CAST(unixepoch(json_extract(json, '$.${field}'), 'subsec') * 1000 AS INTEGER)`;

/** SQL for the reference of the payout that covers a time. */
export function remittanceAt(account: string, moved: string): string {
  return `(SELECT json_extract(json, '$.remittance_reference') FROM payouts
    WHERE account = ${account} AND ${time('starts_at')} <= ${moved} AND ${moved} < ${time('ends_at')})`;
}

type Row = [day: number, count: number, high: number, low: number];

/** Series that are summed in the store, by day since 1970. They read totals alone. */
export class Series {
  readonly #account: number;
  readonly #statements: Statements;

  constructor(account: number, statements: Statements) {
    this.#account = account;
    this.#statements = statements;
  }

  /** Completed transactions and their revenue, by day. */
  revenue(range: Range): DaySum[] {
    return this.#sums('transactions', 'completed_at', range);
  }

  /** Approved refunds and their amount, by day. */
  refunds(range: Range): DaySum[] {
    return this.#sums('adjustments', 'refunded_at', range);
  }

  /** Chargebacks by day. */
  chargebacks(range: Range): DaySum[] {
    return this.#sums('adjustments', 'charged_back_at', range);
  }

  /** Checkouts by day, with those that were completed as the amount. */
  checkouts(range: Range): DaySum[] {
    return this.#sums('transactions', 'checkout_at', range);
  }

  /** Steps of the number of paying subscriptions and of their worth, by currency and day, from the beginning. */
  levels(to: number): Map<CurrencyCode, DaySum[]> {
    const sql = `SELECT substr(series, ${levelsName.length + 1}), day, number, high, low FROM day_sums
      WHERE account = ? AND series > ? AND series < ? AND day < ?`;
    const values = [this.#account, levelsName, `${levelsName}~`, to / dayMs];
    // The columns are those of the SELECT.
    const rows = this.#statements(sql)
      .raw()
      .all(...values) as [CurrencyCode, ...Row][];
    const found = new Map<CurrencyCode, DaySum[]>();
    for (const [currency, ...row] of rows) found.set(currency, [...(found.get(currency) ?? []), sumOf(row)]);
    return found;
  }

  /** Earnings of sales, less what adjustments took back, in the smallest unit of the balance's currency. */
  earnings({ from, to }: Range): bigint {
    const sold = this.#earned('transactions', '$.details.payout_totals.earnings', 'completed_at', '', from, to);
    const only = "AND status IN ('approved', 'reversed')";
    return sold - this.#earned('adjustments', '$.payout_totals.earnings', movedAt, only, from, to);
  }

  /** Time up to which the balance was paid out, in milliseconds; 0 if it never was. */
  paidOutUntil(): number {
    const sql = `SELECT max(${time('ends_at')}) FROM payouts WHERE account = ? AND ${time('starts_at')} < ${time('ends_at')}`;
    return Number(this.#statements(sql).pluck().get(this.#account) ?? 0);
  }

  /** Reference of the payout that a movement of the balance belongs to; `null` until it is paid. */
  remittanceOf(moved: number): string | null {
    const sql = `SELECT ${remittanceAt('?', '?')}`;
    const found = this.#statements(sql).pluck().get(this.#account, moved, moved);
    return typeof found === 'string' ? found : null;
  }

  #earned(table: string, path: string, at: string, only: string, from: number, to: number): bigint {
    const earned = `CAST(json_extract(json, '${path}') AS INTEGER)`;
    const sql = `SELECT total(${earned} / ${amountPart}), total(${earned} % ${amountPart}) FROM ${table}
      WHERE account = ? AND ${at} >= ? AND ${at} < ? ${only}`;
    // The columns are those of the SELECT.
    const [[high, low]] = this.#statements(sql).raw().all(this.#account, from, to) as [[number, number]];
    return joinAmount(high, low);
  }

  #sums(kind: Kind, time: string, { from, to }: Range): DaySum[] {
    const sql = `SELECT day, number, high, low FROM day_sums
      WHERE account = ? AND series = ? AND day >= ? AND day < ? AND number > 0`;
    const values = [this.#account, seriesOf(kind, time), from / dayMs, to / dayMs];
    // The columns are those of the SELECT.
    return (
      this.#statements(sql)
        .raw()
        .all(...values) as Row[]
    ).map(sumOf);
  }
}

function sumOf([day, count, high, low]: Row): DaySum {
  return { day, count, amount: joinAmount(high, low) };
}
