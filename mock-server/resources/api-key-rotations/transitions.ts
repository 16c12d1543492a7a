import type { components } from '#openapi/generated/guide.ts';
import { badRequest, paddleError } from '../../errors/errors.ts';
import { hashOf } from '../../state/api-keys.ts';
import { type Change, type ChangeOf, changed, inOrder } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import type { ApiKey } from '../api-keys/kind.ts';
import { hideSecret } from '../api-keys/transitions.ts';
import type { ApiKeyRotation, RotationFacts } from './kind.ts';

type RotationCreate = components['schemas']['api-key-rotation-create'];

/** Secrets of a rotation, and how long the new one works. */
export type Secrets = {
  readonly old: string;
  readonly new: string;
  readonly account: number;
  readonly permissions: readonly string[] | null;
};

/**
 * Rotates a key: its new secret waits for its first use. Pending rotations are canceled.
 *
 * @evidence official; assumed, that the new end must be in the future
 */
export function create(
  key: ApiKey,
  { grace_period_seconds, new_key_expires_at }: RotationCreate,
  secrets: Secrets,
  pending: readonly (readonly [ApiKeyRotation, RotationFacts | undefined])[],
  { id, now }: Creation,
): ChangeOf<'key_rotations'> {
  if (!key.rotatable) throw paddleError('api_key_cannot_be_rotated');
  if (new_key_expires_at !== undefined && Date.parse(new_key_expires_at) <= Date.parse(now))
    throw badRequest([{ field: 'new_key_expires_at', message: 'must be in the future' }]);
  const rotation: ApiKeyRotation = {
    id,
    api_key_id: key.id,
    new_key: hideSecret(secrets.new),
    grace_period_seconds,
    status: 'pending',
    expires_at: null,
    created_at: now,
    updated_at: now,
  };
  const end = new_key_expires_at ?? key.expires_at;
  const terms = { permissions: secrets.permissions, expiresAt: end === null ? null : Date.parse(end) };
  const facts = { newHash: hashOf(secrets.new), oldHash: hashOf(secrets.old), new_key_expires_at };
  const created = announce(rotation);
  const { puts, events, entries } = inOrder(...pending.map(([one, known]) => cancel(one, known, now)), {
    ...created,
    entries: [
      { entry: 'api key', apiKey: secrets.new, account: secrets.account, terms },
      { entry: 'private facts', kind: 'key_rotations', id, facts },
    ],
  });
  const [put] = created.puts;
  return { puts: [put, ...puts.filter((other) => other !== put)], events, entries };
}

/** Announces a new rotation. */
export function announce(rotation: ApiKeyRotation): ChangeOf<'key_rotations'> {
  return changed('key_rotations', rotation, ['api_key_rotation.created']);
}

/** Cancels a rotation: its new secret was never valid. */
export function cancel(
  rotation: ApiKeyRotation,
  facts: RotationFacts | undefined,
  now: string,
): ChangeOf<'key_rotations'> {
  const canceled = changed('key_rotations', { ...rotation, status: 'canceled', updated_at: now }, [
    'api_key_rotation.updated',
  ]);
  return { ...canceled, entries: facts ? [{ entry: 'ended api key', hash: facts.newHash, at: 0 }] : [] };
}

/**
 * Completes a rotation, since its new secret was used: the old one ends after the grace period.
 *
 * @param end time at which the old secret ends, in milliseconds and in the API's format
 * @evidence official; assumed, that the key is announced as changed too
 */
export function complete(
  rotation: ApiKeyRotation,
  key: ApiKey,
  facts: RotationFacts,
  end: readonly [time: number, text: string],
  { now }: Moment,
): Change {
  const completed = { ...rotation, status: 'completed' as const, expires_at: end[1], updated_at: now };
  const expires_at = facts.new_key_expires_at ?? key.expires_at;
  return {
    ...inOrder(
      changed('key_rotations', completed, ['api_key_rotation.updated']),
      changed('issued_keys', { ...key, expires_at, last_used_at: now, updated_at: now }, ['api_key.updated']),
    ),
    entries: [{ entry: 'ended api key', hash: facts.oldHash, at: end[0] }],
  };
}
