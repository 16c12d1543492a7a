import type { Account } from '../../account/account.ts';
import { paddleError } from '../../errors.ts';
import type { StoredNotification } from '../../notifications/outbox.ts';

/**
 * Sends an event again: a new notification with the same event. It goes out at once.
 *
 * @returns the new notification's ID
 * @see https://developer.paddle.com/errors/notifications/notification_cannot_replay
 */
export function replay(account: Account, original: StoredNotification): string {
  const { store, clock } = account;
  if (original.origin === 'replay') throw paddleError('notification_replay_invalid_origin_type', { id: original.id });
  if (original.status !== 'delivered' && original.status !== 'failed')
    throw paddleError('notification_cannot_replay', { id: original.id });
  let id = '';
  store.together(() => {
    id = store.outbox.addReplay(original, clock.now());
    store.outbox.markReplayed(original.id, account.moment().now);
  });
  account.agenda.wake();
  return id;
}
