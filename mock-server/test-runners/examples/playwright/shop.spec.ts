import { expect, test } from 'paddle-paddock/playwright';
import { serveShop } from '../shop/serve.js';

const sam = { email: 'sam@example.com', name: 'Sam Miller' };

test('signing up makes one customer', async ({ paddock, request }) => {
  await using shop = await serveShop();
  const response = await request.post(`${shop.url}/sign-up`, { data: sam });
  expect(response.status()).toBe(201);
  const { data } = await paddock.client.GET('/customers');
  expect(data).toMatchObject([sam]);
  await paddock.requests.expect({ operationId: 'createCustomer', body: sam, times: 1 });
});

test('a refusal of Paddle’s reaches the caller', async ({ paddock, request }) => {
  await using shop = await serveShop();
  const response = await request.post(`${shop.url}/sign-up`, { data: { ...sam, email: 'nowhere' } });
  expect(response.status()).toBe(422);
  await paddock.requests.expect({ operationId: 'createCustomer', status: 400 });
});

test('access ends with the subscription', async ({ paddock, request }) => {
  await using shop = await serveShop();
  await paddock.webhooks.register({ url: `${shop.url}/webhooks`, events: ['subscription.canceled'] });
  const { data } = await paddock.trigger('subscription.canceled');
  await paddock.settle();
  const access = await request.get(`${shop.url}/access/${data.customer_id}`);
  expect(await access.json()).toEqual({ access: false });
});
