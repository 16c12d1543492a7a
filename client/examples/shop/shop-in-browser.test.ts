import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest';
import { type Paddock, startPaddock } from '#mock-server/index.ts';
import { routePaddle } from '#mock-server/test-runners/route-paddle.ts';
import { type Chromium, launchChromium } from '#vitest/chromium.ts';
import { refreshScreenshot } from '#vitest/look-at.ts';
import { type ServedShop, serveShop } from './testing/serve-shop.ts';

let paddock: Paddock;
let shop: ServedShop;
let url: string;
let browser: Chromium | undefined;
beforeAll(async () => {
  paddock = await startPaddock({ profile: 'official', clock: { now: '2026-07-01T09:00:00Z', frozen: true } });
  shop = await serveShop(paddock);
  url = shop.url;
});
beforeEach(() => void shop.signIn());
afterAll(async () => {
  await browser?.close();
  shop.close();
  await paddock.close();
});

// A busy machine takes many times as long to draw a page.
describe('the shop in a browser without the internet', { timeout: 240_000 }, () => {
  /** Opens a page that reaches nothing but this machine. */
  async function openOffline(context: Parameters<typeof launchChromium>[0]): Promise<Page> {
    browser ??= await launchChromium(context);
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, locale: 'en-US' });
    page.setDefaultTimeout(120_000);
    await page.context().route(/.*/, (route) => {
      const { hostname } = new URL(route.request().url());
      return hostname === '127.0.0.1' ? route.continue() : route.abort();
    });
    return page;
  }

  async function open(context: Parameters<typeof launchChromium>[0]): Promise<Page> {
    const page = await openOffline(context);
    await routePaddle(page.context(), paddock);
    return page;
  }

  test('needs no routes with one line of HTML', async (context) => {
    const page = await openOffline(context);
    const line = `<script src="${paddock.url}/_paddock/paddle.js"></script>`;
    const changed = createServer(async (request, response) => {
      const answer = await fetch(url + request.url);
      response.setHeader('Content-Type', answer.headers.get('content-type') ?? '');
      response.end((await answer.text()).replace('<link', `${line}<link`));
    }).listen(0, '127.0.0.1');
    await once(changed, 'listening');
    await page.goto(`http://127.0.0.1:${(changed.address() as AddressInfo).port}`);
    await page.getByText('$30.00 a month').waitFor();
    await page.close();
    changed.close();
  });

  test('needs no routes with a service worker', async (context) => {
    const page = await openOffline(context);
    await page.goto(url);
    await page.evaluate(
      `navigator.serviceWorker.register('/paddock-worker.js?mock=${paddock.url}').then(() => navigator.serviceWorker.ready)`,
    );
    await page.reload();
    await page.getByText('$30.00 a month').waitFor();
    await page.close();
  });

  test('shows its prices in three currencies', async (context) => {
    const page = await open(context);
    await page.goto(url);
    await page.getByText('$30.00 a month').waitFor();
    await page.getByLabel('Prices for').selectOption('GB');
    await page.getByText('£25.00 a month').waitFor();
    await page.getByLabel('Prices for').selectOption('DE');
    await page.getByText('€28.00 a month').waitFor();
    await page.close();
  });

  test.for([
    ['overlay', 'Buy Starter'],
    ['inline', 'Buy Starter on this page'],
  ] as const)(
    'sells, upgrades, pauses and cancels a subscription, with an %s checkout',
    async ([mode, button], context) => {
      const page = await open(context);
      await page.goto(url);
      await page.getByRole('button', { name: button, exact: true }).click();
      const checkout = page.frameLocator('iframe.paddle-frame');
      await checkout.getByLabel('Country').selectOption('US');
      await checkout.getByLabel(/ZIP code|Postal code/).fill('10021');
      if (mode === 'overlay') await refreshScreenshot(page, new URL('checkout.png', import.meta.url));
      await checkout.getByRole('button', { name: 'Continue' }).click();
      await checkout.getByLabel('Card number').fill('4242 4242 4242 4242');
      await checkout.getByLabel('Expiry').fill('12/40');
      await checkout.getByLabel('Security code').fill('100');
      await checkout.getByRole('button', { name: /^(Pay|Subscribe|Start)/ }).click();

      await page.waitForURL(`${url}/account.html`);
      await page.getByText('Starter: active').waitFor();
      await page.getByRole('button', { name: 'Upgrade to Pro' }).click();
      await page.getByText('Pro: active').waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('Pro: active, pause on 2026-08-01').waitFor();

      await page.getByRole('button', { name: 'Manage payments' }).click();
      await page.getByRole('link', { name: 'Notes' }).click();
      await page.getByRole('button', { name: 'Do not pause' }).click();
      await page.getByRole('link', { name: 'Cancel subscription' }).click();
      await page.getByRole('button', { name: 'Cancel subscription' }).click();
      await page.getByText('Your cancellation is done.').waitFor();
      await page.goto(`${url}/account.html`);
      await page.getByText('Pro: active, cancel on 2026-08-01').waitFor();
      await page.close();
    },
  );
});
