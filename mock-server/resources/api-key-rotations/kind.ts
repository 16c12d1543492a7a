import { defineKind, type Entity } from '../kind.ts';

export type ApiKeyRotation = Entity<'api-key-rotation'>;

/** Facts about a pending rotation that the API does not show: hashes of the secrets, and the key's new end. */
export type RotationFacts = { newHash: string; oldHash: string; new_key_expires_at?: string | undefined };

export const key_rotations = defineKind({
  schema: 'api-key-rotation',
  idPrefix: 'apkrot',
  keys: ['status', 'api_key_id'],
  times: [],
  searched: [],
  isArchivable: false,
  isSeedable: false,
});
