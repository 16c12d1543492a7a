import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '#mock-server/index.ts';
import { routePaddle } from '#mock-server/test-runners/route-paddle.ts';
import { launchChromium } from '#vitest/chromium.ts';
import { refreshScreenshot } from '#vitest/look-at.ts';
import { createPaddleClient, type PaddleClient } from '../../index.ts';
import { createCatalogue, type Plan } from './catalogue.ts';
import { createShop } from './shop.ts';

let paddock: Paddock;
let paddle: PaddleClient;
let plans: Plan[];
let server: Server;
let url: string;
/** The signed-in user; each test has another. */
let user = { id: 'user-0', email: 'user-0@example.com' };
let users = 0;

beforeAll(async () => {
  paddock = await startPaddock({ profile: 'official', clock: { now: '2026-07-01T09:00:00Z', frozen: true } });
  paddle = createPaddleClient({ apiKey: paddock.apiKey, environment: paddock.url });
  plans = await createCatalogue(paddle);
  const { data: token } = await paddle.POST('/client-tokens', { body: { name: 'Shop' } });
  const webhookSecret = paddock.webhooks.secret;
  const shop = createShop({ paddle, clientToken: token.token, webhookSecret, plans, userOf: () => user });
  server = shop.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await paddock.webhooks.register({ url: `${url}/webhooks/paddle` });
});
beforeEach(() => {
  users += 1;
  user = { id: `user-${users}`, email: `user-${users}@example.com` };
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await paddock.close();
});

async function send(path: string, body: object = {}) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

/** Reads the account once all webhooks have arrived. */
async function account() {
  await paddock.settle();
  return (await fetch(`${url}/api/account`)).json();
}

describe('the shop', () => {
  test('knows a subscription by its webhooks, upgrades and pauses it, and leads to its portal', async () => {
    expect((await send('/api/pause')).status).toBe(404);
    const { id } = await paddock.subscriptions.create({
      items: [{ price_id: plans[0]?.priceId ?? '', quantity: 1 }],
      customer: { email: user.email },
      address: { country_code: 'US', postal_code: '10021' },
      custom_data: { user_id: user.id },
    });
    expect(await account()).toMatchObject({ plan: 'Starter', subscription: { id, status: 'active', scheduled: null } });
    await send('/api/plan', { plan: 'Pro' });
    expect(await account()).toMatchObject({ plan: 'Pro', subscription: { status: 'active' } });
    await send('/api/pause');
    const scheduled = { action: 'pause', at: '2026-08-01T09:00:00Z' };
    expect(await account()).toMatchObject({ subscription: { scheduled } });
    expect((await send('/api/pause')).status).toBe(409);
    expect((await fetch((await send('/api/portal')).body.url)).status).toBe(200);
  });

  test('takes no webhook without a signature', async () => {
    const forged = {
      event_id: 'evt_01h',
      event_type: 'subscription.created',
      data: { custom_data: { user_id: user.id } },
    };
    expect((await send('/webhooks/paddle', forged)).status).toBe(401);
    expect((await account()).subscription).toBeNull();
  });
});

describe('the shop in a browser without the internet', () => {
  let browser: Browser | undefined;
  afterAll(() => browser?.close());

  async function open(context: Parameters<typeof launchChromium>[0]): Promise<Page> {
    browser ??= await launchChromium(context);
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, locale: 'en-US' });
    await page.context().route(/.*/, (route) => {
      const { hostname } = new URL(route.request().url());
      return hostname === '127.0.0.1' ? route.continue() : route.abort();
    });
    await routePaddle(page.context(), paddock);
    return page;
  }

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
