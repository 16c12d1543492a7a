import type { components } from '#openapi/generated/official.ts';
import { type Discount, type Discounted, discountShares, unitDiscount } from './discount-shares.ts';
import { Rational } from './money/rational.ts';
import { roundings } from './money/roundings.ts';

export type { Discount };

/** Totals of a line, in the API's format. */
export type LineTotals = components['schemas']['line-totals'];

/** A line to calculate. */
export type Line = {
  /** Price of a unit in the currency of the transaction, in its smallest unit. */
  unitPrice: bigint;
  /** Negative for a credit. */
  quantity: bigint;
  /** A share, such as 0.2. */
  taxRate: Rational;
  taxMode: 'exclusive' | 'inclusive';
  /** Share of the period that is charged; without it, all. */
  proration?: Rational;
  /** True if the discount applies to this line. Default: true. */
  isDiscounted?: boolean;
  /** True if the totals include this line. Default: true. */
  isCounted?: boolean;
};

export type CalculatedLine = {
  tax_rate: string;
  /** Totals of one unit, not negative. */
  unit_totals: LineTotals;
  totals: LineTotals;
};

export type Calculation = {
  /** One for each line, in its order. */
  line_items: CalculatedLine[];
  /** Sums of the lines with each tax rate. */
  tax_rates_used: { tax_rate: string; totals: LineTotals }[];
  /** Sums of the lines. */
  totals: LineTotals;
};

/** Amounts before they are printed. */
type Sums = { [name in keyof LineTotals]: bigint };
type Priced = Discounted & { net: Rational };

const one = Rational.of(1n);
const nothing: Sums = { subtotal: 0n, discount: 0n, tax: 0n, total: 0n };

/**
 * Computes lines, units and totals. Each line and each unit is rounded by itself; totals are sums of rounded lines.
 *
 * @evidence observed: 109 of 112 recorded lines; the totals of their transactions are sums, even where tax on the sum
 *   would differ. assumed: a flat discount is for the counted lines
 */
export function calculate({
  lines,
  discount,
}: {
  lines: readonly Line[];
  discount?: Discount | null | undefined;
}): Calculation {
  const sums = lineSums(lines, discount ?? undefined);
  const counted = sums.filter((_, index) => lines[index]?.isCounted !== false);
  return {
    line_items: sums.map(({ taxRate, unit, line }) => ({
      tax_rate: taxRate.toString(),
      unit_totals: printed(unit),
      totals: printed(line),
    })),
    tax_rates_used: byRate(counted),
    totals: printed(counted.map(({ line }) => line).reduce(added, nothing)),
  };
}

type Summed = { taxRate: Rational; unit: Sums; line: Sums };

function lineSums(lines: readonly Line[], discount: Discount | undefined): Summed[] {
  const priced = lines.map((line) => priceOf(line, line.quantity));
  const eligible = priced.map((price, index) => {
    const { isDiscounted = true, isCounted = true } = lines[index] ?? {};
    return isDiscounted && (isCounted || discount?.type !== 'flat') ? price : undefined;
  });
  const discounts = discount ? discountShares(eligible, discount) : [];
  return lines.map((line, index) => {
    const { taxRate, quantity } = line;
    const unit = priceOf(line, 1n);
    const ofLine = discounts[index] ?? 0n;
    const ofUnit = discount && eligible[index] ? unitDiscount(unit, discount, ofLine, quantity) : 0n;
    return { taxRate, unit: taxed(unit, ofUnit, taxRate), line: taxed(priced[index] ?? unit, ofLine, taxRate) };
  });
}

function priceOf({ unitPrice, taxRate, taxMode, proration = one }: Line, quantity: bigint): Priced {
  const seats = proration.times(Rational.of(quantity));
  const listed = seats.times(Rational.of(unitPrice));
  const divisor = taxMode === 'inclusive' ? one.plus(taxRate) : one;
  const net = listed.over(divisor);
  const subtotal = net.round(roundings.subtotal);
  return { net, subtotal, listed: listed.round(roundings.subtotal), seats, divisor };
}

/** Adds tax. It is never rounded on its own: it is what remains of the total. */
function taxed({ net, subtotal }: Priced, discount: bigint, taxRate: Rational): Sums {
  const left = subtotal - discount;
  const isTaxed = left !== 0n && taxRate.numerator !== 0n;
  const total = isTaxed ? net.minus(Rational.of(discount)).times(one.plus(taxRate)).round(roundings.total) : left;
  return { subtotal, discount, tax: total - left, total };
}

function byRate(lines: readonly Summed[]): Calculation['tax_rates_used'] {
  const rates = new Map<string, Sums>();
  for (const { taxRate, line } of lines) {
    const rate = taxRate.toString();
    rates.set(rate, added(rates.get(rate) ?? nothing, line));
  }
  return [...rates].map(([tax_rate, sums]) => ({ tax_rate, totals: printed(sums) }));
}

function added(one: Sums, other: Sums): Sums {
  return {
    subtotal: one.subtotal + other.subtotal,
    discount: one.discount + other.discount,
    tax: one.tax + other.tax,
    total: one.total + other.total,
  };
}

function printed({ subtotal, discount, tax, total }: Sums): LineTotals {
  return { subtotal: String(subtotal), discount: String(discount), tax: String(tax), total: String(total) };
}
