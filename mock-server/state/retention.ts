import { encodeTime } from 'ulidx';

/** How long events and notifications are kept, in milliseconds. @evidence official: 90 days. */
const retentionMs = 90 * 24 * 3_600_000;

/**
 * The least ID that is kept still, by the time in IDs. What is older is no longer shown, and removed now and then.
 *
 * @param now milliseconds since 1970 on the account's clock
 */
export function firstKeptId(prefix: 'evt' | 'ntf', now: number): string {
  return `${prefix}_${encodeTime(Math.max(0, now - retentionMs), 10).toLowerCase()}`;
}
