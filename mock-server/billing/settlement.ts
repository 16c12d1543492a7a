import type { components as Guide } from '#openapi/generated/guide.ts';
import type { components as Official } from '#openapi/generated/official.ts';
import { Rational } from './rational.ts';
import { roundings } from './roundings.ts';

type Schemas = Guide['schemas'] | Official['schemas'];
type Details = Schemas['transaction-details'];
type Totals = Details['totals'];
type Sums = Pick<Details, 'totals' | 'adjusted_totals' | 'payout_totals' | 'adjusted_payout_totals'>;
/** Collection mode of a transaction, which determines Paddle's fee. */
type CollectionMode = Schemas['transaction']['collection_mode'];

/** A share of the total, and a fixed amount in the smallest unit of the currency. */
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
 * Returns the sums of an unsettled sale, with the amount due and without adjustments.
 *
 * @evidence official; observed: adjusted sums are after the discount, with "0" where fee and earnings are not known
 */
export function openSums(sold: Omit<Totals, 'grand_total_tax' | 'fee' | 'earnings'>): Sums {
  const totals = { ...sold, grand_total_tax: taxOfGrandTotal(sold), fee: null, earnings: null };
  const { tax, total, grand_total, grand_total_tax, currency_code } = totals;
  const subtotal = String(BigInt(totals.subtotal) - BigInt(totals.discount));
  return {
    totals,
    adjusted_totals: {
      subtotal,
      tax,
      total,
      grand_total,
      grand_total_tax,
      fee: '0',
      retained_fee: '0',
      earnings: '0',
      currency_code,
    },
    payout_totals: null,
    adjusted_payout_totals: null,
  };
}

/**
 * Returns the same sums after completion: with Paddle's fee, earnings, and payout, which is in the currency of the
 * transaction.
 *
 * @evidence observed: the fee is of the total with tax, before credit; assumed: the currency of the payout
 */
export function settleSums({ totals: open, adjusted_totals }: Sums, mode: CollectionMode): Sums {
  const total = BigInt(open.total);
  const { rate: fee_rate, fixed } = feeOf(total, mode);
  const fee = Rational.of(total).times(Rational.parse(fee_rate)).round(roundings.fee) + fixed;
  const settled = { fee: String(fee), earnings: String(total - BigInt(open.tax) - fee) };
  const totals = { ...open, ...settled };
  const adjusted = { ...adjusted_totals, ...settled };
  const { grand_total: _, grand_total_tax: __, ...paidOut } = adjusted;
  const exchange_rate = '1';
  return {
    totals,
    adjusted_totals: adjusted,
    payout_totals: { ...totals, exchange_rate, fee_rate },
    adjusted_payout_totals: { ...paidOut, chargeback_fee: { amount: '0', original: null }, exchange_rate },
  };
}

/**
 * Returns the tax in the grand total: all of it, less the share that a credit pays.
 *
 * @evidence official, that it is in proportion; assumed: rounded to the nearest unit
 */
export function taxOfGrandTotal({ tax, total, grand_total }: Pick<Totals, 'tax' | 'total' | 'grand_total'>): string {
  const whole = BigInt(total);
  if (whole <= 0n || total === grand_total) return tax;
  return String(Rational.of(BigInt(tax) * BigInt(grand_total), whole).round(roundings.grandTotalTax));
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
export function settle<Settled extends Sums>(details: Settled, mode: CollectionMode): Settled {
  return { ...details, ...settleSums(details, mode) };
}
