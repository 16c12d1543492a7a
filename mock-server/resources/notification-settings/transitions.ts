import type { components } from '#openapi/generated/guide.ts';
import { type Change, type ChangeOf, changed } from '../../state/change.ts';
import { expandEventTypes } from './create.ts';
import { refuseDestination, refuseTooMany } from './destination.ts';
import type { NotificationSetting } from './kind.ts';

export type NotificationSettingUpdate = components['schemas']['notification-setting-update'];

/**
 * Changes the fields that were sent. Event types are replaced as a whole; a destination's type never changes.
 *
 * @param others the account's other destinations
 */
export function update(
  setting: NotificationSetting,
  input: NotificationSettingUpdate,
  others: readonly NotificationSetting[],
): ChangeOf<'notification_settings'> {
  const { subscribed_events, ...fields } = input;
  const entity: NotificationSetting = {
    ...setting,
    ...fields,
    subscribed_events: subscribed_events ? expandEventTypes(subscribed_events) : setting.subscribed_events,
  };
  if (input.destination !== undefined) refuseDestination(entity, others);
  if (entity.active && !setting.active) refuseTooMany(others);
  return changed('notification_settings', entity, []);
}

/** Removes a destination with its dependent rows. */
export function remove({ id }: Pick<NotificationSetting, 'id'>): Change {
  return { deletes: [{ kind: 'notification_settings', id }] };
}

/** Starts signing with a new secret. The old one stays valid until `endsAt`, in milliseconds. */
export function rotateSecret(setting: NotificationSetting, secret: string, endsAt: number): Change {
  const retired = { settingId: setting.id, secret: setting.endpoint_secret_key, endsAt };
  return {
    puts: [{ kind: 'notification_settings', entity: { ...setting, endpoint_secret_key: secret } }],
    entries: [{ entry: 'retired secret', ...retired }],
  };
}
