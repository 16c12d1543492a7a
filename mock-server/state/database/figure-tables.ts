import type { Kind } from '../../resources/kinds.ts';
import { totalTriggers } from './row-triggers.ts';

/** Milliseconds of a day. */
export const dayMs = 86_400_000;

type Sum = readonly [time: string, high: string, low: string];

/** Figures that are summed by the day of a time; 0 for none. */
export const summedByDay: { readonly [Name in Kind]?: readonly Sum[] } = {
  transactions: [
    ['completed_at', 'revenue_high', 'revenue_low'],
    ['checkout_at', '0', 'is_converted'],
  ],
  adjustments: [
    ['refunded_at', 'refund_high', 'refund_low'],
    ['charged_back_at', '0', '0'],
  ],
};

const dayTable = `
    CREATE TABLE IF NOT EXISTS day_sums (
      account INTEGER NOT NULL,
      series TEXT NOT NULL,
      day INTEGER NOT NULL,
      number INTEGER NOT NULL,
      high INTEGER NOT NULL,
      low INTEGER NOT NULL,
      PRIMARY KEY (account, series, day)
    ) STRICT, WITHOUT ROWID;`;

/** The name of a series of sums by day, and of all levels, which have a series for each currency. */
export const seriesOf = (kind: Kind, time: string) => `${kind}.${time}`;
export const levelsName = 'levels.';

/** SQL that adds to the sums of a day. */
function addToDay(row: string, series: string, time: string, sums: readonly string[]): string {
  return `INSERT INTO day_sums VALUES (${row}.account, ${series}, ${row}.${time} / ${dayMs}, ${sums.join(', ')})
    ON CONFLICT DO UPDATE SET number = number + excluded.number, high = high + excluded.high, low = low + excluded.low;`;
}

/** SQL of the table of sums by day, and of the triggers that keep those of a kind. */
function sumsByDay(kind: Kind): string {
  const sum = ([time, ...figures]: Sum) =>
    totalTriggers(kind, [time, ...figures.filter((figure) => figure !== '0')], ({ row, sign }) => {
      const sums = figures.map((figure) => (figure === '0' ? figure : `${sign}${row}.${figure}`));
      return addToDay(row, `'${seriesOf(kind, time)}'`, time, [`${sign}1`, ...sums]);
    });
  const sums = summedByDay[kind] ?? [];
  const all = sums.map(([time]) => `'${seriesOf(kind, time)}'`);
  return `${dayTable} DELETE FROM day_sums WHERE series IN (${all.join(', ')}); ${sums.map(sum).join('\n')}`;
}

/** SQL that adds a step to the levels of subscriptions, of a row of the trigger. */
function step(row: 'OLD' | 'NEW', time: string, sign: '' | '-'): string {
  const currency = `json_extract(${row}.json, '$.items[0].price.unit_price.currency_code')`;
  return `INSERT INTO subscription_levels VALUES (${row}.account, ${row}.id || '@' || ${time} || ${currency}, ${time}, ${currency},
      ${sign}1, ${sign}${row}.worth_high, ${sign}${row}.worth_low)
    ON CONFLICT DO UPDATE SET paying = paying + excluded.paying, high = high + excluded.high, low = low + excluded.low;`;
}

/** SQL of a trigger that makes a step. */
function trigger(name: string, event: string, condition: string, made: string): string {
  return `CREATE TRIGGER subscriptions_${name} AFTER ${event} ON subscriptions WHEN ${condition} BEGIN ${made} END;`;
}

const isChanged = `(OLD.is_paying, OLD.is_paying * OLD.worth_high, OLD.is_paying * OLD.worth_low)
  IS NOT (NEW.is_paying, NEW.is_paying * NEW.worth_high, NEW.is_paying * NEW.worth_low)`;
const change = 'UPDATE OF is_paying, worth_high, worth_low';

/**
 * SQL beside the tables of kinds, for their figures. `subscription_levels` has a row for each time at which a subscription began
 * or ended to pay, or its worth changed, with the difference.
 */
export const figuresOf: { readonly [Name in Kind]?: string } = {
  transactions: `
    ${sumsByDay('transactions')}
    CREATE INDEX transactions_by_completed_at ON transactions (account, completed_at) WHERE completed_at IS NOT NULL;
    CREATE INDEX transactions_by_lines ON transactions (account, updated_at, line_count);`,
  adjustments: `
    ${sumsByDay('adjustments')}
    CREATE INDEX adjustments_by_lines ON adjustments (account, updated_at, line_count);`,
  subscriptions: `
    CREATE TABLE IF NOT EXISTS subscription_levels (
      account INTEGER NOT NULL,
      id TEXT NOT NULL,
      at INTEGER NOT NULL,
      currency TEXT NOT NULL,
      paying INTEGER NOT NULL,
      high INTEGER NOT NULL,
      low INTEGER NOT NULL,
      PRIMARY KEY (account, id)
    ) STRICT, WITHOUT ROWID;
    ${dayTable}
    ${totalTriggers('subscription_levels', ['at', 'paying', 'high', 'low'], ({ row, sign }) =>
      addToDay(
        row,
        `'${levelsName}' || ${row}.currency`,
        'at',
        ['paying', 'high', 'low'].map((figure) => `${sign}${row}.${figure}`),
      ),
    )}
    DELETE FROM subscription_levels;
    ${trigger('begun', 'INSERT', 'NEW.paid_from IS NOT NULL', step('NEW', 'NEW.paid_from', ''))}
    ${trigger('ended', 'INSERT', 'NEW.paid_from IS NOT NULL AND NEW.is_paying = 0', step('NEW', 'NEW.changed_at', '-'))}
    ${trigger('less', change, `OLD.is_paying = 1 AND ${isChanged}`, step('OLD', 'NEW.changed_at', '-'))}
    ${trigger('more', change, `NEW.is_paying = 1 AND ${isChanged}`, step('NEW', 'NEW.changed_at', ''))}`,
};
