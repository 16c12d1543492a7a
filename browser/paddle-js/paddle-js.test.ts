import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '#vitest/chromium.ts';
import { awaitEvent, enterDetails, eventsOf, payWith } from '../testing/pages.ts';
import { monthly, once, openShop, type Shop } from '../testing/shop.ts';

/** Far beyond what a test takes, since each waits for a browser, and a busy machine is many times slower. */
const timeout = 240_000;

let shop: Shop;
let browser: Chromium | undefined;
let page: Page;

beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async (context) => {
  browser ??= await launchChromium(context);
  page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'en-US' });
  page.setDefaultTimeout(timeout / 2);
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

test('an overlay sells items, and its events and webhooks come in the recorded order', { timeout }, async () => {
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

test('an overlay sells a transaction that the server prepared', { timeout }, async () => {
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

test('a declined card fails, and another one pays', { timeout }, async () => {
  await page.goto(shop.page(initialized(open({ items }))));
  const frame = page.frameLocator('iframe');
  await enterDetails(frame);
  await payWith(frame, '4000 0000 0000 0002');
  await frame.getByText('Your card was declined').waitFor();
  expect(namesOf(await eventsOf(page)).slice(-2)).toEqual(['checkout.payment.initiated', 'checkout.payment.failed']);
  await payWith(frame);
  await awaitEvent(page, 'checkout.completed');
});

test('another customer can take over, and both are told of', { timeout }, async () => {
  const customer = { email: 'one@example.com', address: { countryCode: 'US', postalCode: '10021' } };
  await page.goto(shop.page(initialized(open({ items, customer }))));
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Not you?' }).click();
  expect((await awaitEvent(page, 'checkout.customer.removed')).data).toMatchObject({
    status: 'draft',
    customer: { id: null },
  });
  await enterDetails(frame, { email: 'two@example.com' });
  const { data } = await awaitEvent(page, 'checkout.customer.created');
  expect(data).toMatchObject({ status: 'ready', customer: { email: 'two@example.com' } });
});

test('a card that is no test card is an error of the payment, with its code', { timeout }, async () => {
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

test.each(['unknown', 'revoked'])('with a token that is %s, a checkout is an error', { timeout }, async (kind) => {
  const { data } = await shop.call('POST', '/client-tokens', { name: 'Old' });
  if (kind === 'revoked') await shop.call('PATCH', `/client-tokens/${data['id']}`, { status: 'revoked' });
  const token = kind === 'revoked' ? data['token'] : 'test_0123456789abcdef';
  await page.goto(
    shop.page(`Paddle.Environment.set('sandbox');
Paddle.Setup({ token: '${token}', eventCallback }); ${open({ items })}
Paddle.PricePreview({ items: [{ priceId: '${monthly.id}', quantity: 1 }] }).catch((error) => { window.refused = error.code; });`),
  );
  expect(await awaitEvent(page, 'checkout.error')).toMatchObject({ code: 'invalid_client_token' });
  await page.waitForFunction(() => Object(window).refused === 'invalid_client_token');
});

test('the package @paddle/paddle-js, as it is published, loads what stands in for Paddle.js', { timeout }, async () => {
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

const inline = { displayMode: 'inline', frameTarget: 'checkout-here', frameInitialHeight: 300, variant: 'one-page' };

test('an inline checkout on one page sells, and the shop changes what it is about', { timeout }, async () => {
  const html = '<main><h1>Shop</h1><div class="checkout-here"></div></main>';
  await page.goto(shop.page(initialized(open({ items, settings: inline })), html));
  const frame = page.frameLocator('.checkout-here > iframe.paddle-frame-inline');
  await frame.getByLabel('Card number').waitFor();
  expect((await awaitEvent(page, 'checkout.loaded')).data?.settings.display_mode).toBe('inline');
  await page.waitForFunction(() => (document.querySelector('iframe')?.clientHeight ?? 0) > 400);
  await page.evaluate((id) => Object(window).Paddle.Checkout.updateItems([{ priceId: id, quantity: 3 }]), monthly.id);
  expect((await awaitEvent(page, 'checkout.items.updated')).data?.totals.total).toBe(90);
  await page.evaluate((priceId) => {
    const update = {
      items: [{ priceId, quantity: 1 }],
      customData: { from: 'update' },
      customer: { email: 'eve@example.com' },
    };
    Object(window).Paddle.Checkout.updateCheckout(update);
  }, once.id);
  const removed = await awaitEvent(page, 'checkout.items.removed');
  expect(removed.data).toMatchObject({ totals: { total: 30 }, custom_data: { from: 'update' } });
  await awaitEvent(page, 'checkout.customer.created');
  await frame.getByLabel('ZIP code').fill('10021');
  await payWith(frame);
  const { data } = await awaitEvent(page, 'checkout.completed');
  expect(data).toMatchObject({ totals: { total: 32.66 }, customer: { address: { postal_code: '10021' } } });
});

test('a buyer and a discount can be given, and the success page follows', { timeout }, async () => {
  const code = 'WELCOME';
  const discount = {
    type: 'flat',
    amount: '500',
    currency_code: 'USD',
    description: 'Welcome',
    code,
    enabled_for_checkout: true,
  };
  await shop.call('POST', '/discounts', discount);
  const customer = { email: 'kim@example.com', address: { countryCode: 'US', postalCode: '10021' } };
  const settings = {
    successUrl: shop.page('', '<h1>Thanks</h1>').replace(/\/\d+$/, '/thanks'),
    theme: 'dark',
    allowLogout: false,
    allowDiscountRemoval: false,
  };
  await page.goto(shop.page(initialized(open({ items, customer, discountCode: code, settings }))));
  const { data } = await awaitEvent(page, 'checkout.loaded');
  expect(data).toMatchObject({
    status: 'ready',
    discount: { code },
    totals: { discount: 5 },
    settings: { theme: 'dark' },
  });
  const frame = page.frameLocator('iframe');
  await frame.getByText('kim@example.com').waitFor();
  for (const name of ['Not you?', 'Remove the discount'])
    expect(await frame.getByRole('button', { name }).count()).toBe(0);
  const update = (changes: object) =>
    page.evaluate((given) => Object(window).Paddle.Checkout.updateCheckout(given), changes);
  await update({ discountCode: null });
  expect((await awaitEvent(page, 'checkout.discount.removed')).data?.totals.discount).toBe(0);
  await update({ discountCode: code });
  expect((await awaitEvent(page, 'checkout.discount.applied')).data?.discount).toMatchObject({ code });
  await update({ customer: { ...customer, address: { countryCode: 'US', postalCode: '90210', region: 'CA' } } });
  const moved = { postal_code: '90210', region: 'CA' };
  expect((await awaitEvent(page, 'checkout.customer.updated')).data?.customer.address).toMatchObject(moved);
  await payWith(frame);
  await page.waitForURL('**/thanks');
});

test('a customer who is authenticated pays with a saved card, also for an upsell that can be skipped', {
  timeout,
}, async () => {
  const customer = { email: 'lee@example.com', address: { countryCode: 'US', postalCode: '10021' } };
  const onceAgain = [{ priceId: once.id, quantity: 1 }];
  await page.goto(shop.page(initialized(open({ items: onceAgain, customer }))));
  const frame = page.frameLocator('iframe');
  await frame.getByLabel('Save this card').check();
  await payWith(frame);
  const { data: first } = await awaitEvent(page, 'checkout.completed');
  const { data } = await shop.call('POST', `/customers/${first?.customer.id}/auth-token`);
  const upsell = { transactionId: first?.transaction_id };
  const again = open({ items: onceAgain, customerAuthToken: data['customer_auth_token'], upsell });
  await page.goto(shop.page(initialized(again)));
  expect((await awaitEvent(page, 'checkout.loaded')).data?.upsell).toEqual({ transaction_id: first?.transaction_id });
  await frame.getByText('Visa ending in 4242').waitFor();
  await frame.getByRole('button', { name: /^Pay/ }).click();
  await awaitEvent(page, 'checkout.completed');
  await page.goto(shop.page(initialized(again)));
  await frame.getByRole('button', { name: 'No, thanks' }).click();
  await awaitEvent(page, 'checkout.closed');
  expect(namesOf(await eventsOf(page)).slice(-2)).toEqual(['checkout.upsell.canceled', 'checkout.closed']);
});

test('amounts and countries follow the locale of a page in English, and only payment methods that are allowed are offered', {
  timeout,
}, async () => {
  const settings = {
    locale: 'de',
    allowedPaymentMethods: ['paypal', 'pix'],
    showAddTaxId: false,
    showAddDiscounts: false,
  };
  const frame = page.frameLocator('iframe');
  const customer = { email: 'ola@example.com', address: { countryCode: 'US', postalCode: '10021' } };
  await page.goto(shop.page(initialized(open({ items }), JSON.stringify(settings))));
  const country = frame.getByRole('option', { name: 'Vereinigte Staaten' });
  await country.waitFor({ state: 'attached' });
  expect(await country.getAttribute('lang')).toBe('de');
  expect(await frame.locator('html').getAttribute('lang')).toBe('en');
  expect(await frame.locator('.due').textContent()).toBe('60,00\u00a0$');
  for (const name of ['Buying for a business?', 'Add a discount code'])
    expect(await frame.getByRole('button', { name }).count()).toBe(0);
  await page.evaluate((buyer) => Object(window).Paddle.Checkout.updateCheckout({ customer: buyer }), customer);
  await frame.getByRole('button', { name: 'Continue' }).click();
  await frame.getByText('paypal and pix').waitFor();
  const noMethods = { name: 'checkout.payment.error', type: 'front-end_error', code: 'no_payment_methods_available' };
  expect(await awaitEvent(page, 'checkout.payment.error')).toMatchObject(noMethods);
  expect(await frame.getByRole('button', { name: /^(Pay|Subscribe)/ }).count()).toBe(0);
  await page.evaluate(
    (opened) => {
      Object(window).events = [];
      Object(window).Paddle.Checkout.open(opened);
    },
    {
      items,
      customer,
      settings: { variant: 'express', showNonExpressPaymentMethods: false, allowedPaymentMethods: [] },
    },
  );
  expect(await awaitEvent(page, 'checkout.payment.error')).toMatchObject(noMethods);
  await frame.getByText('apple pay and google pay').waitFor();
  await page.evaluate((opened) => Object(window).Paddle.Checkout.open(opened), {
    items,
    customer,
    settings: { variant: 'express', allowedPaymentMethods: ['card'] },
  });
  await payWith(frame);
  await awaitEvent(page, 'checkout.completed');
});

test('what is invalid of a prefill is left out, with a warning', { timeout }, async () => {
  const customer = { email: 'nobody', address: { countryCode: 'US' } };
  const settings = { locale: 'xx_Yy', frameStyle: 'width: 50%', displayMode: 'inline', frameTarget: 'here' };
  const html = '<main><h1>Shop</h1><div class="here"></div></main>';
  await page.goto(shop.page(initialized(open({ items, customer, discountId: 'dsc_1', settings })), html));
  const loaded = await awaitEvent(page, 'checkout.loaded');
  expect(loaded.data).toMatchObject({ customer: { id: null }, totals: { discount: 0, total: 60 } });
  const [warning] = await eventsOf(page);
  expect(warning).toEqual({
    type: 'checkout.warning',
    code: 'checkout_creation_invalid_field',
    detail: expect.any(String),
    documentation_url: expect.any(String),
    errors: expect.arrayContaining([
      { field: '/data/settings/locale', message: 'The locale must be a supported locale.' },
      { field: expect.stringMatching(/^\/data\/(email|customer|discount_id)/), message: expect.any(String) },
    ]),
  });
  expect(await page.locator('iframe').getAttribute('style')).toContain('width: 50%');
});

test('links and buttons open checkouts, Escape closes them, and Update changes the callback', { timeout }, async () => {
  const { data } = await shop.call('POST', '/transactions', { items: [{ price_id: once.id, quantity: 1 }] });
  const button = `<main><h1>Shop</h1><button class="paddle_button" data-items='${JSON.stringify(items)}'>Buy</button></main>`;
  const logged: string[] = [];
  page.on('console', (message) => logged.push(message.text()));
  await page.goto(`${shop.page(initialized(''), button)}?_ptxn=${data['id']}`);
  expect((await awaitEvent(page, 'checkout.loaded')).data?.transaction_id).toBe(data['id']);
  await page.frameLocator('iframe').getByLabel('Email address').focus();
  // By the page's keyboard: the frame, and with it its field, is gone before the key is released.
  await page.keyboard.press('Escape');
  await awaitEvent(page, 'checkout.closed');
  await page.evaluate(() => {
    Object(window).events = [];
    Object(window).Paddle.Update({
      debug: true,
      eventCallback: (event: object) => Object(window).events.push({ ...event, updated: true }),
    });
  });
  await page.getByRole('button', { name: 'Buy' }).click();
  expect(await awaitEvent(page, 'checkout.loaded')).toMatchObject({ updated: true });
  expect(logged).toEqual([expect.stringContaining('[Paddle]')]);
  expect(await page.evaluate(() => [Object(window).Paddle.Initialized, Object(window).Paddle.Version])).toEqual([
    true,
    'v1',
  ]);
  await page.evaluate(() => Object(window).Paddle.Checkout.close());
  await awaitEvent(page, 'checkout.closed');
});

test('a checkout that is opened while the page loads waits for its place', { timeout }, async () => {
  const settings = { displayMode: 'inline', frameTarget: 'later' };
  const script = `Paddle.Initialize({ token: '${shop.token}' }); ${open({ items, settings })}`;
  await page.goto(shop.page('', `<script>${script}</script><main class="later"></main>`));
  await page.locator('.later').frameLocator('iframe').getByLabel('Email address').waitFor();
});

test('previews have the fields of Paddle.js, and what does nothing says so', { timeout }, async () => {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await page.goto(shop.page(initialized('')));
  const { data: customer } = await shop.call('POST', '/customers', { email: 'preview@example.com' });
  const place = { country_code: 'GB', postal_code: 'EC1V 8BT' };
  const { data: address } = await shop.call('POST', `/customers/${customer['id']}/addresses`, place);
  const { data: business } = await shop.call('POST', `/customers/${customer['id']}/businesses`, { name: 'ACME' });
  const known = { customerId: customer['id'], addressId: address['id'], businessId: business['id'] };
  const { price, transaction, retained, own } = await page.evaluate(
    async ({ priceId, known }) => {
      const { Paddle } = Object(window);
      const asked = { items: [{ priceId, quantity: 10 }], address: { countryCode: 'US', postalCode: '10021' } };
      Paddle.Spinner.show();
      Paddle.Spinner.hide();
      Paddle.Retain.demo({ feature: 'paymentRecovery' });
      return {
        price: await Paddle.PricePreview(asked),
        transaction: await Paddle.TransactionPreview({ ...asked, ignoreTrials: true }),
        own: [
          await Paddle.PricePreview({ items: asked.items, ...known }),
          await Paddle.TransactionPreview({ items: asked.items, ...known }),
        ],
        retained: await Paddle.Retain.initCancellationFlow({ subscriptionId: 'sub_1' }),
      };
    },
    { priceId: monthly.id, known },
  );
  for (const { data } of own) expect(data).toMatchObject({ ...known, currencyCode: 'GBP' });
  expect(transaction.data.ignoreTrials).toBe(true);
  // The recorded line of ten times 30 dollars in New York.
  const totals = { subtotal: '30000', discount: '0', tax: '2662', total: '32662' };
  expect(price.data.details.lineItems[0]).toMatchObject({
    taxRate: '0.08875',
    totals,
    formattedTotals: { total: '$326.62' },
  });
  expect(price.data.details.lineItems[0].price).toMatchObject({ id: monthly.id, unitPrice: { currencyCode: 'USD' } });
  expect(transaction.data.details.totals).toMatchObject({ ...totals, grandTotal: '32662', fee: null });
  expect(price.meta.requestId).toMatch(/^[\da-f-]{36}$/);
  expect(retained).toMatchObject({ status: 'error' });
  for (const name of ['Spinner.show', 'Spinner.hide', 'Retain.demo', 'Retain.initCancellationFlow'])
    expect(told.filter((text) => text.includes(`Paddle.${name}()`))).toHaveLength(1);
});
