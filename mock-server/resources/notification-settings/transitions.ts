import type { components } from '#openapi/generated/guide.ts';
import type { NotificationSetting } from '../../state/entities.ts';
import type { Change } from '../../state/store.ts';
import { expandEventTypes } from './create.ts';
import { refuseDestination, refuseTooMany } from './destination.ts';

export type NotificationSettingUpdate = components['schemas']['notification-setting-update'];

/**
 * Changes the fields that were sent. Event types are replaced whole; the type of a destination stays.
 *
 * @param others the account's other destinations
 */
export function update(
  setting: NotificationSetting,
  input: NotificationSettingUpdate,
  others: readonly NotificationSetting[],
): Change {
  const { subscribed_events, ...fields } = input;
  const entity: NotificationSetting = {
    ...setting,
    ...fields,
    subscribed_events: subscribed_events ? expandEventTypes(subscribed_events) : setting.subscribed_events,
  };
  if (input.destination !== undefined) refuseDestination(entity, others);
  if (entity.active && !setting.active) refuseTooMany(others);
  return { kind: 'notification_settings', entity, events: [] };
}
