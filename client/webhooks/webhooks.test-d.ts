import express from 'express';
import { describe, expectTypeOf, test } from 'vitest';
import {
  type Customer,
  createWebhookHandler,
  type GuideWebhooks,
  type OfficialWebhooks,
  type PaddleEvent,
  type PaddleEventOf,
  type SeenStore,
  type Subscription,
  verifyWebhook,
  type WebhookListeners,
} from '../index.ts';

declare const event: PaddleEvent;
const secret = 'secret';

describe('PaddleEvent', () => {
  test('is narrowed by comparing the type', () => {
    if (event.event_type === 'customer.updated') {
      expectTypeOf(event.event_type).toEqualTypeOf<'customer.updated'>();
      expectTypeOf(event.data).toEqualTypeOf<Customer>();
    }
  });

  test('is narrowed by a switch', () => {
    switch (event.event_type) {
      case 'subscription.updated':
      case 'subscription.canceled':
        expectTypeOf(event.data).toExtend<Omit<Subscription, 'management_urls'>>();
        expectTypeOf(event.data).not.toHaveProperty('management_urls');
        expectTypeOf(event.data).not.toHaveProperty('transaction_id');
        break;
      case 'subscription.created':
        expectTypeOf(event.data.transaction_id).toBeString();
        break;
      case 'transaction.completed':
        expectTypeOf(event.data.currency_code).toExtend<string>();
        break;
      case 'payout.paid':
        expectTypeOf(event.data).toBeUnknown();
        break;
      // @ts-expect-error There is no such type.
      case 'customer.updatd':
        break;
      default:
        expectTypeOf(event.data).toBeUnknown();
        expectTypeOf(event.event_type).toExtend<string>();
    }
  });

  test('has the common fields for every type', () => {
    expectTypeOf(event.event_id).toBeString();
    expectTypeOf(event.occurred_at).toBeString();
    expectTypeOf(event.notification_id).toBeString();
    expectTypeOf(event.event_type).toExtend<string>();
    expectTypeOf(event.data).toBeUnknown();
  });

  test('follows the document: each of its webhooks is a type of event with a payload', () => {
    expectTypeOf<keyof GuideWebhooks>().toExtend<PaddleEvent['event_type']>();
    expectTypeOf<PaddleEventOf<keyof GuideWebhooks>['data']['id']>().toBeString();
  });

  test('has the payloads of the official document on request', () => {
    type Official = PaddleEventOf<'customer.updated', OfficialWebhooks>;
    expectTypeOf<Official['data']['custom_data']>().toEqualTypeOf<{ [key: string]: unknown } | null>();
    expectTypeOf<PaddleEventOf<'customer.updated'>['data']>().toEqualTypeOf<Customer>();
    type Activated = PaddleEventOf<'subscription.activated', OfficialWebhooks>;
    expectTypeOf<Activated['data']['next_billed_at']>().toEqualTypeOf<string | null>();
    expectTypeOf<PaddleEventOf<'transaction.billed', OfficialWebhooks>['data']['id']>().toBeString();
  });
});

test('verifyWebhook has an event only if it is ok', async () => {
  const result = await verifyWebhook('', null, [secret]);
  if (result.ok) expectTypeOf(result.event).toEqualTypeOf<PaddleEvent>();
  else expectTypeOf(result.hint).toEqualTypeOf<string | undefined>();
  // @ts-expect-error It may be refused.
  result.event;
  // @ts-expect-error A parsed body is not raw.
  await verifyWebhook({}, null, secret);
});

describe('createWebhookHandler', () => {
  test('gives each listener its event', () => {
    createWebhookHandler({
      secret,
      on: {
        'customer.updated': ({ data }, { lease }) => {
          expectTypeOf(data).toEqualTypeOf<Customer>();
          expectTypeOf(lease).toBeString();
        },
        'subscription.paused': async ({ data }) => {
          expectTypeOf(data).toExtend<Omit<Subscription, 'management_urls'>>();
        },
        'payout.paid': ({ data }) => {
          expectTypeOf(data).toBeUnknown();
        },
      },
      otherwise: (other) => {
        expectTypeOf(other).toEqualTypeOf<PaddleEvent>();
      },
    });
    createWebhookHandler<OfficialWebhooks>({
      secret,
      on: {
        'customer.updated': ({ data }) => {
          expectTypeOf(data.custom_data).toEqualTypeOf<{ [key: string]: unknown } | null>();
        },
      },
    });
  });

  test('takes listeners for types that exist only', () => {
    const listener = () => {};
    // @ts-expect-error It is misspelt.
    createWebhookHandler({ secret, on: { 'customer.updatd': listener } });
    // @ts-expect-error That is another entity's event.
    const wrong: WebhookListeners = { 'customer.updated': (_: { data: Subscription }) => {} };
    expectTypeOf(wrong).toBeObject();
  });

  test('takes a store that is complete', () => {
    const seen = { claim: async () => true };
    // @ts-expect-error
    createWebhookHandler({ secret, on: {}, seen });
    expectTypeOf<Omit<SeenStore, 'takeOverdue'>>().toExtend<SeenStore>();
  });

  test('fits Express and servers of the Fetch API', () => {
    const handler = createWebhookHandler({ secret, on: {} });
    express().post('/webhooks', express.raw({ type: 'application/json' }), handler.express);
    expectTypeOf(handler.fetch).toExtend<(request: Request) => Promise<Response>>();
    expectTypeOf(handler.fetch).parameter(1).exclude(undefined).toExtend<{ waitUntil?: unknown }>();
  });
});
