import type { Account } from '../../account/account.ts';
import type { ChangeOf } from '../../state/change.ts';
import { dueSource } from '../due-source.ts';
import type { Adjustment } from './kind.ts';
import { approve, reject } from './transitions.ts';

/** Decides about a refund. @throws PaddleApiError conflict, if it is not pending */
export function decide(
  adjustment: Adjustment,
  decision: 'approve' | 'reject',
  account: Account,
): ChangeOf<'adjustments'> {
  if (decision === 'reject') return reject(adjustment, account.moment());
  const { store } = account;
  const transaction = store.transactions.find(adjustment.transaction_id);
  const earlier = store.adjustments.all({ transaction_id: [adjustment.transaction_id] });
  return approve(adjustment, transaction && { transaction, earlier }, account.moment());
}

/** Source of the approvals of refunds. */
export const approvals = dueSource('adjustments', (adjustment, account) => decide(adjustment, 'approve', account));
