import type { webhooks } from '#openapi/generated/guide.ts';
import type { components as Official, webhooks as officialWebhooks } from '#openapi/generated/official.ts';

/** What the webhooks of the integration guide carry. The default of {@link PaddleEvent}. */
export interface GuideWebhooks extends webhooks {}

/** What Paddle's published webhooks carry. They differ from the guide's as the entities do. */
export interface OfficialWebhooks extends officialWebhooks {}

/** What every event has, whatever its type. */
interface Envelope<Type extends string, Data> {
  /** Identifies what happened. Retries and replays keep it, so events are told apart by it. */
  readonly event_id: string;
  /** `<entity>.<what happened>`. */
  readonly event_type: Type;
  /** When it happened, as RFC 3339. Deliveries may arrive in another order; see `eventOrder`. */
  readonly occurred_at: string;
  /** Identifies the notification; a replay has a new one. */
  readonly notification_id: string;
  /** The entity that the event is about, as it was then. */
  readonly data: Data;
}

type BodyOf<Webhook> = Webhook extends { post: { requestBody: { content: { 'application/json': infer Body } } } }
  ? Body
  : never;

type PublishedName = Official['schemas']['event-type-name'];

/** The event types that have a name: those with a documented payload, and all that Paddle publishes. */
export type EventTypeName<Webhooks extends object = GuideWebhooks> = Extract<keyof Webhooks, string> | PublishedName;

/**
 * The event of one type: with its payload where the document describes it, with `data` unknown where Paddle only
 * publishes the name.
 *
 * @typeParam Type - For example `'customer.updated'`.
 * @typeParam Webhooks - `GuideWebhooks` (default) or `OfficialWebhooks`.
 */
export type PaddleEventOf<
  Type extends EventTypeName<Webhooks>,
  Webhooks extends object = GuideWebhooks,
> = Type extends keyof Webhooks ? BodyOf<Webhooks[Type]> : Envelope<Type, unknown>;

/**
 * An event of a type that did not exist when this was written. Its `event_type` is any string: the mark `(unlisted)`
 * stands in the type only, never in the value. Without it, a comparison with a known name would fit this type too, and
 * so would not tell what `data` is.
 */
export type UnlistedEvent = Envelope<`${string} (unlisted)`, unknown>;

/**
 * A verified event. Comparing `event_type` with a name, by `===` or `switch`, tells what `data` is. For a type that is
 * not among the names, compare `String(event.event_type)`.
 *
 * @typeParam Webhooks - `GuideWebhooks` (default) or `OfficialWebhooks`: whose payloads the types follow.
 */
export type PaddleEvent<Webhooks extends object = GuideWebhooks> =
  | { [Type in EventTypeName<Webhooks>]: PaddleEventOf<Type, Webhooks> }[EventTypeName<Webhooks>]
  | UnlistedEvent;
