import type { FieldError } from '../../errors/errors.ts';
import type { Report } from './kind.ts';

type Filter = Report['filters'][number];
type FilterName = Filter['name'];

/** Filters of each type of report. @evidence official */
const filtersOf: Readonly<Record<Report['type'], readonly FilterName[]>> = {
  adjustments: ['action', 'currency_code', 'status', 'updated_at'],
  adjustment_line_items: ['action', 'currency_code', 'status', 'updated_at'],
  transactions: ['collection_mode', 'currency_code', 'origin', 'status', 'updated_at'],
  transaction_line_items: ['collection_mode', 'currency_code', 'origin', 'status', 'updated_at'],
  products_prices: [
    'product_status',
    'price_status',
    'product_type',
    'price_type',
    'product_updated_at',
    'price_updated_at',
  ],
  discounts: ['type', 'status', 'updated_at'],
  balance: ['updated_at'],
  payout_reconciliation: [
    'balance_movement_date',
    'balance_movement_type',
    'remittance_reference',
    'transaction_updated_at',
  ],
  checkouts: ['checkout_created_at', 'customer_country_code'],
};

/** Returns true for a filter of times, which alone has an operator. */
export function isOfTime(name: FilterName): boolean {
  return /_at$|_date$/.test(name);
}

/**
 * Returns the first problem of a report's filters.
 *
 * @evidence official: the names of each type, and that times have an operator. assumed: the messages
 */
export function filterProblem(type: Report['type'], filters: readonly Filter[]): FieldError | undefined {
  for (const [index, { name, operator, value }] of filters.entries()) {
    const field = `filters.${index}`;
    if (!filtersOf[type].includes(name))
      return { field: `${field}.name`, message: `must be one of the following values: ${filtersOf[type].join('|')}` };
    if (!isOfTime(name) && operator !== null)
      return { field: `${field}.operator`, message: 'must be null, since the field is no time' };
    if (isOfTime(name) && operator === null)
      return { field: `${field}.operator`, message: 'must be one of the following values: lt|gte' };
    if (isOfTime(name) && (typeof value !== 'string' || Number.isNaN(Date.parse(value))))
      return { field: `${field}.value`, message: 'must be a time in RFC 3339 format' };
  }
  return undefined;
}
