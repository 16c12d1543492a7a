import { paddleError } from '../../errors/errors.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Payout } from './kind.ts';

/** Initiates a payout. */
export function initiate(payout: Payout): ChangeOf<'payouts'> {
  return changed('payouts', payout, ['payout.created']);
}

/** Pays a payout. @evidence official; assumed, for the form of the reference */
export function pay(payout: Payout): ChangeOf<'payouts'> {
  if (payout.status === 'paid') throw paddleError('conflict');
  const remittance_reference = payout.id.slice(-8).toUpperCase();
  return changed('payouts', { ...payout, status: 'paid', remittance_reference }, ['payout.paid']);
}
