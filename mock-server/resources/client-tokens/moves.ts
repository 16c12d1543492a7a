import { paddleError } from '../../errors/errors.ts';
import { type Moves, move, type Refusal } from '../moves.ts';
import type { ClientToken } from './kind.ts';

export type ClientTokenOperation = 'announce' | 'activate' | 'revoke';

const revoked: Refusal<ClientToken> = ({ id }) => {
  const message = `${id} is revoked, and stays so`;
  return paddleError('invalid_field', { errors: [{ field: 'status', message }] });
};

/**
 * Legal moves of client-side tokens.
 *
 * @evidence official: a revoked one cannot be active again. assumed: the code, that it cannot be revoked again, and that
 *   an active one can be made active
 */
const clientTokenMoves: Moves<ClientToken, ClientTokenOperation> = {
  announce: { active: 'active', revoked },
  activate: { active: 'active', revoked },
  revoke: { active: 'revoked', revoked },
};

/** Returns the status after an operation. @throws PaddleApiError for a revoked token */
export function moveClientToken(operation: ClientTokenOperation, token: ClientToken): ClientToken['status'] {
  return move(clientTokenMoves, operation, token);
}
