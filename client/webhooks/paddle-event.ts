import type { webhooks } from '#openapi/generated/guide.ts';
import type { components as Official, webhooks as officialWebhooks } from '#openapi/generated/official.ts';

/** Payloads of webhooks in the integration guide. The default of {@link PaddleEvent}. */
export interface GuideWebhooks extends webhooks {}

/** Payloads of webhooks as Paddle publishes them. */
export interface OfficialWebhooks extends officialWebhooks {}

/** Fields that events of every type have. */
interface Envelope<Type extends string, Data> {
  /** Identifies the event. Retries and replays keep it. */
  readonly event_id: string;
  /** Name of the form `<entity>.<event>`. */
  readonly event_type: Type;
  /** Time of the event, as RFC 3339. Deliveries may arrive in another order; see `eventOrder`. */
  readonly occurred_at: string;
  /** Identifies the notification; a replay has a new one. */
  readonly notification_id: string;
  /** The entity at the time of the event. */
  readonly data: Data;
}

type BodyOf<Webhook> = Webhook extends { post: { requestBody: { content: { 'application/json': infer Body } } } }
  ? Body
  : never;

type PublishedName = Official['schemas']['event-type-name'];

/** All event types that Paddle publishes, with or without a documented payload. */
export type EventTypeName<Webhooks extends object = GuideWebhooks> = Extract<keyof Webhooks, string> | PublishedName;

/**
 * The event of one type. `data` is `unknown` if only the name is published.
 *
 * @typeParam Type - For example `'customer.updated'`.
 * @typeParam Webhooks - `GuideWebhooks` (default) or `OfficialWebhooks`.
 */
export type PaddleEventOf<
  Type extends EventTypeName<Webhooks>,
  Webhooks extends object = GuideWebhooks,
> = Type extends keyof Webhooks ? BodyOf<Webhooks[Type]> : Envelope<Type, unknown>;

/**
 * An event of a type that this version does not know. Its `event_type` can be any string: the suffix `(unlisted)`
 * exists only in the type, so that comparing `event_type` with a known name excludes this type and narrows `data`.
 */
export type UnlistedEvent = Envelope<`${string} (unlisted)`, unknown>;

/**
 * A verified event. Comparing `event_type` with a name, by `===` or `switch`, narrows `data`. For an unlisted type,
 * compare `String(event.event_type)`.
 *
 * @typeParam Webhooks - `GuideWebhooks` (default) or `OfficialWebhooks`: the profile of the payloads.
 */
export type PaddleEvent<Webhooks extends object = GuideWebhooks> =
  | { [Type in EventTypeName<Webhooks>]: PaddleEventOf<Type, Webhooks> }[EventTypeName<Webhooks>]
  | UnlistedEvent;
