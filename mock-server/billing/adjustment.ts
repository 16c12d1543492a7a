import type { components } from '#openapi/generated/official.ts';
import type { LineTotals } from './calculation.ts';
import type { CurrencyCode } from './money/currencies.ts';
import { Money } from './money/money.ts';
import { Rational, type Rounding } from './money/rational.ts';
import { roundings } from './money/roundings.ts';

type Schemas = components['schemas'];
type TransactionTotals = Pick<Schemas['transaction-totals'], 'total' | 'fee' | 'currency_code'>;
type PayoutTotals = Pick<Schemas['payout-totals'], 'currency_code' | 'exchange_rate'>;

/** Totals of an adjusted line, in the API's format. */
export type AdjustedItem = { subtotal: string; tax: string; total: string };

/** Totals of an adjustment. Fee and earnings are what Paddle and the seller give back. */
export type AdjustmentSums = AdjustedItem & {
  fee: string;
  retained_fee: string;
  earnings: string;
  currency_code: CurrencyCode;
};

/** A line of a transaction, as it was sold. */
export type AdjustableLine = { totals: LineTotals; tax_rate: string };

/** Part of a line to adjust. An amount includes tax, unless the tax mode is external. */
export type ItemAdjustment =
  | { type: 'full' }
  | { type: 'tax' }
  | { type: 'partial'; amount: bigint; taxMode?: 'internal' | 'external' }
  | { type: 'proration'; rate: Rational };

/** Returns what remains of a line's total, with tax, after earlier adjustments. */
export function leftOf({ totals }: AdjustableLine, earlier: readonly AdjustedItem[]): bigint {
  return earlier.reduce((left, { total }) => left - BigInt(total), BigInt(totals.total));
}

/**
 * Returns the totals of an adjusted line. Earlier adjustments are those of this line that count.
 *
 * @evidence observed: the part before tax is computed from the amount with tax, also of a share of a period and of what
 *   an earlier credit left. official: an external tax is added to the amount; the adjustment of a tax has no subtotal.
 *   assumed: a full adjustment of an untouched line has the line's own figures
 */
export function adjustLine(line: AdjustableLine, earlier: readonly AdjustedItem[], item: ItemAdjustment): AdjustedItem {
  const { subtotal, discount, tax, total } = line.totals;
  const factor = Rational.of(1n).plus(Rational.parse(line.tax_rate));
  switch (item.type) {
    case 'full':
      if (earlier.length === 0) return { subtotal: String(BigInt(subtotal) - BigInt(discount)), tax, total };
      return withTaxInside(leftOf(line, earlier), factor);
    case 'tax': {
      const left = String(earlier.reduce((sum, item) => sum - BigInt(item.tax), BigInt(tax)));
      return { subtotal: '0', tax: left, total: left };
    }
    case 'proration':
      return withTaxInside(item.rate.times(Rational.of(BigInt(total))).round(roundings.adjustedTotal), factor);
    case 'partial':
      return item.taxMode === 'external' ? withTaxAdded(item.amount, factor) : withTaxInside(item.amount, factor);
  }
}

function withTaxInside(total: bigint, factor: Rational): AdjustedItem {
  const subtotal = Rational.of(total).over(factor).round(roundings.adjustedSubtotal);
  return { subtotal: String(subtotal), tax: String(total - subtotal), total: String(total) };
}

function withTaxAdded(subtotal: bigint, factor: Rational): AdjustedItem {
  const total = Rational.of(subtotal).times(factor).round(roundings.total);
  return { subtotal: String(subtotal), tax: String(total - subtotal), total: String(total) };
}

/**
 * Returns the totals of an adjustment: sums of its lines, with their share of the transaction's fee.
 *
 * @evidence observed: the fee is in proportion to the totals with tax; earnings are without tax and fee
 */
export function sumAdjustment(items: readonly AdjustedItem[], transaction: TransactionTotals): AdjustmentSums {
  const sum = (name: keyof AdjustedItem) => items.reduce((sum, item) => sum + BigInt(item[name]), 0n);
  const [subtotal, tax, total] = [sum('subtotal'), sum('tax'), sum('total')];
  const fee = shareOfFee(total, transaction);
  return {
    subtotal: String(subtotal),
    tax: String(tax),
    total: String(total),
    fee: String(fee),
    retained_fee: '0',
    earnings: String(subtotal - fee),
    currency_code: transaction.currency_code,
  };
}

function shareOfFee(total: bigint, { fee, total: whole }: TransactionTotals): bigint {
  if (fee === null || BigInt(whole) === 0n) return 0n;
  return Rational.of(BigInt(fee) * total, BigInt(whole)).round(roundings.fee);
}

/**
 * Converts the totals of an adjustment to the payout's currency.
 *
 * @evidence observed: 6999 of tax at 0.644668 are 4513; the part before tax is the difference. assumed: no other
 *   rounding of tax, since no other is recorded
 */
export function payOutAdjustment(sums: AdjustmentSums, payout: PayoutTotals): AdjustmentSums {
  const rate = Rational.parse(payout.exchange_rate);
  const convert = (amount: string, rounding: Rounding = roundings.conversion) =>
    new Money(BigInt(amount), sums.currency_code).in(payout.currency_code, rate, rounding).amount;
  const [total, tax, fee] = [convert(sums.total), convert(sums.tax, roundings.adjustedPayoutTax), convert(sums.fee)];
  return {
    subtotal: String(total - tax),
    tax: String(tax),
    total: String(total),
    fee: String(fee),
    retained_fee: String(convert(sums.retained_fee)),
    earnings: String(total - tax - fee),
    currency_code: payout.currency_code,
  };
}

/** Returns the totals of the reversal of an adjustment. @evidence observed: every figure is negative */
export function reverseAdjustment(sums: AdjustmentSums): AdjustmentSums {
  const negated = (amount: string) => String(-BigInt(amount));
  return {
    subtotal: negated(sums.subtotal),
    tax: negated(sums.tax),
    total: negated(sums.total),
    fee: negated(sums.fee),
    retained_fee: negated(sums.retained_fee),
    earnings: negated(sums.earnings),
    currency_code: sums.currency_code,
  };
}

/** Returns sums of adjusted lines by tax rate. */
export function adjustedTaxRates(
  items: readonly { tax_rate: string; totals: AdjustedItem }[],
): { tax_rate: string; totals: AdjustedItem }[] {
  const rates = new Map<string, AdjustedItem>();
  for (const { tax_rate, totals } of items) {
    const { subtotal, tax, total } = rates.get(tax_rate) ?? { subtotal: '0', tax: '0', total: '0' };
    rates.set(tax_rate, {
      subtotal: String(BigInt(subtotal) + BigInt(totals.subtotal)),
      tax: String(BigInt(tax) + BigInt(totals.tax)),
      total: String(BigInt(total) + BigInt(totals.total)),
    });
  }
  return [...rates].map(([tax_rate, totals]) => ({ tax_rate, totals }));
}
