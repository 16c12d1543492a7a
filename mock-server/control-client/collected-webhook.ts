import type { webhooks } from '#openapi/generated/guide.ts';
import type { webhooks as officialWebhooks } from '#openapi/generated/official.ts';

type Webhooks = webhooks & Omit<officialWebhooks, keyof webhooks>;
type Payload<Name extends keyof Webhooks> = Webhooks[Name]['post']['requestBody']['content']['application/json'];

/** A delivered event, typed for all event types of the entities that Paddock has. */
export type CollectedEvent<Name extends string = string> = Name extends keyof Webhooks
  ? Payload<Name>
  : { event_id: string; event_type: string; occurred_at: string; notification_id: string; data: unknown };

/** A received delivery. */
export type CollectedWebhook = {
  /** The raw body, as it was signed. */
  rawBody: string;
  /** The `Paddle-Signature` header. */
  signature: string;
  event: CollectedEvent;
};
