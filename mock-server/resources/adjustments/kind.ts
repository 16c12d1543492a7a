import { splitAmount } from '../../billing/money/split-amount.ts';
import { defineKind, type Entity, type Figures } from '../kind.ts';

export type Adjustment = Entity<'adjustment'>;

/**
 * Milliseconds between approvals of refunds.
 *
 * @evidence official: the sandbox approves all refunds every ten minutes. assumed: at full tens of minutes, so that one
 *   created at such a time waits for the next
 */
const approvedEvery = 600_000;

export const adjustments = defineKind({
  schema: 'adjustment',
  idPrefix: 'adj',
  keys: ['status', 'action', 'customer_id', 'subscription_id', 'transaction_id'],
  times: ['created_at', 'updated_at'],
  searched: [],
  isArchivable: false,
  isSeedable: true,
  dueAt: ({ status, created_at }) => (status === 'pending_approval' ? nextApproval(Date.parse(created_at)) : undefined),
  figures,
  figureColumns: ['refunded_at', 'refund_high', 'refund_low', 'charged_back_at', 'line_count'],
});

/**
 * Returns the figures of an adjustment: a refund without tax at the time of its approval, and the time of a chargeback.
 *
 * @evidence official: a refund counts without tax and fees, and a chargeback without its warning and its reversal
 */
function figures({ action, status, items, payout_totals, created_at, updated_at }: Adjustment): Figures {
  const line_count = items.length;
  if (action === 'chargeback') return { line_count, charged_back_at: Date.parse(created_at) };
  if (action !== 'refund' || status !== 'approved' || payout_totals === null) return { line_count };
  const [refund_high, refund_low] = splitAmount(BigInt(payout_totals.subtotal));
  return { line_count, refunded_at: Date.parse(updated_at), refund_high, refund_low };
}

function nextApproval(created: number): number {
  return (Math.floor(created / approvedEvery) + 1) * approvedEvery;
}
