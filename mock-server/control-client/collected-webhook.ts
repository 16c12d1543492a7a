import type { webhooks } from '#openapi/generated/guide.ts';

type Payload<Name extends keyof webhooks> = webhooks[Name]['post']['requestBody']['content']['application/json'];

/** An event as it was delivered: typed for the event types that the guide lists. */
export type CollectedEvent<Name extends string = string> = Name extends keyof webhooks
  ? Payload<Name>
  : { event_id: string; event_type: string; occurred_at: string; notification_id: string; data: unknown };

/** A delivery as it came in. */
export type CollectedWebhook = {
  /** The body, byte for byte as it was signed. */
  rawBody: string;
  /** The `Paddle-Signature` header. */
  signature: string;
  event: CollectedEvent;
};
