import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchChromium } from '#vitest/chromium.ts';
import { awaitEvent, enterDetails, eventsOf, payWith } from '../testing/pages.ts';
import { monthly, once, openShop, type Shop } from '../testing/shop.ts';

let shop: Shop;
let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async (context) => {
  browser ??= await launchChromium(context);
  page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'en-US' });
});
afterEach(async () => {
  await page.close();
});
afterAll(async () => {
  await browser?.close();
  await shop.close();
});

/** Initializes Paddle.js, and runs a script after that. */
const initialized = (script: string, settings = '{}') =>
  `Paddle.Environment.set('sandbox');
Paddle.Initialize({ token: '${shop.token}', eventCallback, checkout: { settings: ${settings} } });
${script}`;

const open = (options: object) => `Paddle.Checkout.open(${JSON.stringify(options)});`;
const namesOf = (events: readonly { name?: string }[]) => events.map(({ name }) => name);
const items = [{ priceId: monthly.id, quantity: 2 }];

test('an overlay sells items, and its events and webhooks come in the recorded order', async () => {
  const customData = { plan: 'pro', nested: { seat_count: 2 } };
  await page.goto(shop.page(initialized(open({ items, customData }))));
  const frame = page.frameLocator('iframe.paddle-frame-overlay');
  const loaded = await awaitEvent(page, 'checkout.loaded');
  expect(loaded.data).toMatchObject({
    id: expect.stringMatching(/^che_[a-z\d]{26}$/),
    transaction_id: expect.stringMatching(/^txn_[a-z\d]{26}$/),
    status: 'draft',
    custom_data: customData,
    currency_code: 'USD',
    items: [{ price_id: monthly.id, quantity: 2, totals: { subtotal: 60, discount: 0, tax: 0, total: 60 } }],
    totals: { subtotal: 60, tax: 0, total: 60, discount: 0, credit: 0, balance: 60 },
    payment: { method_details: { type: 'none' } },
    settings: { display_mode: 'wide-overlay', theme: 'light' },
    upsell: null,
  });
  await enterDetails(frame);
  await payWith(frame);
  const completed = await awaitEvent(page, 'checkout.completed');
  expect(namesOf(await eventsOf(page)).filter((name) => name !== 'checkout.updated')).toEqual([
    'checkout.loaded',
    'checkout.customer.created',
    'checkout.payment.selected',
    'checkout.payment.initiated',
    'checkout.completed',
  ]);
  // The tax of New York, 0.08875, on 60 dollars: 5.325, of which the half cent goes down.
  expect(completed.data).toMatchObject({
    status: 'completed',
    totals: { subtotal: 60, tax: 5.32, total: 65.32, balance: 0 },
    recurring_totals: { subtotal: 60, tax: 5.32, total: 65.32 },
    customer: { email: 'sam@example.com', address: { country_code: 'US', postal_code: '10021', city: '' } },
    payment: { method_details: { type: 'card', card: { type: 'visa', last4: '4242', expiry_month: 12 } } },
  });
  const { data: transaction } = await shop.call('GET', `/transactions/${completed.data?.transaction_id}`);
  expect(transaction).toMatchObject({ status: 'completed', origin: 'web', custom_data: customData });
  const { data: subscription } = await shop.call('GET', `/subscriptions/${transaction['subscription_id']}`);
  expect(subscription).toMatchObject({ status: 'active', custom_data: customData });
  const types = (await shop.eventTypes()).reverse();
  const order = [
    'transaction.created',
    'customer.created',
    'address.created',
    'transaction.ready',
    'transaction.paid',
    'subscription.created',
    'transaction.completed',
  ];
  expect(types.filter((type) => order.includes(type))).toEqual(order);
  await frame.getByRole('button', { name: 'Close', exact: true }).click();
  await awaitEvent(page, 'checkout.closed');
  expect(await page.locator('iframe').count()).toBe(0);
});

test('an overlay sells a transaction that the server prepared', async () => {
  const { data } = await shop.call('POST', '/transactions', { items: [{ price_id: once.id, quantity: 1 }] });
  await page.goto(shop.page(initialized(open({ transactionId: data['id'] }))));
  const frame = page.frameLocator('iframe');
  await enterDetails(frame, { email: 'ada@example.com', country: 'GB', postalCode: 'EC1V 8BT' });
  await payWith(frame);
  const { data: completed } = await awaitEvent(page, 'checkout.completed');
  expect(completed).toMatchObject({
    transaction_id: data['id'],
    status: 'completed',
    totals: { subtotal: 25, tax: 5, total: 30 },
  });
});

test('a declined card fails, and another one pays', async () => {
  await page.goto(shop.page(initialized(open({ items }))));
  const frame = page.frameLocator('iframe');
  await enterDetails(frame);
  await payWith(frame, '4000 0000 0000 0002');
  await frame.getByText('Your card was declined').waitFor();
  expect(namesOf(await eventsOf(page)).slice(-2)).toEqual(['checkout.payment.initiated', 'checkout.payment.failed']);
  await payWith(frame);
  await awaitEvent(page, 'checkout.completed');
});

test('a card that is no test card is an error of the payment, with its code', async () => {
  await page.goto(shop.page(initialized(open({ items }))));
  const frame = page.frameLocator('iframe');
  await enterDetails(frame);
  await payWith(frame, '5555 5555 5555 4444');
  const error = await awaitEvent(page, 'checkout.payment.error');
  expect(error).toEqual({
    name: 'checkout.payment.error',
    type: 'request_error',
    code: 'bad_request',
    detail: expect.any(String),
    documentation_url: expect.stringContaining('https://developer.paddle.com/'),
  });
});

test.each(['unknown', 'revoked'])('with a token that is %s, a checkout is an error', async (kind) => {
  const { data } = await shop.call('POST', '/client-tokens', { name: 'Old' });
  if (kind === 'revoked') await shop.call('PATCH', `/client-tokens/${data['id']}`, { status: 'revoked' });
  const token = kind === 'revoked' ? data['token'] : 'test_0123456789abcdef';
  await page.goto(
    shop.page(`Paddle.Environment.set('sandbox');
Paddle.Initialize({ token: '${token}', eventCallback }); ${open({ items })}
Paddle.PricePreview({ items: [{ priceId: '${monthly.id}', quantity: 1 }] }).catch((error) => { window.refused = error.code; });`),
  );
  expect(await awaitEvent(page, 'checkout.error')).toMatchObject({ code: 'invalid_client_token' });
  await page.waitForFunction(() => Object(window).refused === 'invalid_client_token');
});

test('the package @paddle/paddle-js, as it is published, loads what stands in for Paddle.js', async () => {
  const loader = await readFile(new URL(import.meta.resolve('@paddle/paddle-js/dist/index.esm.js')), 'utf8');
  await page.route('https://cdn.paddle.com/paddle/v2/paddle.js', async (route) =>
    route.fulfill({ response: await route.fetch({ url: `${shop.paddock.url}/_paddock/paddle.js` }) }),
  );
  await page.goto(shop.page('', '<h1>Shop</h1>').replace(/\/\d+$/, '/empty'));
  await page.addScriptTag({
    type: 'module',
    content: `${loader.replace(/export \{[^}]*\};?/s, '')}
window.events = [];
const paddle = await initializePaddle({ token: '${shop.token}', environment: 'sandbox', eventCallback: (event) => window.events.push(event) });
paddle.Checkout.open({ items: ${JSON.stringify(items)} });`,
  });
  await page.waitForFunction(() => Object(window).events?.length > 0);
  expect((await awaitEvent(page, 'checkout.loaded')).data?.totals.total).toBe(60);
});
