import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usePaddock } from 'paddle-paddock/node-test';
import { serveShop } from '../shop/serve.js';
import { signUp } from '../shop/sign-up.js';

const sam = { email: 'sam@example.com', name: 'Sam Miller' };

test('signing up makes one customer', async (t) => {
  const paddock = await usePaddock(t);
  const customer_id = await signUp(sam);
  const { data } = await paddock.client.GET('/customers/{customer_id}', { params: { path: { customer_id } } });
  assert.partialDeepStrictEqual(data, sam);
  await paddock.requests.expect({ operationId: 'createCustomer', body: sam, times: 1 });
});

test('a refusal of Paddle’s reaches the caller', async (t) => {
  await usePaddock(t);
  await assert.rejects(signUp({ ...sam, email: 'nowhere' }), { code: 'bad_request' });
});

test('access ends with the subscription', async (t) => {
  const paddock = await usePaddock(t);
  await using shop = await serveShop();
  await paddock.webhooks.register({ url: `${shop.url}/webhooks`, events: ['subscription.canceled'] });
  const { data } = await paddock.trigger('subscription.canceled');
  await paddock.settle();
  const access = await fetch(`${shop.url}/access/${data.customer_id}`);
  assert.deepEqual(await access.json(), { access: false });
});
