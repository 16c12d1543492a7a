import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Environment, type EventEntity, Paddle } from '@paddle/paddle-node-sdk';
import express from 'express';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Paddock, startPaddock } from '#mock-server/index.ts';
import { createPaddleClient, createWebhookHandler, isPaddleError } from '../index.ts';

/** Serves an application until the test ends. */
async function serve(listener: Parameters<typeof createServer>[1]): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
}

function connect(paddock: Paddock) {
  return createPaddleClient({ apiKey: paddock.apiKey, environment: paddock.url, retry: { maxAttempts: 1 } });
}

async function statusesOf(paddock: Paddock): Promise<string[]> {
  await fetch(`${paddock.url}/_paddock/deliveries/settle`, { method: 'POST' });
  const { data } = await connect(paddock).GET('/notifications', { params: { query: { order_by: 'id[ASC]' } } });
  return data.map(({ type, status }) => `${type} ${status}`);
}

describe.each(['guide', 'official'] as const)('webhooks of the mock under %s', (profile) => {
  test('are taken by the handler, in Express', async () => {
    const names: (string | null)[] = [];
    const app = express();
    const destination = await serve(app);
    await using paddock = await startPaddock({ profile });
    const { data: setting } = await connect(paddock).POST('/notification-settings', {
      body: { description: 'Test', type: 'url', destination, subscribed_events: ['customer.created'] },
    });
    const handler = createWebhookHandler({
      secret: setting.endpoint_secret_key,
      on: { 'customer.created': ({ data }) => void names.push(data.name) },
    });
    app.post('/webhooks', handler.express);

    await connect(paddock).POST('/customers', { body: { email: 'sam@example.com', name: 'Sam' } });
    expect(await statusesOf(paddock)).toEqual(['customer.created delivered']);
    await handler.idle();
    expect(names).toEqual(['Sam']);
  });

  test("are taken by Paddle's own SDK in an Express application", async () => {
    const events: EventEntity[] = [];
    let secret = '';
    const sdk = new Paddle('pdl_sdbx_apikey_01kpadd0ck0000000000000000_PaddockSandboxDefault0_000', {
      environment: Environment.sandbox,
    });
    const app = express();
    app.post('/webhooks', express.raw({ type: 'application/json' }), async (request, response) => {
      const signature = request.header('paddle-signature') ?? '';
      try {
        events.push(await sdk.webhooks.unmarshal(request.body.toString(), secret, signature));
        response.sendStatus(200);
      } catch {
        response.sendStatus(401);
      }
    });
    await using paddock = await startPaddock({ profile, webhook: { url: await serve(app) } });
    const paddle = connect(paddock);
    const { data: settings } = await paddle.GET('/notification-settings', {});
    secret = settings[0]?.endpoint_secret_key ?? '';
    const { data: customer } = await paddle.POST('/customers', { body: { email: 'sam@example.com' } });
    const path = { customer_id: customer.id };
    await paddle.POST('/customers/{customer_id}/addresses', {
      params: { path },
      body: { country_code: 'US', postal_code: '10021' },
    });
    await paddle.PATCH('/customers/{customer_id}', { params: { path }, body: { name: 'Sam' } });
    expect(await statusesOf(paddock)).toEqual([
      'customer.created delivered',
      'address.created delivered',
      'customer.updated delivered',
    ]);
    expect(events.map(({ eventType }) => eventType)).toEqual(
      expect.arrayContaining(['customer.created', 'address.created', 'customer.updated']),
    );
  });

  test('are refused with a secret that is not theirs, and tried again', async () => {
    const refused: unknown[] = [];
    const handler = createWebhookHandler({ secret: 'another', on: {}, onError: (problem) => refused.push(problem) });
    await using paddock = await startPaddock({ profile, webhook: { url: await serve(handler.node) } });
    await connect(paddock).POST('/customers', { body: { email: 'sam@example.com' } });
    expect(await statusesOf(paddock)).toEqual(['customer.created needs_retry']);
    expect(refused).toHaveLength(1);
  });

  test('stop when their destination is deleted', async () => {
    await using paddock = await startPaddock({ profile, webhook: { url: 'http://127.0.0.1:9/' } });
    const paddle = connect(paddock);
    const { data: settings } = await paddle.GET('/notification-settings', {});
    const path = { notification_setting_id: settings[0]?.id ?? '' };
    const { response } = await paddle.DELETE('/notification-settings/{notification_setting_id}', { params: { path } });
    expect(response.status).toBe(204);
    const again = paddle.DELETE('/notification-settings/{notification_setting_id}', { params: { path } });
    await expect(again).rejects.toSatisfy((error) => isPaddleError(error, 'not_found'));
  });
});
