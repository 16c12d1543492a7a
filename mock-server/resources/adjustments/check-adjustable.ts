import { paddleError } from '../../errors/errors.ts';
import type { Transaction } from '../transactions/kind.ts';
import type { Adjustment } from './kind.ts';

/**
 * Refuses an adjustment that the transaction's status, collection mode or earlier adjustments do not allow.
 *
 * @evidence official: the statuses, the codes and their details. assumed: the order of the checks
 * @see https://developer.paddle.com/errors/adjustments
 */
export function checkAdjustable(
  action: 'credit' | 'refund',
  transaction: Transaction,
  earlier: readonly Adjustment[],
): string {
  const { id, status, origin, customer_id, collection_mode } = transaction;
  if (customer_id === null) throw paddleError('adjustment_transaction_missing_customer_id');
  if (origin === 'subscription_import') throw paddleError('adjustment_cannot_adjust_imported_transaction');
  const hint = `${id} is ${status} and ${collection_mode === 'manual' ? 'an invoice' : 'collected automatically'}.`;
  if (action === 'credit') {
    if (collection_mode === 'automatic') throw paddleError('adjustment_invalid_credit_action', { hint });
    if (status !== 'billed' && status !== 'past_due')
      throw paddleError('adjustment_transaction_invalid_status_for_credit', { id, hint });
  } else if (status !== 'completed') {
    throw paddleError('adjustment_transaction_invalid_status_for_refund', { id, hint });
  }
  if (earlier.some((adjustment) => adjustment.status === 'pending_approval'))
    throw paddleError('adjustment_pending_refund_request');
  if (action === 'refund' && BigInt(transaction.details.totals.grand_total) <= 0n)
    throw paddleError('adjustment_transaction_without_captured_payment', { id });
  return customer_id;
}
