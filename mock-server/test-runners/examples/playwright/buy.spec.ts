import { expect, test } from 'paddle-paddock/playwright';
// The shop of client/examples/shop, which .ci/runners.ts copies here.
import { serveShop } from '../subscription-shop/testing/serve-shop.ts';

test.skip(!process.env.PADDOCK_CHROMIUM, 'needs a browser');
// A busy machine takes many times as long to draw a page.
test.setTimeout(240_000);

test('a user buys, upgrades, pauses and cancels a subscription without the internet', async ({ paddock, page }) => {
  await page.context().route(/.*/, (route) => {
    const { hostname } = new URL(route.request().url());
    return hostname === '127.0.0.1' || hostname.endsWith('.paddle.com') ? route.fallback() : route.abort();
  });
  const shop = await serveShop(paddock);
  shop.signIn();
  await page.goto(shop.url);
  await page.getByRole('button', { name: 'Buy Starter', exact: true }).click();
  const checkout = page.frameLocator('iframe.paddle-frame');
  await checkout.getByLabel('Country').selectOption('US');
  await checkout.getByLabel('ZIP code').fill('10021');
  await checkout.getByRole('button', { name: 'Continue' }).click();
  await checkout.getByLabel('Card number').fill('4242 4242 4242 4242');
  await checkout.getByLabel('Expiry').fill('12/40');
  await checkout.getByLabel('Security code').fill('100');
  await checkout.getByRole('button', { name: /^Subscribe/ }).click();

  await expect(page.getByText('Starter: active')).toBeVisible();
  await page.getByRole('button', { name: 'Upgrade to Pro' }).click();
  await expect(page.getByText('Pro: active')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Pro: active, pause on')).toBeVisible();

  await page.getByRole('button', { name: 'Manage payments' }).click();
  await page.getByRole('link', { name: 'Notes' }).click();
  await page.getByRole('button', { name: 'Do not pause' }).click();
  await page.getByRole('link', { name: 'Cancel subscription' }).click();
  await page.getByRole('button', { name: 'Cancel subscription' }).click();
  await page.goto(`${shop.url}/account.html`);
  await expect(page.getByText('Pro: active, cancel on')).toBeVisible();
  shop.close();
});
