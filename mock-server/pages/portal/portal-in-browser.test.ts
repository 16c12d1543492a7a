import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#vitest/chromium.ts';
import { objectionsTo, refreshScreenshot } from '#vitest/look-at.ts';
import { beginWithSubscriber, type Subscriber } from './testing/subscriber.ts';

const windows = [
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const;

let subscriber: Subscriber;
let browser: Browser | undefined;
beforeAll(async () => {
  subscriber = await beginWithSubscriber();
});
afterAll(async () => {
  await browser?.close();
  await subscriber[Symbol.asyncDispose]();
});

async function open(context: Parameters<typeof launchChromium>[0], options: object = {}): Promise<Page> {
  browser ??= await launchChromium(context);
  const page = await (await browser.newContext({ bypassCSP: true, ...options })).newPage();
  page.setDefaultTimeout(120_000);
  return page;
}

// A busy machine takes many times as long to draw a page.
describe('the portal in a browser', { timeout: 240_000 }, () => {
  test.for(windows)(
    'is accessible and fits a window of $viewport.width pixels, $colorScheme',
    async (look, context) => {
      const page = await open(context, look);
      const objections: string[] = [];
      const see = async (name: string) => {
        objections.push(...(await objectionsTo(page)).map((text) => `${name}: ${text}`));
        if (process.env['PADDOCK_LOOK'])
          await page.screenshot({
            path: `${process.env['PADDOCK_LOOK']}/${name}-${look.viewport.width}-${look.colorScheme}.png`,
            fullPage: true,
          });
      };
      await page.goto(await subscriber.overview());
      await see('overview');
      if (look.viewport.width === 1280 && look.colorScheme === 'light')
        await refreshScreenshot(page, new URL('overview.png', import.meta.url));
      await page.getByRole('link', { name: 'Notes for teams' }).click();
      await see('subscription');
      await page.getByRole('link', { name: 'Cancel subscription' }).click();
      await see('cancel');
      await page.getByRole('link', { name: 'Go back' }).click();
      await page.getByRole('link', { name: 'Pause' }).click();
      await see('pause');
      await page.getByRole('link', { name: 'Go back' }).click();
      await page.getByRole('link', { name: 'Update payment method' }).click();
      await see('payment-method');
      await page.getByLabel('Card number').fill('1234');
      await page.getByLabel('Expiry').fill('09/30');
      await page.getByLabel('Security code').fill('100');
      await page.getByRole('button', { name: 'Save card' }).click();
      await see('payment-method-refused');
      await page.getByLabel('Card number').fill('4000 0038 0000 0446');
      await page.getByLabel('Expiry').fill('09/30');
      await page.getByLabel('Security code').fill('100');
      await page.getByRole('button', { name: 'Save card' }).click();
      await see('challenge');
      await page.getByRole('button', { name: 'Refuse' }).click();
      await see('declined');
      await page.getByRole('link', { name: 'Payments' }).click();
      await see('payments');
      await page
        .getByRole('link', { name: /Invoice/ })
        .first()
        .click();
      await see('invoice');
      await page.goBack();
      await page.getByRole('link', { name: 'Billing details' }).click();
      await see('details');
      await page.getByRole('link', { name: /Edit address/ }).click();
      await page.getByLabel('Country').selectOption('DE');
      await page.getByLabel('Postal code').fill('');
      await page.getByRole('button', { name: 'Save address' }).click();
      await see('address-refused');
      await page.getByRole('link', { name: 'Billing details' }).click();
      await page.getByRole('link', { name: 'Add a business' }).click();
      await see('business');
      await page.goto(`${subscriber.paddock.url}/customer-portal/cpl_1?token=x`);
      await see('gone');
      expect(objections).toEqual([]);
      await page.context().close();
    },
  );
});
