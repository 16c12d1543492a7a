import { paddleError } from '../../errors/errors.ts';
import { isUsableEmail } from '../email.ts';
import type { NotificationSetting } from './kind.ts';

/** @evidence official: https://developer.paddle.com/webhooks/notification-destinations */
const activeAtMost = 10;

/**
 * Refuses what cannot be sent to, and what is sent to already.
 *
 * @evidence official, for the codes; observed, that a destination may be there once; assumed, that http will do here,
 * where Paddle wants https
 */
export function refuseDestination(
  { type, destination }: Pick<NotificationSetting, 'type' | 'destination'>,
  others: readonly NotificationSetting[],
): void {
  if (type === 'url' && !/^https?:$/.test(URL.parse(destination)?.protocol ?? ''))
    throw paddleError('url_notification_setting_incorrect');
  if (type === 'email' && !isUsableEmail(destination)) throw paddleError('email_notification_setting_incorrect');
  if (others.some((other) => other.destination === destination))
    throw paddleError('notification_setting_cannot_be_duplicate');
}

/** Refuses one more active destination where there are as many as may be. */
export function refuseTooMany(others: readonly NotificationSetting[]): void {
  if (others.filter(({ active }) => active).length >= activeAtMost)
    throw paddleError('notification_maximum_active_settings_reached', { maximum: activeAtMost });
}
