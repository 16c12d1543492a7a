import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '#vitest/chromium.ts';
import { objectionsTo, refreshScreenshot } from '#vitest/look-at.ts';
import { enterDetails, payWith } from '../testing/pages.ts';
import { monthly, once, openShop, type Shop } from '../testing/shop.ts';

/** Far beyond what a test takes, since each waits for a browser, and a busy machine is many times slower. */
const timeout = 240_000;

let shop: Shop;
let browser: Chromium | undefined;
let page: Page | undefined;

beforeAll(async () => {
  shop = await openShop();
  await shop.call('POST', '/discounts', {
    ...{ type: 'percentage', amount: '10', description: 'Ten percent off' },
    ...{ code: 'TENOFF', enabled_for_checkout: true },
  });
});
afterEach(() => page?.close());
afterAll(async () => {
  await browser?.close();
  await shop.close();
});

type Look = { width?: number; colorScheme?: 'light' | 'dark' };

/** Opens the payment link of a new transaction. */
async function openLink(context: Parameters<typeof launchChromium>[0], look: Look = {}) {
  browser ??= await launchChromium(context);
  const { width = 1280, colorScheme = 'light' } = look;
  const viewport = { width, height: width < 600 ? 844 : 860 };
  // The page's own policy would keep axe out.
  page = await browser.newPage({ viewport, colorScheme, locale: 'en-US', bypassCSP: true });
  page.setDefaultTimeout(timeout / 2);
  const items = [
    { price_id: monthly.id, quantity: 2 },
    { price_id: once.id, quantity: 1 },
  ];
  const { data } = await shop.call('POST', '/transactions', { items });
  await page.goto(String(Object(data['checkout']).url));
  return { page, id: String(data['id']) };
}

const amountOf = (page: Page, name: string) =>
  page
    .locator('.totals > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .textContent();

describe.each([
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const)('the page, $width pixels wide and $colorScheme', (look) => {
  test('has nothing that axe refuses, at any step', { timeout }, async (context) => {
    const { page } = await openLink(context, look);
    await page.getByText('Buying for a business?').click();
    await page.getByText('Add a discount code').click();
    expect(await objectionsTo(page)).toEqual([]);
    await enterDetails(page);
    await page.getByText('Test cards').click();
    if (look.width === 1280) await refreshScreenshot(page, new URL('checkout.png', import.meta.url));
    await payWith(page, '4000 0000 0000 0002');
    await page.getByText('Your card was declined').waitFor();
    expect(await objectionsTo(page)).toEqual([]);
    await payWith(page, '4000 0038 0000 0446');
    await page.getByText('Confirm your payment').waitFor();
    expect(await objectionsTo(page)).toEqual([]);
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Thank you').waitFor();
    expect(await objectionsTo(page)).toEqual([]);
  });
});

test.for([
  { displayMode: 'overlay', variant: 'multi-page' },
  { displayMode: 'inline', variant: 'one-page' },
])('in a shop, $displayMode and $variant, has nothing that axe refuses', { timeout }, async (settings, context) => {
  browser ??= await launchChromium(context);
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  page.setDefaultTimeout(timeout / 2);
  const options = { items: [{ priceId: monthly.id }], settings: { ...settings, frameTarget: 'checkout' } };
  const script = `Paddle.Initialize({ token: '${shop.token}', eventCallback }); Paddle.Checkout.open(${JSON.stringify(options)});`;
  await page.goto(shop.page(script, '<main class="checkout"></main>'));
  const place = page.frameLocator('iframe');
  await place.getByLabel('Country').waitFor();
  const frame = page.frames()[1];
  if (!frame) throw new Error('There is no frame.');
  expect(await objectionsTo(frame)).toEqual([]);
  if (settings.variant === 'one-page') return;
  await enterDetails(place);
  await place.getByLabel('Card number').waitFor();
  expect(await objectionsTo(frame)).toEqual([]);
});

test('totals follow the country, the postal code and the discount code', { timeout }, async (context) => {
  const { page, id } = await openLink(context);
  await page.getByLabel('Country').selectOption('GB');
  // Two times 25 pounds, with the tax in them.
  await page.getByText('£41.67').waitFor();
  await page.getByLabel('Country').selectOption('US');
  await page.getByLabel('ZIP code').fill('10021');
  await page.getByLabel('Email address').focus();
  await page.getByText('Tax 8.875%').waitFor();
  expect(await amountOf(page, 'Due today')).toBe('$97.98');
  await page.getByText('Add a discount code').click();
  await page.getByLabel('Discount code').fill('nothing');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.locator('.problem').waitFor();
  await page.getByLabel('Discount code').fill('tenoff');
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Discount TENOFF').waitFor();
  expect(await amountOf(page, 'Due today')).toBe('$88.19');
  await page.getByLabel('Quantity').first().fill('1');
  await page.getByLabel('Quantity').first().press('Tab');
  await page.getByText('$58.80').first().waitFor();
  const { data } = await shop.call('GET', `/transactions/${id}`);
  expect(data).toMatchObject({ status: 'draft', items: [{ quantity: 1 }, { quantity: 1 }] });
});

test('a business with a tax identifier pays no tax', { timeout }, async (context) => {
  const { page, id } = await openLink(context);
  await page.getByText('Buying for a business?').click();
  await page.getByLabel('Business name').fill('ACME GmbH');
  await page.getByLabel('Tax or VAT number').fill('DE123456789');
  await enterDetails(page, { email: 'billing@example.com', country: 'DE', postalCode: '10115' });
  await page.getByText('ACME GmbH, DE 10115').waitFor();
  const { data } = await shop.call('GET', `/transactions/${id}`);
  expect(data).toMatchObject({ status: 'ready', details: { totals: { tax: '0' } }, business_id: expect.any(String) });
});

test('the keyboard alone buys', { timeout }, async (context) => {
  const { page, id } = await openLink(context);
  const { keyboard } = page;
  await page.getByRole('heading', { name: 'Your details' }).waitFor();
  await keyboard.press('Tab');
  await keyboard.type('sam@example.com');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('10021');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Payment' }).waitFor();
  // Past the two buttons that change the buyer.
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('4242424242424242');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type('1240');
  await keyboard.press('Tab');
  await keyboard.type('100');
  await keyboard.press('Enter');
  await page.getByText('Thank you').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Thank you');
  expect((await shop.call('GET', `/transactions/${id}`)).data['status']).toBe('completed');
});

test('a challenge that is refused fails the payment, and another card pays', { timeout }, async (context) => {
  const { page, id } = await openLink(context);
  await enterDetails(page);
  await payWith(page, '4000 0038 0000 0446');
  await page.getByRole('button', { name: 'Refuse' }).click();
  await page.getByText('Your bank could not confirm').waitFor();
  await payWith(page);
  await page.getByText('Thank you').waitFor();
  const { data } = await shop.call('GET', `/transactions/${id}`);
  expect(data).toMatchObject({ status: 'completed', payments: [{ status: 'captured' }, { status: 'error' }] });
  await page.reload();
  await page.getByText('Thank you').waitFor();
});
