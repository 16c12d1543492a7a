import type { components } from '#openapi/generated/guide.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import type { ClientToken } from './kind.ts';
import { moveClientToken } from './moves.ts';

export type ClientTokenCreate = components['schemas']['client-token-create'];
export type ClientTokenUpdate = components['schemas']['client-token-update'];

/**
 * Creates a client-side token.
 *
 * @param token the token itself, with which Paddle.js is initialized
 */
export function create(
  { name, description = null }: ClientTokenCreate,
  token: string,
  { id, now }: Creation,
): ChangeOf<'client_tokens'> {
  const times = { revoked_at: null, created_at: now, updated_at: now };
  return announce({ id, token, name, description, status: 'active', ...times });
}

/** Announces a new client-side token. */
export function announce(token: ClientToken): ChangeOf<'client_tokens'> {
  const status = moveClientToken('announce', token);
  return changed('client_tokens', { ...token, status }, ['client_token.created']);
}

/**
 * Changes the status. Revoking has an event of its own.
 *
 * @evidence official: a change of the status is an update. assumed: the order of the two events
 */
export function update(token: ClientToken, input: ClientTokenUpdate, { now }: Moment): ChangeOf<'client_tokens'> {
  if (input.status === 'active') {
    const status = moveClientToken('activate', token);
    return changed('client_tokens', { ...token, status, updated_at: now }, ['client_token.updated']);
  }
  const status = moveClientToken('revoke', token);
  const revoked = { ...token, status, revoked_at: now, updated_at: now };
  return changed('client_tokens', revoked, ['client_token.updated', 'client_token.revoked']);
}
