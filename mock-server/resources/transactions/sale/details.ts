import type { CalculatedLine, Calculation } from '../../../billing/calculation.ts';
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
    line_items: linesOf(items, line_items).map((line, index) => {
      const id = lineIds[index];
      if (id === undefined) throw new Error('A line of a transaction has no ID.');
      return { id, ...line };
    }),
  };
}

/** Returns the lines of items as details have them, without IDs. */
export function linesOf(items: readonly SoldItem[], calculated: readonly CalculatedLine[]) {
  return items.map(({ price, product, quantity, proration = null }, index) => {
    const line = calculated[index];
    if (line === undefined) throw new Error('An item of a sale has no line.');
    return { price_id: price.id, quantity, proration, ...line, product };
  });
}
