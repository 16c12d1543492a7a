import type { components as Guide } from '#openapi/generated/guide.ts';
import type { components as Official } from '#openapi/generated/official.ts';
import { type AdjustedItem, type AdjustmentSums, payOutAdjustment } from './adjustment.ts';
import { addChargebackFees, type ChargebackFee } from './chargeback-fee.ts';
import type { CurrencyCode } from './money/currencies.ts';
import { type AdjustedPayoutTotals, type PayoutTotals, unadjustedPayout } from './payout.ts';
import { type Sums, taxOfGrandTotal } from './settlement.ts';

type Schemas = Guide['schemas'] | Official['schemas'];
type Totals = Schemas['transaction-totals'];
type AdjustedTotals = Schemas['adjusted-totals'];

/** An adjustment that counts: neither pending nor rejected. */
export type CountedAdjustment = {
  action: string;
  /** False for a credit that an invoice's own credit includes. */
  credit_applied_to_balance: boolean | null;
  totals: AdjustedItem & { fee: string; retained_fee: string; earnings: string };
  payout_totals: (AdjustmentSums & { chargeback_fee?: ChargebackFee }) | null;
};

const names = ['subtotal', 'tax', 'total', 'fee', 'retained_fee', 'earnings'] as const;
type Amounts = Record<(typeof names)[number], bigint>;

/**
 * Returns the sums of a transaction with its adjusted totals recalculated.
 *
 * @evidence observed: each adjusted amount is the transaction's, after the discount, less those of its adjustments.
 *   assumed: the grand total is less what the customer's balance paid
 */
export function adjustSums<Adjusted extends Sums>(sums: Adjusted, adjustments: readonly CountedAdjustment[]): Adjusted {
  const { totals, payout_totals } = sums;
  const adjusted_totals = adjustTotals(totals, adjustments);
  const adjusted_payout_totals = payout_totals && adjustPayout(payout_totals, adjustments, totals.currency_code);
  return { ...sums, adjusted_totals, adjusted_payout_totals };
}

function adjustTotals(totals: Totals, adjustments: readonly CountedAdjustment[]): AdjustedTotals {
  const { fee, earnings, currency_code } = totals;
  const whole = {
    subtotal: BigInt(totals.subtotal) - BigInt(totals.discount),
    tax: BigInt(totals.tax),
    total: BigInt(totals.total),
    fee: BigInt(fee ?? '0'),
    retained_fee: 0n,
    earnings: BigInt(earnings ?? '0'),
  };
  const off = addUp(adjustments.map(({ totals }) => totals));
  // Before completion there is no fee to share, and nothing is earned.
  const left = fee === null ? { ...less(whole, off), fee: 0n, earnings: 0n } : less(whole, off);
  const ofInvoice = adjustments.filter((one) => one.action === 'credit' && one.credit_applied_to_balance === false);
  const ofBalance = BigInt(totals.credit) - addUp(ofInvoice.map(({ totals }) => totals)).total;
  const due = left.total - ofBalance;
  const { tax, total, ...others } = printed(left);
  const grand_total = String(due > 0n ? due : 0n);
  const grand_total_tax = taxOfGrandTotal({ tax, total, grand_total });
  return { ...others, tax, total, grand_total, grand_total_tax, currency_code };
}

function adjustPayout(
  totals: PayoutTotals,
  adjustments: readonly CountedAdjustment[],
  currency_code: CurrencyCode,
): AdjustedPayoutTotals {
  const whole = unadjustedPayout(totals);
  // A credit of an invoice is older than its payout.
  const paid = adjustments.map(
    (one): CountedAdjustment['payout_totals'] & object =>
      one.payout_totals ?? payOutAdjustment({ ...one.totals, currency_code }, totals),
  );
  const left = less(addUp([whole]), addUp(paid));
  const chargeback_fee = addChargebackFees(paid.flatMap((one) => one.chargeback_fee ?? []));
  return { ...whole, ...printed(left), chargeback_fee };
}

/** Returns the sums of a transaction's adjustments by kind of action, as `include=adjustments_totals` shows them. */
export function totalAdjustments(
  adjustments: readonly CountedAdjustment[],
  currency_code: CurrencyCode,
): Schemas['adjustments-totals'] {
  const totalOf = (action: string) =>
    addUp(adjustments.filter((one) => one.action.startsWith(action)).map(({ totals }) => totals)).total;
  return {
    ...printed(addUp(adjustments.map(({ totals }) => totals))),
    breakdown: {
      credit: String(totalOf('credit')),
      refund: String(totalOf('refund')),
      chargeback: String(totalOf('chargeback')),
    },
    currency_code,
  };
}

function addUp(all: readonly Record<(typeof names)[number], string>[]): Amounts {
  const sum = (name: (typeof names)[number]) => all.reduce((sum, one) => sum + BigInt(one[name]), 0n);
  return {
    subtotal: sum('subtotal'),
    tax: sum('tax'),
    total: sum('total'),
    fee: sum('fee'),
    retained_fee: sum('retained_fee'),
    earnings: sum('earnings'),
  };
}

/** A fee that is retained is added: it is Paddle's, whatever is given back. */
function less(whole: Amounts, off: Amounts): Amounts {
  return {
    subtotal: whole.subtotal - off.subtotal,
    tax: whole.tax - off.tax,
    total: whole.total - off.total,
    fee: whole.fee - off.fee,
    retained_fee: whole.retained_fee + off.retained_fee,
    earnings: whole.earnings - off.earnings,
  };
}

function printed(amounts: Amounts): Record<(typeof names)[number], string> {
  return {
    subtotal: String(amounts.subtotal),
    tax: String(amounts.tax),
    total: String(amounts.total),
    fee: String(amounts.fee),
    retained_fee: String(amounts.retained_fee),
    earnings: String(amounts.earnings),
  };
}
