import { paddleError } from '../../errors/errors.ts';
import { type Moves, move, type Refusal } from '../moves.ts';
import type { ApiKey } from './kind.ts';

/** Moves of API keys, of which the API makes none. */
type KeyOperation = 'announce end' | 'expire' | 'revoke';

const ended: Refusal<ApiKey> = (_key, hint) => paddleError('conflict', { hint });

/** Legal moves of API keys. @evidence official: the statuses. assumed: the code, since the dashboard makes these moves */
const keyMoves: Moves<ApiKey, KeyOperation> = {
  'announce end': { active: 'active', otherwise: ended },
  expire: { active: 'expired', otherwise: ended },
  revoke: { active: 'revoked', expired: 'revoked', otherwise: ended },
};

/** Returns the status after an operation. @throws PaddleApiError conflict, if the status does not allow it */
export function moveKey(operation: KeyOperation, key: ApiKey): ApiKey['status'] {
  return move(keyMoves, operation, key);
}
