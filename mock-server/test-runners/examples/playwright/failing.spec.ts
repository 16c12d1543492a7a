import { expect, test } from 'paddle-paddock/playwright';
import { serveShop } from '../shop/serve.js';

test('fails on purpose to show its output', async ({ paddock, request }) => {
  await using shop = await serveShop();
  await paddock.webhooks.collect();
  await request.post(`${shop.url}/sign-up`, { data: { email: 'kim@example.com', name: 'Kim' } });
  await paddock.settle();
  expect('this').toBe('never so');
});
