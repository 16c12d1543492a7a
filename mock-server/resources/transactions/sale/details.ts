import type { Calculation } from '../../../billing/calculation.ts';
import type { CurrencyCode } from '../../../billing/money/currencies.ts';
import { openSums } from '../../../billing/settlement.ts';
import type { Transaction } from '../kind.ts';
import type { SoldItem } from './items.ts';

type Details = Transaction['details'];

/**
 * Returns the details of an unpaid sale.
 *
 * @param lineIds an ID for each item
 */
export function detailsOf(
  items: readonly SoldItem[],
  { line_items, tax_rates_used, totals }: Calculation,
  currency_code: CurrencyCode,
  lineIds: readonly string[],
): Details {
  return {
    tax_rates_used,
    ...openSums(totals, currency_code),
    line_items: items.map(({ price, product, quantity, proration = null }, index) => {
      const [id, line] = [lineIds[index], line_items[index]];
      if (id === undefined || line === undefined) throw new Error('An item of a transaction has no line.');
      return { id, price_id: price.id, quantity, proration, ...line, product };
    }),
  };
}
