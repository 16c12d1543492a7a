import type { CurrencyCode } from './money/currencies.ts';
import { Money } from './money/money.ts';
import { Rational } from './money/rational.ts';
import type { AdjustedPayoutTotals, Payout, PayoutTotals } from './payout.ts';

export type ChargebackFee = AdjustedPayoutTotals['chargeback_fee'];

export const noChargebackFee: ChargebackFee = { amount: '0', original: null };

const fees = { card: 1500n, paypal: 2000n };
const feeCurrencies = ['USD', 'EUR', 'GBP'] as const;

/** A sale whose payment is disputed. */
export type Disputed = { currency: CurrencyCode; isPaypal: boolean; paidOut: PayoutTotals };

/**
 * Returns the fee for a disputed payment: 15 of the buyer's currency, or 20 for PayPal.
 *
 * @see https://www.paddle.com/help/manage/risk-prevention/what-are-disputes
 * @evidence official: the amounts, in dollars, euros or pounds, and that `original` is null in the payout's currency. assumed:
 *   dollars for a sale in any other currency, and the exchange rate of the sale
 */
export function chargebackFeeOf({ currency, isPaypal, paidOut }: Disputed, payout: Payout | undefined): ChargebackFee {
  const charged = feeCurrencies.find((one) => one === currency) ?? 'USD';
  const fee = fees[isPaypal ? 'paypal' : 'card'];
  const paid = paidOut.currency_code;
  if (charged === paid) return { amount: String(fee), original: null };
  const rate = charged === currency ? Rational.parse(paidOut.exchange_rate) : payout?.exchangeRates.rate(charged, paid);
  if (!rate) throw new Error(`A fee in ${charged} cannot be paid in ${paid} without an exchange rate.`);
  const { amount } = new Money(fee, charged).in(paid, rate);
  return { amount: String(amount), original: { amount: String(fee), currency_code: charged } };
}

/** Adds up the fees of a transaction's chargebacks. Those of one transaction have one currency. */
export function addChargebackFees(fees: readonly ChargebackFee[]): ChargebackFee {
  const sum = (amounts: readonly string[]) => String(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
  const originals = fees.flatMap(({ original }) => original ?? []);
  const [first] = originals;
  return {
    amount: sum(fees.map(({ amount }) => amount)),
    original: first ? { ...first, amount: sum(originals.map(({ amount }) => amount)) } : null,
  };
}
