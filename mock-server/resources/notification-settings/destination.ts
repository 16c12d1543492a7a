import { paddleError } from '../../errors/errors.ts';
import { isUsableEmail } from '../email.ts';
import type { NotificationSetting } from './kind.ts';

/** @evidence official: https://developer.paddle.com/webhooks/notification-destinations */
const activeAtMost = 10;

/**
 * Rejects URLs that cannot receive deliveries, and URLs of existing destinations.
 *
 * @evidence official, for the codes; observed, that a URL can be registered once; assumed, that http is allowed here,
 * while Paddle requires https
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

/** Rejects another active destination beyond the limit. */
export function refuseTooMany(others: readonly NotificationSetting[]): void {
  if (others.filter(({ active }) => active).length >= activeAtMost)
    throw paddleError('notification_maximum_active_settings_reached', { maximum: activeAtMost });
}
