import type { Account } from '../../account/account.ts';
import { hashOf, keyIdOf } from '../../state/api-keys.ts';
import { formatTimestamp } from '../../time/timestamp.ts';
import { complete } from '../api-key-rotations/transitions.ts';
import type { ApiKey } from './kind.ts';
import { shownKey } from './transitions.ts';

/** Effect of the use of a key: nothing, a rotation that is complete, or a refusal. */
export type KeyUse = 'used' | 'rotated' | 'revoked' | 'expired';

/**
 * Notes the use of a key: its time, and the completion of a rotation whose secret it is. Called at the first use of a header and every
 * hour.
 *
 * @evidence official: the time of the last use is accurate to an hour
 */
export function useKey(account: Account, apiKey: string): KeyUse {
  const { store, clock, behaviours } = account;
  const id = keyIdOf(apiKey);
  const key = store.issued_keys.find(id);
  if (!key) return 'used';
  if (key.status !== 'active') return key.status;
  const hash = hashOf(apiKey);
  for (const rotation of store.key_rotations.all({ api_key_id: [id], status: ['pending'] })) {
    const facts = store.privateFacts.find('key_rotations', rotation.id);
    if (facts?.newHash !== hash) continue;
    const end = clock.now() + rotation.grace_period_seconds * 1000;
    account.apply(complete(rotation, key, facts, [end, formatTimestamp(end, behaviours.timestamps)], account.moment()));
    return 'rotated';
  }
  account.apply({ puts: [{ kind: 'issued_keys', entity: { ...key, last_used_at: account.moment().now } }] });
  return 'used';
}

/** Returns the key of a caller. The first one of an account appears when it is asked for. */
export function ownKey(account: Account, apiKey: string, permissions: ReadonlySet<string> | null): ApiKey {
  const id = keyIdOf(apiKey);
  const known = account.store.issued_keys.find(id);
  if (known) return known;
  const { now } = account.moment();
  const chosen = { permissions: permissions && [...permissions] };
  const key = { ...shownKey(id, apiKey, chosen, now), last_used_at: now };
  account.apply({ puts: [{ kind: 'issued_keys', entity: key }] });
  return key;
}
