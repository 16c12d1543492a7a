import { badRequest, type ExpectedRefusal } from '../../lifecycles/expectations.ts';
import type { NotificationSettingCreate, NotificationSettingUpdate } from './arbitrary.ts';

/** Model of the documentation of destinations, independent of the mock. */
export type State = {
  /** All event types, as a destination has them. */
  readonly eventTypes: readonly EventType[];
  /** In the order of creation. */
  readonly settings: readonly Setting[];
};

export type EventType = { readonly name: string };

export type Setting = {
  readonly id: string;
  readonly type: string;
  readonly destination: string;
  readonly active: boolean;
  readonly traffic_source: string;
  readonly endpoint_secret_key: string;
  readonly subscribed_events: readonly EventType[];
};

/** @evidence official */
const activeAtMost = 10;

const tooMany = { ...badRequest, code: 'notification_maximum_active_settings_reached' };
const duplicate = { ...badRequest, code: 'notification_setting_cannot_be_duplicate' };
const unusable = (type: string) => ({ ...badRequest, code: `${type}_notification_setting_incorrect` });

/**
 * Returns the possible errors for a destination; empty if it is allowed, several if their precedence is not published.
 *
 * @param setting The destination after the change.
 * @param before The destination before the change; `null` for a new one.
 */
export function refusalsOf(
  { settings }: State,
  setting: Omit<Setting, 'id' | 'endpoint_secret_key' | 'subscribed_events'>,
  before: Setting | null,
): ExpectedRefusal[] {
  const { type, destination, active } = setting;
  const others = settings.filter(({ id }) => id !== before?.id);
  const isMoved = destination !== before?.destination;
  const isWoken = active && before?.active !== true;
  return [
    ...(isMoved && !fits(type, destination) ? [unusable(type)] : []),
    ...(isMoved && others.some((other) => other.destination === destination) ? [duplicate] : []),
    ...(isWoken && others.filter((other) => other.active).length >= activeAtMost ? [tooMany] : []),
  ];
}

/** Tests the format of a destination, as far as these moves use them. */
function fits(type: string, destination: string): boolean {
  return type === 'url' ? destination.startsWith('https://') : /^\w+@/.test(destination);
}

export function settingOf({ eventTypes }: State, body: NotificationSettingCreate) {
  const { subscribed_events, ...fields } = body;
  const defaults = { active: true, api_version: 1, include_sensitive_fields: false, traffic_source: 'platform' };
  return { ...defaults, ...fields, subscribed_events: whole(eventTypes, subscribed_events) };
}

/** Applies an update to a destination. Event types are replaced as a whole. */
export function withUpdate({ eventTypes }: State, setting: Setting, update: NotificationSettingUpdate): Setting {
  const { subscribed_events, ...fields } = update;
  return {
    ...setting,
    ...fields,
    subscribed_events: subscribed_events ? whole(eventTypes, subscribed_events) : setting.subscribed_events,
  };
}

/** Returns event types by name, in the order of the full list; use {@link sorted} to compare. */
function whole(eventTypes: readonly EventType[], names: readonly string[]): EventType[] {
  return eventTypes.filter(({ name }) => names.includes(name));
}

/** Sorts the event types of a destination, since their order is not guaranteed. */
export function sorted<One extends { readonly subscribed_events: readonly EventType[] }>(setting: One): One {
  const byName = (one: EventType, other: EventType) => (one.name < other.name ? -1 : 1);
  return { ...setting, subscribed_events: setting.subscribed_events.toSorted(byName) };
}
