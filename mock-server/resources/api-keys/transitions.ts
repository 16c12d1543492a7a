import { type ChangeOf, changed } from '../../state/change.ts';
import type { Moment } from '../../time/moment.ts';
import type { ApiKey } from './kind.ts';
import { moveKey } from './moves.ts';

/** The choices about a new key. */
export type KeyDescription = Partial<Pick<ApiKey, 'name' | 'description' | 'permissions' | 'rotatable' | 'expires_at'>>;

/** Returns a key as the API shows it. */
export function shownKey(id: string, apiKey: string, chosen: KeyDescription, now: string): ApiKey {
  const { name = 'API key', description = null, permissions = null, rotatable = false, expires_at = null } = chosen;
  const key = hideSecret(apiKey);
  const unused = { last_used_at: null, exposed_at: null };
  return {
    id,
    name,
    description,
    key,
    status: 'active',
    permissions,
    rotatable,
    expires_at,
    ...unused,
    created_at: now,
    updated_at: now,
  };
}

/** Shows the start of a key. @evidence official */
export function hideSecret(apiKey: string): string {
  const start = /^pdl_[a-z]+_apikey_.{10}/.exec(apiKey)?.[0] ?? apiKey.slice(0, 10);
  return `${start}****`;
}

/** Announces a new key. */
export function create(key: ApiKey): ChangeOf<'issued_keys'> {
  return changed('issued_keys', key, ['api_key.created']);
}

/** Announces the end of a key before it comes, and then ends it. */
export function fallDue(key: ApiKey, { now }: Moment): ChangeOf<'issued_keys'> {
  const hasEnded = key.expires_at !== null && Date.parse(key.expires_at) <= Date.parse(now);
  const status = moveKey(hasEnded ? 'expire' : 'announce end', key);
  const type = hasEnded ? 'api_key.expired' : 'api_key.expiring';
  return changed('issued_keys', { ...key, status, updated_at: now }, [type]);
}

/** Announces a change of a key, which the dashboard makes. */
export function announceChange(key: ApiKey, { now }: Moment): ChangeOf<'issued_keys'> {
  return changed('issued_keys', { ...key, updated_at: now }, ['api_key.updated']);
}

/** Revokes a key. */
export function revoke(key: ApiKey, { now }: Moment): ChangeOf<'issued_keys'> {
  return changed('issued_keys', { ...key, status: moveKey('revoke', key), updated_at: now }, ['api_key.revoked']);
}
