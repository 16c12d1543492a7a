import { expect, test } from 'vitest';
import { startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';
import { Connections } from './connections.ts';

test.each([
  ['the mock’s own control plane', (url: string) => `${url}/_paddock/reset`, 'control plane'],
  ['a name of examples', () => 'https://hooks.example.com/', 'hooks.example.com is reserved for examples'],
  ['a name that cannot exist', () => 'https://shop.invalid/', 'shop.invalid is reserved for examples'],
])('a webhook to %s is not sent, and its log says why', async (_, destinationOf, reason) => {
  await using paddock = await startPaddock();
  const steering = { destination: destinationOf(paddock.url), subscribed_events: ['customer.created'] };
  await call(paddock, 'POST', '/notification-settings', { description: 'x', type: 'url', ...steering });
  await call(paddock, 'POST', '/customers', { email: 'sam@example.com' });
  await call(paddock, 'POST', '/_paddock/deliveries/settle', { timeout_ms: 10_000 });
  expect((await call(paddock, 'GET', '/customers')).data).toHaveLength(1);
  const { deliveries } = await (await fetch(`${paddock.url}/_paddock/deliveries`)).json();
  expect(deliveries).toMatchObject([{ response_code: 0, response_body: expect.stringContaining(reason) }]);
});

test('only the control plane of this server is its own', () => {
  const connections = new Connections();
  expect(connections.isOwnControl(new URL('http://127.0.0.1:4010/_paddock/reset'))).toBe(false);
  connections.home = new URL('http://0.0.0.0:4010');
  const isOwn = (url: string) => connections.isOwnControl(new URL(url));
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0']) {
    expect([host, isOwn(`http://${host}:4010/_paddock/reset`)]).toEqual([host, true]);
    expect([host, isOwn(`http://${host}:3000/_paddock/reset`)]).toEqual([host, false]);
    expect([host, isOwn(`http://${host}:4010/webhooks`)]).toEqual([host, false]);
  }
  expect(isOwn('http://paddock.example:4010/_paddock/reset')).toBe(false);
});
