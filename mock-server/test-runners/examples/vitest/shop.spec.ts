import { test } from 'paddle-paddock/vitest';
import { expect } from 'vitest';
import { serveShop } from '../shop/serve.js';
import { signUp } from '../shop/sign-up.js';

const sam = { email: 'sam@example.com', name: 'Sam Miller' };

test('signing up makes one customer', async ({ paddock }) => {
  const customer_id = await signUp(sam);
  const { data } = await paddock.client.GET('/customers/{customer_id}', { params: { path: { customer_id } } });
  expect(data).toMatchObject(sam);
  await paddock.requests.expect({ operationId: 'createCustomer', body: sam, times: 1 });
});

test('a refusal of Paddle’s reaches the caller', async () => {
  await expect(signUp({ ...sam, email: 'nowhere' })).rejects.toMatchObject({ code: 'bad_request' });
});

test('access ends with the subscription', async ({ paddock }) => {
  await using shop = await serveShop();
  await paddock.webhooks.register({ url: `${shop.url}/webhooks`, events: ['subscription.canceled'] });
  const { data } = await paddock.trigger('subscription.canceled');
  await paddock.settle();
  const access = await fetch(`${shop.url}/access/${data.customer_id}`);
  expect(await access.json()).toEqual({ access: false });
});
