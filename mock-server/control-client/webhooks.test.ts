import { Environment, Paddle } from '@paddle/paddle-node-sdk';
import { describe, expect, test } from 'vitest';
import { startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';

describe('collecting webhooks in a test', () => {
  test('waits for the matching event, or finds it if already received', async () => {
    await using paddock = await startPaddock();
    await paddock.webhooks.collect();
    const { data } = await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    const waiting = paddock.webhooks.waitFor('customer.updated', (event) => event.data.name === 'Sam');
    await call(paddock, 'PATCH', `/customers/${data.id}`, { name: 'Kim' });
    await call(paddock, 'PATCH', `/customers/${data.id}`, { name: 'Sam' });
    expect((await waiting).data).toMatchObject({ id: data.id, name: 'Sam' });
    expect((await paddock.webhooks.waitFor('customer.created')).data).toEqual(data);
    expect(paddock.webhooks.received).toHaveLength(3);
  });

  test('finds past events if there was no destination', async () => {
    await using paddock = await startPaddock();
    const { data } = await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    await call(paddock, 'PATCH', `/customers/${data.id}`, { name: 'Sam' });
    const event = await paddock.webhooks.waitFor('customer.updated');
    expect(event).toMatchObject({ notification_id: expect.stringMatching(/^ntf_/), data: { name: 'Sam' } });
    await paddock.settle();
    const types = () => paddock.webhooks.received.map((one) => one.event.event_type);
    expect(types().toSorted()).toEqual(['customer.created', 'customer.updated']);
    await call(paddock, 'PATCH', `/customers/${data.id}`, { name: 'Kim' });
    await paddock.webhooks.waitFor('customer.updated', ({ data: { name } }) => name === 'Kim');
    expect(types()).toHaveLength(3);
  });

  test('finds only later events after collect', async () => {
    await using paddock = await startPaddock();
    await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    await paddock.webhooks.collect();
    await expect(paddock.webhooks.waitFor('customer.created', undefined, 1)).rejects.toThrow('Received: nothing');
  });

  test('receives and makes signatures that Paddle’s own verifier accepts', async () => {
    await using paddock = await startPaddock();
    const sdk = new Paddle(paddock.apiKey, { environment: Environment.sandbox });
    await paddock.webhooks.collect();
    const [setting] = (await call(paddock, 'GET', '/notification-settings')).data;
    await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    await paddock.webhooks.waitFor('customer.created');
    const [received] = paddock.webhooks.received;
    if (!received) throw new Error('Nothing was received.');
    const event = await sdk.webhooks.unmarshal(received.rawBody, setting.endpoint_secret_key, received.signature);
    expect(event.eventType).toBe('customer.created');
    const signature = paddock.webhooks.sign(received.rawBody, 'a secret');
    await expect(sdk.webhooks.unmarshal(received.rawBody, 'a secret', signature)).resolves.toBeDefined();
    await expect(sdk.webhooks.unmarshal(received.rawBody, 'another', signature)).rejects.toThrow();
  });

  test('continues after a reset, with an empty list', async () => {
    await using paddock = await startPaddock();
    await paddock.webhooks.collect();
    await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    await paddock.webhooks.waitFor('customer.created');
    await paddock.reset();
    expect(paddock.webhooks.received).toEqual([]);
    await call(paddock, 'POST', '/customers', { email: 'kim@example.com' });
    expect((await paddock.webhooks.waitFor('customer.created')).data.email).toBe('kim@example.com');
  });

  test('reports the received types on timeout', async () => {
    await using paddock = await startPaddock();
    await paddock.webhooks.collect();
    await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
    await paddock.webhooks.waitFor('customer.created');
    await expect(paddock.webhooks.waitFor('customer.updated', undefined, 1)).rejects.toThrow(
      'Received: customer.created',
    );
  });
});
