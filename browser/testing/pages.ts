import type { PaddleEventData } from '@paddle/paddle-js';
import type { FrameLocator, Page } from 'playwright-core';

/** The part of a page, or of a frame in it, that the checkout is in. */
export type Place = Pick<Page | FrameLocator, 'getByLabel' | 'getByRole' | 'getByText'>;

/** Enters who buys, and where. */
export async function enterDetails(
  place: Place,
  fields: { email?: string; country?: string; postalCode?: string } = {},
) {
  const { email = 'sam@example.com', country = 'US', postalCode = '10021' } = fields;
  await place.getByLabel('Email address').fill(email);
  await place.getByLabel('Country').selectOption(country);
  if (postalCode) await place.getByLabel(/ZIP code|Postal code/).fill(postalCode);
  await place.getByRole('button', { name: 'Continue' }).click();
}

/** Enters a card, and pays. */
export async function payWith(place: Place, card = '4242 4242 4242 4242') {
  await place.getByLabel('Card number').fill(card);
  await place.getByLabel('Expiry').fill('12/40');
  await place.getByLabel('Security code').fill('100');
  await place.getByRole('button', { name: /^(Pay|Subscribe|Start)/ }).click();
}

/** Returns the events that a shop's page has received. */
export async function eventsOf(page: Page): Promise<PaddleEventData[]> {
  return page.evaluate(() => Object(window).events);
}

/** Waits until a shop's page has received an event of a name, and returns the last one. */
export async function awaitEvent(page: Page, name: string): Promise<PaddleEventData> {
  await page.waitForFunction(
    (awaited) => Object(window).events.some((event: { name: string }) => event.name === awaited),
    name,
  );
  const event = (await eventsOf(page)).findLast((each) => each.name === name);
  if (!event) throw new Error(`The page has no event ${name}.`);
  return event;
}
