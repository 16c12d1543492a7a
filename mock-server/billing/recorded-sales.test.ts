import { expect, test } from 'vitest';
import { calculate, type Line, type LineTotals } from './calculation.ts';
import { Rational } from './rational.ts';
import { documentedSales } from './recorded-in-documents.ts';
import { recordedSales } from './recorded-in-logs.ts';
import type { Figures, RecordedLine, RecordedSale } from './recorded-sale.ts';

const sales = [...documentedSales, ...recordedSales];

test.each(sales)('$name: lines, units and totals of $source', (sale) => {
  const { line_items, totals, tax_rates_used } = calculate({
    lines: sale.lines.map((line) => lineOf(line, sale)),
    discount: sale.discount,
  });
  expect(line_items.map(({ totals, unit_totals }) => [figuresOf(unit_totals), figuresOf(totals)])).toEqual(
    sale.lines.map(([, , unit, line]) => [unit, line]),
  );
  expect(figuresOf(totals)).toEqual(sale.totals);
  expect(tax_rates_used).toEqual([{ tax_rate: sale.taxRate, totals }]);
});

function lineOf(recorded: RecordedLine, { taxMode, taxRate }: RecordedSale): Line {
  const [unitPrice, quantity, , , { proration = '1', isCounted = true } = {}] = recorded;
  return {
    unitPrice: BigInt(unitPrice),
    quantity: BigInt(quantity),
    taxRate: Rational.parse(taxRate),
    taxMode,
    proration: Rational.parse(proration),
    isCounted,
  };
}

function figuresOf({ subtotal, discount, tax, total }: LineTotals): Figures {
  return [Number(subtotal), Number(discount), Number(tax), Number(total)];
}
