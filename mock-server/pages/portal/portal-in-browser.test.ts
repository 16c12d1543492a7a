import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '#vitest/chromium.ts';
import { objectionsTo, refreshScreenshot } from '#vitest/look-at.ts';
import { beginWithSubscriber, type Subscriber } from './testing/subscriber.ts';

const windows = [
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light', hand: 'mouse' },
  { viewport: { width: 390, height: 844 }, colorScheme: 'dark', hand: 'keyboard' },
] as const;

let subscriber: Subscriber;
let browser: Chromium | undefined;
beforeAll(async () => {
  subscriber = await beginWithSubscriber();
});
afterAll(async () => {
  await browser?.close();
  await subscriber[Symbol.asyncDispose]();
});

async function open(context: Parameters<typeof launchChromium>[0], options: object = {}): Promise<Page> {
  browser ??= await launchChromium(context);
  // One for each window, since a walk deletes it.
  const { customerId, addressId, paddock } = subscriber;
  await paddock.customers.savePaymentMethod(customerId, { card: '4000 0566 5566 5556', address_id: addressId });
  const page = await (await browser.newContext({ bypassCSP: true, ...options })).newPage();
  page.setDefaultTimeout(120_000);
  return page;
}

/** Acts on a page by the names of what is on it. */
type Hands = {
  press(name: string | RegExp): Promise<void>;
  enter(label: string, text: string): Promise<void>;
  /** Chooses an option by its first letters. */
  choose(label: string, option: string): Promise<void>;
};

const mouse = (page: Page): Hands => ({
  press: async (name) => {
    await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click();
  },
  enter: (label, text) => page.getByLabel(label).fill(text),
  choose: async (label, option) => {
    await page.getByLabel(label).selectOption({ label: option });
  },
});

/** Uses Tab, Enter and letters alone, from the start of the page. */
function keyboard(page: Page): Hands {
  const { keyboard } = page;
  const reach = async (name: string | RegExp) => {
    await page.evaluate('getSelection().removeAllRanges(); document.activeElement.blur()');
    for (let count = 0; count < 60; count += 1) {
      await keyboard.press('Tab');
      const focused: string = await page.evaluate(`(({ activeElement: at }) =>
        (at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent).trim())(document)`);
      if (typeof name === 'string' ? focused.includes(name) : name.test(focused)) return;
    }
    throw new Error(`The keyboard does not reach ${name}.`);
  };
  return {
    press: async (name) => {
      await reach(name);
      const isLeft = page.waitForEvent('load');
      await keyboard.press('Enter');
      await isLeft;
    },
    enter: async (label, text) => {
      await reach(label);
      await keyboard.press('ControlOrMeta+A');
      await (text ? keyboard.type(text) : keyboard.press('Delete'));
    },
    choose: async (label, option) => {
      await reach(label);
      await keyboard.type(option);
    },
  };
}

// A busy machine takes many times as long to draw a page.
describe('the portal in a browser', { timeout: 240_000 }, () => {
  test.for(windows)(
    'is accessible and fits a window of $viewport.width pixels, $colorScheme, by $hand alone',
    async ({ hand, ...look }, context) => {
      const page = await open(context, look);
      const { press, enter, choose } = hand === 'mouse' ? mouse(page) : keyboard(page);
      const objections: string[] = [];
      const see = async (name: string, heading: string | RegExp) => {
        await page.getByRole('heading', { level: 1, name: heading }).waitFor();
        objections.push(...(await objectionsTo(page)).map((text) => `${name}: ${text}`));
        if (process.env['PADDOCK_LOOK'])
          await page.screenshot({
            path: `${process.env['PADDOCK_LOOK']}/${name}-${look.viewport.width}-${look.colorScheme}.png`,
            fullPage: true,
          });
      };
      const enterCard = async (number: string) => {
        await enter('Card number', number);
        await enter('Expiry', '09/30');
        await enter('Security code', '100');
        await press('Save card');
      };
      await page.goto(await subscriber.overview());
      await see('overview', 'Your subscriptions');
      if (hand === 'mouse') await refreshScreenshot(page, new URL('overview.png', import.meta.url));
      await press('Notes for teams');
      await see('subscription', 'Notes for teams');
      await press('Cancel subscription');
      await see('cancel', 'Cancel subscription');
      await press('Cancel subscription');
      await see('canceled', 'Notes for teams');
      await press('Keep subscription');
      await press(/^Pause$/);
      await see('pause', 'Pause subscription');
      await press('Go back');
      await press('Update payment method');
      await see('payment-method', 'Update payment method');
      await enterCard('1234');
      await see('payment-method-refused', 'Update payment method');
      await enterCard('4000 0038 0000 0446');
      await see('challenge', 'Confirm with your bank');
      await press('Refuse');
      await see('declined', 'Update payment method');
      await press('Subscriptions');
      await press('Backup');
      await press('Resume');
      await see('resume', 'Resume subscription');
      await press('Payments');
      await see('payments', 'Payments');
      await press(/Correct/);
      await see('revision', 'Correct details');
      await press('Correct invoice');
      await see('revision-refused', 'Correct details');
      await press('Payments');
      await press(/^Invoice/);
      await see('invoice', /Invoice/);
      await page.goBack();
      await press('Payment methods');
      await see('payment-methods', 'Payment methods');
      await press(/Delete Visa/);
      await see('delete-payment-method', 'Delete payment method');
      await press('Delete payment method');
      await page.getByText('The payment method is deleted.').waitFor();
      await press('Billing details');
      await see('details', 'Billing details');
      await press(/Edit address/);
      await enter('Postal code', '');
      await choose('Country', 'Germany');
      await press('Save address');
      await see('address-refused', 'Edit address');
      await press('Billing details');
      await press('Add a business');
      await see('add-business', 'Add a business');
      await enter('Name of the business', 'ACME');
      await press('Save business');
      await press(/Edit business/);
      await see('business', 'Edit business');
      await page.goto(`${subscriber.paddock.url}/customer-portal/cpl_1?token=x`);
      await see('gone', 'This link no longer works');
      expect(objections).toEqual([]);
      await page.context().close();
    },
  );
});
