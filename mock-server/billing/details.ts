import type { components } from '#openapi/generated/official.ts';
import type { CalculatedLine, Calculation } from './calculation.ts';
import type { CurrencyCode } from './money/currencies.ts';
import { openSums } from './settlement.ts';

/** The fields of an item that a line shows. */
type Sold<Product> = {
  readonly price: { readonly id: string };
  readonly product: Product;
  readonly quantity: number;
  readonly proration?: Proration | undefined;
};

type Proration = components['schemas']['transaction-details']['line_items'][number]['proration'];

/**
 * Returns the details of an unpaid sale.
 *
 * @param lineIds an ID for each item
 */
export function detailsOf<Product>(
  items: readonly Sold<Product>[],
  { line_items, tax_rates_used, totals }: Calculation,
  currency_code: CurrencyCode,
  lineIds: readonly string[],
) {
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
export function linesOf<Product>(items: readonly Sold<Product>[], calculated: readonly CalculatedLine[]) {
  return items.map(({ price, product, quantity, proration = null }, index) => {
    const line = calculated[index];
    if (line === undefined) throw new Error('An item of a sale has no line.');
    return { price_id: price.id, quantity, proration, ...line, product };
  });
}
