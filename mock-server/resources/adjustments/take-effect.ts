import { adjustSums } from '../../billing/adjusted-totals.ts';
import type { Payout } from '../../billing/payout.ts';
import { settle, taxOfGrandTotal } from '../../billing/settlement.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { Adjustment } from './kind.ts';

type Details = Transaction['details'];

/** Returns true for an adjustment that changed its transaction: one that was approved, or was before its reversal. */
export function tookEffect({ status }: Adjustment): boolean {
  return status === 'approved' || status === 'reversed';
}

/** Returns true for a credit that reduces the amount due of an invoice, instead of adding to the customer's balance. */
export function isOfInvoice({ credit_applied_to_balance }: Adjustment): boolean {
  return credit_applied_to_balance === false;
}

/**
 * Returns the totals of a transaction after an adjustment took effect. They are settled if nothing is due any more.
 *
 * @param earlier its earlier adjustments
 * @param payout what a settlement is paid out in
 */
export function adjustTotals(
  { details, collection_mode }: Transaction,
  adjustment: Adjustment,
  earlier: readonly Adjustment[],
  payout: Payout | undefined,
): Details {
  const all = [...earlier.filter((one) => one.id !== adjustment.id && tookEffect(one)), adjustment];
  if (!isOfInvoice(adjustment)) return adjustSums(details, all);
  const reduced = reduceAmountDue(details, BigInt(adjustment.totals.total));
  return adjustSums(reduced.totals.balance === '0' ? settle(reduced, collection_mode, payout) : reduced, all);
}

/** @evidence official: the credit of a billed transaction includes its adjustments */
function reduceAmountDue(details: Details, amount: bigint): Details {
  const { totals } = details;
  const grand_total = String(BigInt(totals.grand_total) - amount);
  return {
    ...details,
    totals: {
      ...totals,
      credit: String(BigInt(totals.credit) + amount),
      balance: String(BigInt(totals.balance) - amount),
      grand_total,
      grand_total_tax: taxOfGrandTotal({ ...totals, grand_total }),
    },
  };
}
