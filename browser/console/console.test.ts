import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSeed } from '#fixtures/seeds/seed.ts';
import { type Paddock, startPaddock } from '#mock-server/index.ts';
import { type Chromium, launchChromium } from '#vitest/chromium.ts';
import { defaultApiKey } from './session.ts';

/** Source of axe-core, which is injected into the page past its content security policy. */
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
/** Set to refresh the pictures of the manual. */
const refreshes = process.env['PADDOCK_SCREENSHOTS'] !== undefined;
const pictures = fileURLToPath(new URL('pictures', import.meta.url));
/** Pictures that the manual shows, by view, width and scheme. */
const shown = ['now-1280-light', 'request-1280-light', 'entity-1280-dark', 'delivery-1280-light', 'steer-1280-dark'];

let paddock: Paddock;
let receiver: Server;
let browser: Chromium | undefined;

beforeAll(async () => {
  const clock = { now: '2026-07-01T09:30:00Z', frozen: true };
  paddock = await startPaddock({ fixtures: loadSeed('small-saas'), clock, profile: 'official', seed: 7 });
  receiver = createServer((request, response) => {
    request.resume().on('end', () => response.end('OK'));
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const { port } = receiver.address() as AddressInfo;
  await paddock.webhooks.register({ url: `http://127.0.0.1:${port}/webhooks` });
});
afterAll(async () => {
  await browser?.close();
  await paddock.close();
  receiver.closeAllConnections();
  receiver.close();
});

const ask = async (path: string, init: RequestInit = {}) => {
  const headers = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json' };
  return (await fetch(paddock.url + path, { ...init, headers })).json();
};

async function buy(email: string) {
  const { entities } = await ask('/_paddock/entities?kind=prices&where=status%3Dactive&limit=1');
  const items = [{ price_id: entities[0].id, quantity: 1 }];
  const address = { country_code: 'US', postal_code: '10021' };
  const body = JSON.stringify({ items, customer: { email, name: 'Sam Miller' }, address });
  return ask('/_paddock/subscriptions', { method: 'POST', body });
}

/** Opens the console, and collects what the page complains of. */
async function open(context: BrowserContext, hash: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${paddock.url}/_paddock/console${hash}`);
  return { page, complaints };
}

/** Looks for violations with axe-core, which the page has to hold. */
async function violationsIn(page: Page): Promise<string[]> {
  const found: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Goes to a view as a link does. */
const goTo = (page: Page, hash: string) =>
  page.evaluate((address) => {
    location.hash = address;
  }, hash);

test('the console knows the key of the default account', () => {
  expect(defaultApiKey).toBe(paddock.apiKey);
});

describe('in a browser', () => {
  test('one purchase is followed through every view', async (context) => {
    browser ??= await launchChromium(context);
    const { page, complaints } = await open(await browser.newContext({ viewport: { width: 1280, height: 800 } }), '');
    await page.getByRole('heading', { name: 'Clock' }).waitFor();

    const { id, transaction_id, customer_id, next_billed_at } = await buy('sam@example.com');
    await paddock.settle();

    // Requests: a refused one appears as it arrives, with the reason and the curl command.
    await page.getByRole('link', { name: 'Requests', exact: true }).click();
    await ask(`/subscriptions/${id}/resume`, { method: 'POST', body: '{"effective_from":"immediately"}' });
    await page.getByRole('link', { name: /subscription_must_be_paused/ }).click();
    const request = page.getByRole('region', { name: /^Request \d+$/ });
    await request.getByText('this needs paused').first().waitFor();
    await request.getByText('action can only be performed on paused subscription').first().waitFor();
    expect(await request.getByRole('region', { name: 'TypeScript' }).textContent()).toContain('/resume');
    expect(await request.getByRole('region', { name: 'Request body' }).textContent()).toContain('immediately');
    expect(await request.getByRole('region', { name: 'curl' }).textContent()).toContain(`/subscriptions/${id}/resume`);

    // State: the new subscription is the first of the table.
    await page.getByRole('link', { name: 'State', exact: true }).click();
    await page.getByRole('link', { name: /^subscriptions/i }).click();
    await page.getByRole('list', { name: 'subscriptions' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: id }).waitFor();
    await page.getByText('subscription.created').waitFor();
    expect(await page.getByRole('link', { name: customer_id }).first().isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: transaction_id }).first().isVisible()).toBe(true);

    // An event of it is shown as it was sent, and leads back.
    await page.getByRole('link', { name: 'subscription.created' }).click();
    await page.getByRole('region', { name: 'Event' }).getByText('"subscription.created"').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: id }).waitFor();

    // A move that the status allows is a button, and one that it does not allow is explained.
    expect(await page.getByRole('button', { name: 'Resume' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await paddock.requests.expect({ operationId: 'pauseSubscription', times: 1 });

    // Now: the clock is advanced to the renewal.
    const { next_billed_at: renewed } = await ask(`/_paddock/entities/${id}`).then(({ entity }) => entity);
    await page.getByRole('button', { name: 'Renew', exact: true }).click();
    await page.getByRole('link', { name: 'Now', exact: true }).click();
    await page
      .locator('time')
      .filter({ hasText: String(renewed).slice(0, 10) })
      .first()
      .waitFor();
    expect(Date.parse(renewed)).toBeGreaterThanOrEqual(Date.parse(next_billed_at));

    // Webhooks: the purchase was delivered, with a signature that can be verified.
    await paddock.settle();
    await page.getByRole('link', { name: 'Webhooks', exact: true }).click();
    const [delivery] = await paddock.webhooks.deliveries({ event_type: 'subscription.created' });
    await page.getByRole('combobox', { name: /^Chaos/ }).selectOption('Send everything twice');
    await page.getByRole('button', { name: /^Set chaos/ }).click();
    await page.locator('article').getByText('{"duplicate":true}').first().waitFor();
    await goTo(page, `#/webhooks/${delivery?.id}`);
    await page.getByText('gives this signature').waitFor();
    await page.getByRole('link', { name: 'Attempt 1', exact: true }).waitFor();
    const replayed = page.waitForResponse(/\/replay$/);
    await page.getByRole('button', { name: 'Send again' }).click();
    expect((await replayed).status()).toBe(202);
    await page.getByRole('link', { name: '← All deliveries' }).click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('select')].some(({ value }) => value === 'Send everything twice'),
    );
    await page.getByRole('combobox', { name: /^Chaos/ }).selectOption('None');
    await page.getByRole('button', { name: /^Set chaos/ }).click();
    await page.locator('article').getByText('{"duplicate":true}').first().waitFor({ state: 'detached' });

    // Steer: a button says what it calls, a reset asks first, and a snapshot is taken and shown.
    await page.getByRole('link', { name: 'Steer', exact: true }).click();
    await page.getByRole('button', { name: 'Take snapshot' }).hover();
    await page.getByText('PUT /_paddock/snapshots/before').first().waitFor();
    await page.getByRole('button', { name: 'Take snapshot' }).click();
    await page.getByRole('button', { name: 'Restore before' }).waitFor();
    await page.getByRole('button', { name: 'Reset the account' }).click();
    await page.getByRole('button', { name: 'Really reset everything?' }).waitFor();
    expect((await ask(`/_paddock/entities/${id}`)).entity.id).toBe(id);

    // Steer: a fault makes the next request fail, and the console shows it as a call.
    await page.getByRole('button', { name: 'Add fault' }).click();
    await page.getByText('hit 0').waitFor();
    expect((await ask('/customers')).error.code).toBe('service_unavailable');
    await page.getByText('This page called').click();
    expect(await page.locator('footer li code').first().textContent()).toContain('/_paddock/faults');

    // Docs: what is emulated comes from the served document.
    await page.getByRole('link', { name: 'Docs', exact: true }).click();
    await page.getByText('POST /subscriptions/{subscription_id}/pause').waitFor();
    expect(complaints).toEqual([]);
  }, 240_000);

  // Each view in both schemes and both widths; pictures are made of each pair.
  const pairs: readonly (readonly ['light' | 'dark', number])[] = !refreshes
    ? [
        ['light', 1280],
        ['dark', 390],
      ]
    : [
        ['light', 1280],
        ['dark', 390],
        ['dark', 1280],
        ['light', 390],
      ];

  test('every view is accessible and fits, in light and dark, wide and narrow', async () => {
    const { id } = await buy('kim@example.com');
    await ask('/customers', { method: 'POST', body: '{"email":"none"}' });
    const { total } = await ask('/_paddock/requests?limit=1');
    await paddock.settle();
    const [delivery] = await paddock.webhooks.deliveries({ event_type: 'subscription.created' });
    // Without motion, since axe-core would see colours on their way from one scheme to the other.
    const context = await browser?.newContext({ reducedMotion: 'reduce' });
    if (!context) throw new Error('The browser did not start.');
    const { page, complaints } = await open(context, '');
    await page.evaluate(axe);
    const operation = page.locator('.reference .opblock').first();
    const views: Record<string, [hash: string, text: string, prepare?: () => Promise<void>]> = {
      now: ['#/now', 'Due next'],
      state: ['#/state/subscriptions', 'in this list'],
      filtered: ['#/state/subscriptions?where=status%3Dactive&where=updated_at%5BGT%5D%3D2030-01-01', 'match'],
      entity: [`#/state/entity/${id}`, 'Relations'],
      requests: ['#/requests', 'customers'],
      request: [`#/requests/${total}`, 'Response body'],
      webhooks: ['#/webhooks', 'waiting'],
      delivery: [`#/webhooks/${delivery?.id}`, 'gives this signature'],
      steer: ['#/steer', 'Behaviours'],
      docs: ['#/docs', 'operations are emulated'],
      reference: [
        '#/docs/control',
        'All documents',
        async () => {
          await page.locator('.reference .opblock-tag').first().click();
          await operation.getByRole('button').first().click();
          await operation.locator('.responses-table').first().waitFor();
        },
      ],
    };
    for (const [name, [hash, text, prepare]] of Object.entries(views)) {
      await goTo(page, hash);
      await page.getByText(text).first().waitFor();
      await prepare?.();
      for (const [colorScheme, width] of pairs) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const place = `${name} in ${colorScheme} at ${width}`;
        expect([place, await violationsIn(page)]).toEqual([place, []]);
        const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect([place, isTooWide]).toEqual([place, false]);
        const picture = `${name}-${width}-${colorScheme}`;
        if (refreshes && shown.includes(picture)) {
          const clip = { x: 0, y: 0, width, height: 600 };
          await page.screenshot({ path: `${pictures}/${picture}.png`, clip });
        }
      }
    }
    expect(complaints).toEqual([]);
    await context.close();
  }, 240_000);

  test('filters belong to the address, so that links, back and forward keep them', async () => {
    const context = await browser?.newContext({ viewport: { width: 1280, height: 800 } });
    if (!context) throw new Error('The browser did not start.');
    const { page } = await open(context, '#/state/subscriptions?where=status%3Dpaused');
    const paused = await ask('/_paddock/entities?kind=subscriptions&where=status%3Dpaused');
    await page.getByText(`${paused.total} in this list`).waitFor();
    await page.getByLabel('Field').selectOption('updated_at');
    await page.getByLabel('Comparison').selectOption('before');
    await page.getByLabel('Value').fill('2000-01-01');
    await page.keyboard.press('Enter');
    await page.getByText('No subscriptions match.').waitFor();
    await page.getByRole('button', { name: 'Remove the filter updated_at[LT]=2000-01-01' }).click();
    await page.getByRole('list', { name: 'subscriptions' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: paused.entities[0].id }).waitFor();
    await page.goBack();
    await page.getByText(`${paused.total} in this list`).waitFor();
    expect(await page.getByLabel('Status').inputValue()).toBe('status=paused');
    // An unknown address gets an explanation, not a blank page.
    await goTo(page, '#/state/nonsense');
    await page.getByText('There is no kind nonsense').waitFor();
    await goTo(page, '#/state/entity/ctm_01kpadd0ck0000000000000009');
    await page.getByRole('alert').getByText('not_found').waitFor();
    await context.close();
  });

  test('everything is reached by keyboard alone', async () => {
    const context = await browser?.newContext({ viewport: { width: 1280, height: 800 } });
    if (!context) throw new Error('The browser did not start.');
    const { page } = await open(context, '#/now');
    await page.getByRole('heading', { name: 'Clock' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('To what is due next');

    // From the navigation to the first request, and to its body.
    await page.getByRole('link', { name: 'Requests', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('list', { name: /^Requests/ })
      .getByRole('link')
      .first()
      .waitFor();
    for (let count = 0; count < 20 && !/^\d{3}/.test(await focused()); count += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /^Request \d+$/ }).waitFor();
    // Escape leads back to the row, and the list stands still while it is paused.
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: /^Request \d+$/ }).waitFor({ state: 'detached' });
    expect(await focused()).toMatch(/^\d{3}/);
    await page.getByRole('button', { name: 'Pause' }).press('Enter');
    await ask('/event-types');
    await page.getByText('paused, 1 more since').waitFor();
    await page.getByRole('button', { name: 'Go on' }).press('Enter');
    await page.getByRole('link', { name: /event-types/ }).waitFor();
    await context.close();
  });

  test('an account is chosen by its key, which stays in the page', async () => {
    const account = paddock.newAccount();
    await account.trigger('customer.created');
    const context = await browser?.newContext();
    if (!context) throw new Error('The browser did not start.');
    const { page } = await open(context, '#/state/customers');
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await page.getByRole('button', { name: 'Default account' }).click();
    await page.getByLabel('API key').fill(account.apiKey);
    await page.getByRole('button', { name: 'Show this account' }).click();
    await page.getByText('1 in this list').waitFor();
    const secret = account.apiKey.split('_').at(-2) ?? '';
    expect(addresses.join('\n')).not.toContain(secret);
    expect(await page.content()).not.toContain(secret);
    // Not even where it is entered by mistake.
    await page.getByLabel('Search').fill(account.apiKey);
    expect(page.url()).not.toContain(secret);
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    );
    expect(stored).toBe('[{},{},""]');
    await page.reload();
    await page.getByRole('button', { name: 'Default account' }).waitFor();
    await context.close();
  });

  test('a control token is asked for where the server has one, and is not shown', async () => {
    const guarded = await startPaddock({ controlToken: 'open-sesame' });
    const context = await browser?.newContext();
    if (!context) throw new Error('The browser did not start.');
    const page = await context.newPage();
    await page.goto(`${guarded.url}/_paddock/console`);
    const dialog = page.getByRole('dialog', { name: 'Choose an account' });
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Control token').fill('open-sesame');
    await dialog.getByRole('button', { name: 'Show this account' }).click();
    await page.getByRole('heading', { name: 'Clock' }).waitFor();
    await page.getByText('This page called').click();
    expect(await page.locator('footer li code').first().textContent()).toContain('$PADDOCK_CONTROL_TOKEN');
    expect(await page.content()).not.toContain('open-sesame');
    await context.close();
    await guarded.close();
  });
});
