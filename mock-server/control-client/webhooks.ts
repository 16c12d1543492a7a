import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { components, operations } from '#openapi/generated/control.ts';
import { defaultWebhookSecret } from '../notifications/secrets.ts';
import { signatureHeader } from '../notifications/signature.ts';
import type { WebhookDestination } from '../resources/notification-settings/register.ts';
import type { CollectedEvent, CollectedWebhook } from './collected-webhook.ts';
import type { Collector } from './collector.ts';

/** A delivery attempt. */
export type Delivery = components['schemas']['delivery'];
/** A filter for delivery attempts. */
export type DeliveryFilter = NonNullable<operations['listDeliveries']['parameters']['query']>;
/** A registered destination. */
export type RegisteredDestination = operations['registerDestination']['responses'][201]['content']['application/json'];

/** Webhooks of an account. */
export type Webhooks = {
  /**
   * Starts to collect every event, delivered over HTTP to a receiver in this process. Further calls have no effect;
   * accounts of test runners collect from the start. A mock on another machine cannot reach the receiver.
   */
  collect(): Promise<void>;
  /** Collected webhooks, in the order of arrival. */
  readonly received: readonly CollectedWebhook[];
  /**
   * Waits for an event, or finds one that was already received. Starts to collect if necessary, including the
   * account's past events.
   *
   * @param matches selects the event. Default: the first of the type.
   * @param timeoutMs longest time to wait, in real milliseconds. Default: 4,000, less than the timeout of test
   *   runners.
   * @throws UsageError on timeout, with the types that were received instead
   */
  waitFor<Name extends string>(
    type: Name,
    matches?: (event: CollectedEvent<Name>) => boolean,
    timeoutMs?: number,
  ): Promise<CollectedEvent<Name>>;
  /** Secret of destinations registered here without one. Always the same. */
  readonly secret: string;
  /**
   * Registers a destination, such as a handler under test. An existing one with the same URL stays unchanged.
   *
   * @throws UsageError for an unknown event type, an invalid URL, or more than ten destinations
   */
  register(destination: WebhookDestination): Promise<RegisteredDestination>;
  /** Lists delivery attempts with their responses, newest first. Default: the last 100. */
  deliveries(filter?: DeliveryFilter): Promise<Delivery[]>;
  /**
   * Signs a body as Paddle does, for unit tests of a handler.
   *
   * @param secret Default: {@link Webhooks.secret}.
   * @returns a `Paddle-Signature` header with the current wall-clock time
   */
  sign(body: string, secret?: string): string;
};

export function createWebhooks(control: ControlClient, collector: Collector): Webhooks {
  return {
    collect: () => collector.collect(),
    received: collector.received,
    waitFor: (...expected) => collector.waitFor(...expected),
    secret: defaultWebhookSecret,
    register: (destination) => registerDestination(control, destination),
    deliveries: async (query = {}) =>
      (await answerOf(control.GET('/_paddock/deliveries', { params: { query } }))).deliveries,
    sign: (body, secret = defaultWebhookSecret) => signatureHeader(body, [secret], Math.floor(Date.now() / 1000)),
  };
}

/** Registers a URL for events and, on request, past ones. */
export function registerDestination(
  control: ControlClient,
  { url, secret = defaultWebhookSecret, events }: WebhookDestination,
  withPastEvents = false,
): Promise<RegisteredDestination> {
  const body = {
    destination: url,
    endpoint_secret_key: secret,
    ...(events && { subscribed_events: [...events] }),
    ...(withPastEvents && { past_events: true }),
  };
  return answerOf(control.POST('/_paddock/destinations', { body }));
}
