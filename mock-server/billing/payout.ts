import type { components as Guide } from '#openapi/generated/guide.ts';
import type { components as Official } from '#openapi/generated/official.ts';
import type { CurrencyCode } from './money/currencies.ts';
import { Money } from './money/money.ts';
import { Rational, type Rounding } from './money/rational.ts';
import { roundings } from './money/roundings.ts';

type Schemas = Guide['schemas'] | Official['schemas'];
type Totals = Schemas['transaction-totals'];
export type PayoutTotals = Schemas['payout-totals'];
export type AdjustedPayoutTotals = Schemas['adjusted-payout-totals'];

/** Currency that the seller is paid in, and the rates that a settlement needs. */
export type Payout = {
  currency: CurrencyCode;
  exchangeRates: { rate(from: CurrencyCode, to: CurrencyCode): Rational };
};

/** Decimal places of the exchange rates that Paddle shows, at most. @evidence observed */
const exchangeRateDigits = 16;

/**
 * Converts settled totals to the currency of the payout. Without one, the payout is in that of the transaction.
 *
 * @evidence observed: 1500 euro cents with 260 of tax and a fee of 124, at 1.0081210999999999, are 1512 US cents with
 *   262 and 125; the subtotal is the difference. assumed: discounts, credits and balances are rounded as totals are
 */
export function payOut(totals: Totals, fee: string, fee_rate: string, payout: Payout | undefined): PayoutTotals {
  const { currency_code: sold } = totals;
  const { currency: paid = sold, exchangeRates } = payout ?? {};
  const exact = exchangeRates?.rate(sold, paid) ?? Rational.of(1n);
  const rate = exact.roundTo(exchangeRateDigits, 'half-even');
  const converted = (amount: string, rounding?: Rounding) =>
    new Money(BigInt(amount), sold).in(paid, rate, rounding).amount;
  const total = converted(totals.total);
  const discount = converted(totals.discount);
  const tax = converted(totals.tax, roundings.payoutTax);
  const paidFee = converted(fee);
  return {
    subtotal: String(total - tax + discount),
    discount: String(discount),
    tax: String(tax),
    total: String(total),
    credit: String(converted(totals.credit)),
    credit_to_balance: String(converted(totals.credit_to_balance)),
    balance: String(converted(totals.balance)),
    grand_total: String(converted(totals.grand_total)),
    grand_total_tax: String(converted(totals.grand_total_tax, roundings.payoutTax)),
    fee: String(paidFee),
    earnings: String(total - tax - paidFee),
    currency_code: paid,
    exchange_rate: rate.toString(),
    fee_rate,
  };
}

/** Returns payout totals with nothing adjusted, which are after the discount. */
export function unadjustedPayout(totals: PayoutTotals): AdjustedPayoutTotals {
  const { subtotal, discount, tax, total, fee, earnings, currency_code, exchange_rate } = totals;
  return {
    subtotal: String(BigInt(subtotal) - BigInt(discount)),
    tax,
    total,
    fee,
    retained_fee: '0',
    chargeback_fee: { amount: '0', original: null },
    earnings,
    currency_code,
    exchange_rate,
  };
}
