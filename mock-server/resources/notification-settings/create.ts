import { eventTypes } from '#openapi/generated/event-types.ts';
import type { components } from '#openapi/generated/guide.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import { refuseDestination, refuseTooMany } from './destination.ts';
import type { NotificationSetting } from './kind.ts';

export type NotificationSettingCreate = components['schemas']['notification-setting-create'];

/**
 * Creates a destination, active at once.
 *
 * @param others the account's destinations
 * @param secret signing secret, used if none was chosen
 * @param eventTypeNames event types to send
 */
export function create(
  input: NotificationSettingCreate,
  { id, secret }: { id: string; secret: string },
  others: readonly NotificationSetting[],
  eventTypeNames: readonly string[] = input.subscribed_events,
): ChangeOf<'notification_settings'> {
  refuseDestination(input, others);
  refuseTooMany(others);
  return changed(
    'notification_settings',
    {
      id,
      description: input.description,
      type: input.type,
      destination: input.destination,
      active: true,
      api_version: input.api_version ?? 1,
      include_sensitive_fields: input.include_sensitive_fields ?? false,
      subscribed_events: expandEventTypes(eventTypeNames),
      endpoint_secret_key: input.endpoint_secret_key ?? secret,
      traffic_source: input.traffic_source ?? 'platform',
    },
    [],
  );
}

/** Expands names of event types, as in requests, to whole event types, as in responses. */
export function expandEventTypes(names: readonly string[]): NotificationSetting['subscribed_events'] {
  const expanded = eventTypes.filter(({ name }) => names.includes(name));
  // The names were validated against the document, which defines these event types.
  return expanded as NotificationSetting['subscribed_events'];
}
