import { splitAmount } from '../../billing/money/split-amount.ts';
import { addCycles } from '../../billing/period.ts';
import type { Address } from '../addresses/kind.ts';
import type { Business } from '../businesses/kind.ts';
import type { Customer } from '../customers/kind.ts';
import type { Discount } from '../discounts/kind.ts';
import { defineKind, type Entity, type Figures } from '../kind.ts';

export type Transaction = Entity<'transaction'>;

/** The entities a transaction refers to, as they were when it was added, or as a revision corrected it. */
export type TransactionParts = {
  customer: Customer | null;
  address: Address | null;
  business: Business | null;
  discount: Discount | null;
  /** Business that a revision gave to a transaction without one. */
  company?: { name?: string; tax_identifier?: string };
};

export const transactions = defineKind({
  schema: 'transaction',
  idPrefix: 'txn',
  keys: ['customer_id', 'subscription_id', 'status', 'origin', 'collection_mode', 'invoice_number'],
  times: ['created_at', 'updated_at', 'billed_at'],
  isCountedByTime: true,
  searched: [],
  isArchivable: false,
  isSeedable: true,
  dueAt: invoiceDueAt,
  figures,
  figureColumns: ['completed_at', 'revenue_high', 'revenue_low', 'checkout_at', 'is_converted', 'line_count'],
});

/**
 * Returns the figures of a transaction: its revenue without tax, at the time of its completion, and its checkout.
 *
 * @evidence assumed: which transactions are checkouts
 */
function figures({
  status,
  details,
  billed_at,
  payments,
  checkout,
  collection_mode,
  created_at,
}: Transaction): Figures {
  const isCheckout = Boolean(checkout?.url) && collection_mode === 'automatic';
  const line_count = details.line_items.length;
  const shown = isCheckout
    ? { line_count, checkout_at: Date.parse(created_at), is_converted: status === 'completed' ? 1 : 0 }
    : { line_count, checkout_at: null };
  const { payout_totals: paid } = details;
  if (status !== 'completed' || !paid) return shown;
  const [revenue_high, revenue_low] = splitAmount(BigInt(paid.subtotal) - BigInt(paid.discount));
  return { ...shown, completed_at: completedAt({ billed_at, created_at, payments }), revenue_high, revenue_low };
}

/** Returns the time at which a completed transaction moved the balance, in milliseconds. */
export function completedAt({
  billed_at,
  created_at,
  payments,
}: Pick<Transaction, 'billed_at' | 'created_at' | 'payments'>): number {
  const times = [billed_at ?? created_at, ...payments.flatMap(({ captured_at }) => captured_at ?? [])];
  return Math.max(...times.map((time) => Date.parse(time)));
}

/** Terms that end after the year 9999 never do. */
const longest = { day: 2_900_000, week: 410_000, month: 95_000, year: 7_900 };

/** Returns the time at which an unpaid invoice becomes past due. @evidence official: when its payment terms elapse */
function invoiceDueAt({ status, collection_mode, billed_at, billing_details }: Transaction): number | undefined {
  const isOpen = status === 'billed' && collection_mode === 'manual' && billed_at !== null && billing_details !== null;
  if (!isOpen || billing_details.payment_terms.frequency > longest[billing_details.payment_terms.interval])
    return undefined;
  return addCycles(Date.parse(billed_at), billing_details.payment_terms);
}
