import type { components as Guide } from '#openapi/generated/guide.ts';
import type { components as Official } from '#openapi/generated/official.ts';
import { type AdjustedItem, type AdjustmentSums, payOutAdjustment } from './adjustment.ts';
import type { LineTotals } from './calculation.ts';
import type { CurrencyCode } from './money/currencies.ts';
import { Money } from './money/money.ts';
import { Rational } from './money/rational.ts';
import { roundings } from './money/roundings.ts';
import { type Payout, type PayoutTotals, payOut, unadjustedPayout } from './payout.ts';

type Schemas = Guide['schemas'] | Official['schemas'];
type Details = Schemas['transaction-details'];
type Totals = Details['totals'];
export type Sums = Pick<Details, 'totals' | 'adjusted_totals' | 'payout_totals' | 'adjusted_payout_totals'>;
/** Collection mode of a transaction, which determines Paddle's fee. */
type CollectionMode = Schemas['transaction']['collection_mode'];

/** A share of the total, and a fixed amount in US cents. */
type Fee = { rate: string; fixed: bigint };

/** @evidence observed: 5 % and 50 cents; 3.5 % of an invoice; none for a total of zero */
const fees: { readonly [Mode in CollectionMode]: Fee } = {
  automatic: { rate: '0.05', fixed: 50n },
  manual: { rate: '0.035', fixed: 0n },
};
const noFee: Fee = { rate: '0', fixed: 0n };

/** Returns the parameters of Paddle's fee for a total. */
export function feeOf(total: bigint, mode: CollectionMode): Fee {
  return total > 0n ? fees[mode] : noFee;
}

/**
 * Returns the sums of an unpaid sale, with the amount due and without adjustments. The credit is all that the customer's
 * balance and adjustments of an invoice have paid.
 *
 * @evidence official; observed: adjusted sums are after the discount, with "0" where fee and earnings are not known
 */
export function openSums(sold: LineTotals, currency_code: CurrencyCode, credit = 0n): Sums {
  const { subtotal, discount, tax, total } = sold;
  const owed = owedOf(sold, credit);
  const { grand_total, grand_total_tax } = owed;
  const net = String(BigInt(subtotal) - BigInt(discount));
  const unsettled = { fee: '0', retained_fee: '0', earnings: '0' };
  return {
    totals: { subtotal, discount, tax, total, ...owed, fee: null, earnings: null, currency_code },
    adjusted_totals: { subtotal: net, tax, total, grand_total, grand_total_tax, ...unsettled, currency_code },
    payout_totals: null,
    adjusted_payout_totals: null,
  };
}

/** Returns what is due of a total. @evidence observed: a negative one goes to the customer's balance */
function owedOf({ tax, total }: LineTotals, credit: bigint) {
  const left = BigInt(total) - credit;
  const grand_total = String(left > 0n ? left : 0n);
  return {
    credit: String(credit),
    credit_to_balance: String(BigInt(total) < 0n ? -BigInt(total) : 0n),
    balance: grand_total,
    grand_total,
    grand_total_tax: taxOfGrandTotal({ tax, total, grand_total }),
  };
}

/**
 * Returns the same sums after completion: with Paddle's fee, earnings, and payout. Without a payout's currency, it is
 * paid in the transaction's, with a fixed fee of 50 of the smallest unit.
 *
 * @evidence observed: the fee is of the total with tax, before credit; its fixed part is 50 US cents, converted and cut
 */
export function settleSums({ totals: open, adjusted_totals }: Sums, mode: CollectionMode, payout?: Payout): Sums {
  const total = BigInt(open.total);
  const { rate: fee_rate, fixed } = feeOf(total, mode);
  const share = Rational.of(total).times(Rational.parse(fee_rate)).round(roundings.fee);
  const fee = String(share + fixedFee(fixed, open.currency_code, payout));
  const settled = { fee, earnings: String(total - BigInt(open.tax) - BigInt(fee)) };
  const totals = { ...open, ...settled };
  const payout_totals = payOut(totals, fee, fee_rate, payout);
  const { total: left, tax, subtotal } = adjusted_totals;
  const credited = {
    subtotal: String(BigInt(open.subtotal) - BigInt(open.discount) - BigInt(subtotal)),
    tax: String(BigInt(open.tax) - BigInt(tax)),
    total: String(total - BigInt(left)),
  };
  return {
    totals,
    adjusted_totals: { ...adjusted_totals, fee, earnings: String(BigInt(left) - BigInt(tax) - BigInt(fee)) },
    payout_totals,
    adjusted_payout_totals: creditedPayout(payout_totals, credited, open.currency_code),
  };
}

/** Returns the payout less what was credited before it. @evidence assumed: as a later adjustment */
function creditedPayout(payout: PayoutTotals, credited: AdjustedItem, currency_code: CurrencyCode) {
  const whole = unadjustedPayout(payout);
  const off = payOutAdjustment(unearned(credited, currency_code), payout);
  const less = (name: 'subtotal' | 'tax' | 'total' | 'earnings') => String(BigInt(whole[name]) - BigInt(off[name]));
  return { ...whole, subtotal: less('subtotal'), tax: less('tax'), total: less('total'), earnings: less('earnings') };
}

/** Returns the sums of a credit that was given before there was a fee. */
function unearned(credited: AdjustedItem, currency_code: CurrencyCode): AdjustmentSums {
  return { ...credited, fee: '0', retained_fee: '0', earnings: credited.subtotal, currency_code };
}

function fixedFee(cents: bigint, currency: CurrencyCode, payout: Payout | undefined): bigint {
  if (!payout) return cents;
  const rate = payout.exchangeRates.rate('USD', currency);
  return new Money(cents, 'USD').in(currency, rate, roundings.fixedFee).amount;
}

/**
 * Returns the tax in the grand total: all of it, less the share that a credit pays.
 *
 * @evidence official, that it is in proportion; assumed: rounded to the nearest unit
 */
export function taxOfGrandTotal({ tax, total, grand_total }: Pick<Totals, 'tax' | 'total' | 'grand_total'>): string {
  if (total === grand_total || BigInt(total) === 0n) return tax;
  return String(Rational.of(BigInt(tax) * BigInt(grand_total), BigInt(total)).round(roundings.grandTotalTax));
}

/** Returns the amount still to be paid, in the currency's smallest unit. */
export function amountDue({ totals }: Pick<Details, 'totals'>): bigint {
  return BigInt(totals.balance);
}

/** Returns the sums of a fully paid transaction. */
export function payOff<Paid extends Pick<Details, 'totals'>>(details: Paid): Paid {
  return { ...details, totals: { ...details.totals, balance: '0' } };
}

/** Returns the sums of a completed transaction. @evidence official: fee, earnings and payout are known from then on. */
export function settle<Settled extends Sums>(details: Settled, mode: CollectionMode, payout?: Payout): Settled {
  return { ...details, ...settleSums(details, mode, payout) };
}
