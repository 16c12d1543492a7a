import type { components, operations } from '#openapi/generated/control.ts';
import type { WebhookDestination } from '../notifications/register.ts';
import { defaultWebhookSecret } from '../notifications/secrets.ts';
import { signatureHeader } from '../notifications/signature.ts';
import type { CollectedEvent, CollectedWebhook } from './collected-webhook.ts';
import type { Collector } from './collector.ts';
import { answerOf, type ControlClient } from './control-client.ts';

/** One attempt to deliver a webhook. */
export type Delivery = components['schemas']['delivery'];
/** Which attempts to list. */
export type DeliveryFilter = NonNullable<operations['listDeliveries']['parameters']['query']>;
/** A destination that a mock sends events to. */
export type RegisteredDestination = operations['registerDestination']['responses'][201]['content']['application/json'];

/** Webhooks of an account, with or without a server of one's own. */
export type Webhooks = {
  /**
   * Begins to receive every event, by real deliveries to a receiver in this process. Once is enough; accounts of test
   * runners do so from their start. A mock on another machine cannot reach it.
   */
  collect(): Promise<void>;
  /** What was received since, in the order of arrival. */
  readonly received: readonly CollectedWebhook[];
  /**
   * Waits for an event that was received already or will be. Where nothing was collected, begins to, and is sent the events
   * of the account's log too: what happened before is found.
   *
   * @param matches tells whether it is the event that is meant. Default: the first of the type.
   * @param timeoutMs how long to wait at most, in real milliseconds. Default: 4,000, which is less
   *   than runners wait for a test.
   * @throws UsageError when the time is over, with the types that were received instead
   */
  waitFor<Name extends string>(
    type: Name,
    matches?: (event: CollectedEvent<Name>) => boolean,
    timeoutMs?: number,
  ): Promise<CollectedEvent<Name>>;
  /** What the deliveries to destinations are signed with that were registered here without a secret. Always the same. */
  readonly secret: string;
  /**
   * Sends events to a server of one's own, such as the handler under test. One that is registered already stays.
   *
   * @throws UsageError for an unknown event type, for what is no URL, and beyond ten destinations
   */
  register(destination: WebhookDestination): Promise<RegisteredDestination>;
  /** The attempts to deliver, newest first, with what came back. Default: the last 100. */
  deliveries(filter?: DeliveryFilter): Promise<Delivery[]>;
  /**
   * Signs a body as Paddle does, for unit tests of a handler.
   *
   * @param secret Default: {@link Webhooks.secret}.
   * @returns a `Paddle-Signature` header, stamped with the wall clock
   */
  sign(body: string, secret?: string): string;
};

/** The webhooks of an account, through the control plane. */
export function createWebhooks(control: ControlClient, collector: Collector): Webhooks {
  return {
    collect: () => collector.collect(),
    received: collector.received,
    waitFor: (...wish) => collector.waitFor(...wish),
    secret: defaultWebhookSecret,
    register: (destination) => registerDestination(control, destination),
    deliveries: async (query = {}) =>
      (await answerOf(control.GET('/_paddock/deliveries', { params: { query } }))).deliveries,
    sign: (body, secret = defaultWebhookSecret) => signatureHeader(body, [secret], Math.floor(Date.now() / 1000)),
  };
}

/** Makes a mock send events to a URL, also those that happened before where that is asked for. */
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
