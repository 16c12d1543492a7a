import { badRequest, type ExpectedRefusal } from '../../lifecycles/answers.ts';
import type { NotificationSettingCreate, NotificationSettingUpdate } from './arbitrary.ts';

/** What the documentation says about destinations of webhooks, as a program. It knows nothing of the mock. */
export type State = {
  /** Every event type that there is, as a destination shows it. */
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
 * Why there cannot be such a destination beside the others: none where there can, several where it is not published
 * which comes first.
 *
 * @param setting as it would be.
 * @param before as it was; `null` where it would be a new one.
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

/** Whether a destination has the form of its type, of the ones that these moves send. */
function fits(type: string, destination: string): boolean {
  return type === 'url' ? destination.startsWith('https://') : /^\w+@/.test(destination);
}

/** The destination that a body makes. */
export function settingOf({ eventTypes }: State, body: NotificationSettingCreate) {
  const { subscribed_events, ...fields } = body;
  const defaults = { active: true, api_version: 1, include_sensitive_fields: false, traffic_source: 'platform' };
  return { ...defaults, ...fields, subscribed_events: whole(eventTypes, subscribed_events) };
}

/** A destination with the fields of an update put over it. Event types are replaced whole; the secret may be. */
export function withUpdate({ eventTypes }: State, setting: Setting, update: NotificationSettingUpdate): Setting {
  const { subscribed_events, ...fields } = update;
  return {
    ...setting,
    ...fields,
    subscribed_events: subscribed_events ? whole(eventTypes, subscribed_events) : setting.subscribed_events,
  };
}

/** In the order of the list of all, which is no promise; see `sorted`. */
function whole(eventTypes: readonly EventType[], names: readonly string[]): EventType[] {
  return eventTypes.filter(({ name }) => names.includes(name));
}

/** A destination with its event types in one order, since none is promised. */
export function sorted<One extends { readonly subscribed_events: readonly EventType[] }>(setting: One): One {
  const byName = (one: EventType, other: EventType) => (one.name < other.name ? -1 : 1);
  return { ...setting, subscribed_events: setting.subscribed_events.toSorted(byName) };
}
