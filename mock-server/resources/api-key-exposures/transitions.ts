import { type ChangeOf, inOrder } from '../../state/change.ts';
import type { Creation } from '../../time/moment.ts';
import type { ApiKey } from '../api-keys/kind.ts';
import { revoke } from '../api-keys/transitions.ts';
import type { ApiKeyExposure } from './kind.ts';

/** The place where a key was found, and the level of risk. Default: a high one, at an example of a place. */
type Finding = Partial<Pick<ApiKeyExposure, 'risk_level' | 'reference' | 'description'>>;

/** An example of a place where a key is found. */
export const somewhere = 'https://github.com/example/shop/blob/main/.env';

/**
 * Notes that a key was found in public. One of high risk is revoked.
 *
 * @see https://developer.paddle.com/webhooks/api-keys/api-key-exposure-created
 * @evidence official: `api_key.revoked` follows immediately; assumed, that the key shows the time of its exposure
 */
export function expose(
  key: ApiKey,
  { risk_level = 'high', reference = somewhere, description = null }: Finding,
  creation: Creation,
): ChangeOf<'key_exposures'> {
  const { id, now } = creation;
  const exposed = { ...key, exposed_at: now };
  const isRevoked = risk_level === 'high' && key.status === 'active';
  const entity: ApiKeyExposure = {
    id,
    api_key_id: key.id,
    risk_level,
    reference,
    description,
    action_taken: isRevoked ? 'revoked' : 'none',
    source: 'github',
    created_at: now,
  };
  const after = isRevoked ? revoke(exposed, creation) : { puts: [{ kind: 'issued_keys' as const, entity: exposed }] };
  const { puts, events } = inOrder(after);
  return {
    puts: [{ kind: 'key_exposures', entity }, ...puts],
    events: [{ type: 'api_key_exposure.created', kind: 'key_exposures', entity }, ...events],
  };
}
