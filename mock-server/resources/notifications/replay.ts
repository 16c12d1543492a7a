import { paddleError } from '../../errors/errors.ts';
import type { Change } from '../../state/change.ts';
import type { StoredNotification } from '../../state/outbox.ts';

/**
 * Sends an event again, as a new notification.
 *
 * @param again the new notification's ID, the current time, and its due time in milliseconds
 * @see https://developer.paddle.com/errors/notifications/notification_cannot_replay
 */
export function replay(original: StoredNotification, again: { id: string; now: string; due: number }): Change {
  const { id, origin, status } = original;
  if (origin === 'replay') throw paddleError('notification_replay_invalid_origin_type', { id });
  if (status !== 'delivered' && status !== 'failed') throw paddleError('notification_cannot_replay', { id });
  return { entries: [{ entry: 'replay', original, ...again }] };
}
