import { paddleError } from '../../errors/errors.ts';
import { type Moves, move, type Refusal } from '../moves.ts';
import type { Adjustment } from './kind.ts';

/** Moves after the creation of an adjustment, which no operation of the API makes. */
export type AdjustmentOperation = 'approve' | 'reject' | 'reverse';

const decided: Refusal<Adjustment> = (_adjustment, hint) => paddleError('conflict', { hint });

/**
 * Legal moves of adjustments. `rejected` and `reversed` are final.
 *
 * @evidence official: a refund is approved or rejected once it was reviewed, and a reversed credit was approved before.
 *   assumed: the code, since Paddle makes these moves itself
 */
const adjustmentMoves: Moves<Adjustment, AdjustmentOperation> = {
  approve: { pending_approval: 'approved', otherwise: decided },
  reject: { pending_approval: 'rejected', otherwise: decided },
  reverse: { approved: 'reversed', otherwise: decided },
};

/** Returns the status after an operation. @throws PaddleApiError conflict, if the status does not allow it */
export function moveAdjustment(operation: AdjustmentOperation, adjustment: Adjustment): Adjustment['status'] {
  return move(adjustmentMoves, operation, adjustment);
}
