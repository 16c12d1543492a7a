import { defineKind, type Entity } from '../kind.ts';

export type ApiKey = Entity<'api-key'>;

/**
 * Milliseconds before the end of a key at which that is announced.
 *
 * @see https://developer.paddle.com/webhooks/api-keys/api-key-expiring
 * @evidence official: seven days
 */
export const announcedBefore = 7 * 86_400_000;

/** API keys as the API shows them. Their secrets are stored elsewhere, as hashes. */
export const issued_keys = defineKind({
  schema: 'api-key',
  idPrefix: 'apikey',
  keys: ['status'],
  times: ['created_at'],
  searched: [],
  isArchivable: false,
  isSeedable: false,
  dueAt: ({ status, expires_at, updated_at }) => {
    if (status !== 'active' || expires_at === null) return undefined;
    // Whole seconds, since a change may be noted no more exactly, and would be due again.
    const end = Math.ceil(Date.parse(expires_at) / 1000) * 1000;
    const announced = end - announcedBefore;
    return Date.parse(updated_at) < announced ? announced : end;
  },
});
