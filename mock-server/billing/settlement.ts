import type { Transaction } from '../state/entities.ts';

type Details = Transaction['details'];

/** What is still to pay, in the currency's smallest unit. */
export function amountDue({ totals }: Details): bigint {
  return BigInt(totals.balance);
}

/** The sums of a transaction when all of it is paid. */
export function payOff(details: Details): Details {
  return { ...details, totals: { ...details.totals, balance: '0' } };
}

/**
 * The sums of a transaction when it is completed: with Paddle's fee, what is earned, and what is paid out. The payout
 * is in the currency of the transaction.
 *
 * @evidence official: these are known from completion on. assumed: the currency of the payout.
 */
export function settle(details: Details): Details {
  const { subtotal, tax, total, currency_code } = details.totals;
  const fee = feeOf(BigInt(total));
  const settled = { fee: String(fee), earnings: String(BigInt(total) - BigInt(tax) - fee) };
  const totals = { ...details.totals, ...settled };
  const chargeback_fee = { amount: '0', original: null };
  return {
    ...details,
    totals,
    adjusted_totals: { ...details.adjusted_totals, ...settled },
    payout_totals: totals,
    adjusted_payout_totals: { subtotal, tax, total, currency_code, chargeback_fee, ...settled },
  };
}

/** @evidence official: Paddle's list price, 5 % and 50 cents; assumed: rounded to the nearest unit, nothing for nothing */
function feeOf(total: bigint): bigint {
  return total > 0n ? (total * 5n + 50n) / 100n + 50n : 0n;
}
