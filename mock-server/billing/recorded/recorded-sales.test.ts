import { describe, expect, test } from 'vitest';
import { type Calculation, calculate, type Line, type LineTotals } from '../calculation.ts';
import { Rational } from '../money/rational.ts';
import { openSums, settleSums } from '../settlement.ts';
import { recordedInDocuments } from './recorded-in-documents.ts';
import { recordedInLogs } from './recorded-in-logs.ts';
import type { Figures, RecordedLine, RecordedSale } from './recorded-sale.ts';

const sales = [...recordedInDocuments, ...recordedInLogs];

describe.each(sales)('$name, of $source', (sale) => {
  const { line_items, totals, tax_rates_used } = calculationOf(sale);

  test('has the recorded lines and units', () => {
    expect(line_items.map(({ totals, unit_totals }) => [figuresOf(unit_totals), figuresOf(totals)])).toEqual(
      sale.lines.map(([, , unit, line]) => [unit, line]),
    );
  });

  test('has the recorded totals', () => {
    expect(figuresOf(totals)).toEqual(sale.totals);
    expect(tax_rates_used).toEqual([{ tax_rate: sale.taxRate, totals }]);
    const { credit = 0, creditToBalance = 0, grandTotal = sale.totals[3] - credit } = sale;
    expect(openSums(totals, sale.currency ?? 'USD', BigInt(credit)).totals).toMatchObject({
      credit: String(credit),
      credit_to_balance: String(creditToBalance),
      grand_total: String(grandTotal),
      balance: String(grandTotal),
    });
  });
});

test.each(sales.filter(({ settled }) => settled))('$name: fee, earnings and payout of $source', (sale) => {
  const { mode = 'automatic', fee, earnings } = sale.settled ?? {};
  const { currency: sold = 'USD' } = sale;
  const { currency = sold, exchangeRate = '1', sums } = sale.payout ?? {};
  const rate = Rational.parse(exchangeRate);
  const exchangeRates = { rate: (from: string) => (from === sold ? rate : Rational.of(1n).over(rate)) };
  const open = openSums(calculationOf(sale).totals, sold);
  const { totals, payout_totals } = settleSums(open, mode, { currency, exchangeRates });
  expect(totals).toMatchObject({ fee: String(fee), earnings: String(earnings) });
  expect(payout_totals).toMatchObject({ currency_code: currency, exchange_rate: exchangeRate });
  const [subtotal, , tax, total] = sale.totals;
  const paid = (['subtotal', 'tax', 'total', 'fee', 'earnings'] as const).map((name) => Number(payout_totals?.[name]));
  expect(paid).toEqual(sums ?? [subtotal, tax, total, fee, earnings]);
});

test.each([
  [7000, '400', '6600'],
  [1000, '100', '900'],
])('W08: of %i without tax in public logs of webhooks, the fee is %s and %s is earned', (total, fee, earnings) => {
  const sold = { subtotal: String(total), discount: '0', tax: '0', total: String(total) };
  expect(settleSums(openSums(sold, 'USD'), 'automatic').totals).toMatchObject({ fee, earnings });
});

function calculationOf(sale: RecordedSale): Calculation {
  return calculate({ lines: sale.lines.map((line) => lineOf(line, sale)), discount: sale.discount });
}

function lineOf(recorded: RecordedLine, { taxMode = 'exclusive', taxRate }: RecordedSale): Line {
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
