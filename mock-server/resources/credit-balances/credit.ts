import { taxOfGrandTotal } from '../../billing/settlement.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { CreditBalance } from './kind.ts';

/** Amounts of credit, in the currency's smallest unit. */
type Amounts = { available: bigint; reserved: bigint; used: bigint };

const nothing: Amounts = { available: 0n, reserved: 0n, used: 0n };

/** Statuses in which a transaction's credit is reserved: it is billed or paid, and not completed. */
const reservedIn: readonly Transaction['status'][] = ['billed', 'past_due', 'paid'];

/**
 * Returns a customer's credit after a change of one of their transactions.
 *
 * @param before what the transaction took and gave before the change, if there was one
 */
export function followTransaction(credit: CreditBalance, before: Amounts = nothing, after: Amounts): CreditBalance {
  const available = after.available - before.available;
  const [reserved, used] = [after.reserved - before.reserved, after.used - before.used];
  return available === 0n && reserved === 0n && used === 0n ? credit : add(credit, { available, reserved, used });
}

/**
 * Pays as much as possible of a transaction that is about to be billed or paid with its customer's available credit. One that
 * is billed already has its credit.
 *
 * @evidence official, that credit is applied by itself. assumed: a transaction has none before it is billed or paid
 */
export function payWithCredit(transaction: Transaction, { balance }: CreditBalance): Transaction {
  const { totals, adjusted_totals } = transaction.details;
  // A failed payment may have left credit that was not reserved, and that may have been used elsewhere since.
  const earlier = BigInt(totals.credit);
  const [available, due] = [BigInt(balance.available), BigInt(totals.balance) + earlier];
  const credit = available < due ? available : due;
  if (reservedIn.includes(transaction.status) || (credit <= 0n && earlier === 0n)) return transaction;
  const less = (one: string) => String(BigInt(one) + earlier - credit);
  const grand_total = less(totals.grand_total);
  const adjusted = less(adjusted_totals.grand_total);
  return {
    ...transaction,
    details: {
      ...transaction.details,
      totals: {
        ...totals,
        credit: String(credit),
        balance: less(totals.balance),
        grand_total,
        grand_total_tax: taxOfGrandTotal({ ...totals, grand_total }),
      },
      adjusted_totals: {
        ...adjusted_totals,
        grand_total: adjusted,
        grand_total_tax: taxOfGrandTotal({ ...adjusted_totals, grand_total: adjusted }),
      },
    },
  };
}

/**
 * Returns what a transaction takes from its customer's balance, and adds to it. Its credit is reserved while it is billed or
 * paid, used once it is completed, and available again if it is canceled. A completed one adds its `credit_to_balance`.
 *
 * @param ofInvoice the part of its credit that did not come from the balance
 * @evidence official. assumed: a negative total is added at completion
 */
export function creditIn({ status, details }: Transaction, ofInvoice: bigint): Amounts {
  const { credit, credit_to_balance } = details.totals;
  const taken = BigInt(credit) - ofInvoice;
  const reserved = reservedIn.includes(status) ? taken : 0n;
  const used = status === 'completed' ? taken : 0n;
  const given = status === 'completed' ? BigInt(credit_to_balance) : 0n;
  return { available: given - reserved - used, reserved, used };
}

/** Adds amounts to a balance. An imported transaction may have credit that the balance lacks, so none goes below zero. */
function add(credit: CreditBalance, { available, reserved, used }: Amounts): CreditBalance {
  const sum = (one: string, other: bigint) => {
    const total = BigInt(one) + other;
    return String(total < 0n ? 0n : total);
  };
  const { balance } = credit;
  return {
    ...credit,
    balance: {
      available: sum(balance.available, available),
      reserved: sum(balance.reserved, reserved),
      used: sum(balance.used, used),
    },
  };
}
