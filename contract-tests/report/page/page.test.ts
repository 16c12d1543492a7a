import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '#vitest/chromium.ts';
import type { Report } from '../report.ts';
import { hostileName, reportExampleRun } from '../testing/example-run.ts';
import { renderPage } from './page.ts';

let [folder, browser, report]: [string, Chromium?, Report?] = [''];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-page-'));
  report = hostile(await reportExampleRun());
});

beforeEach(async (context) => {
  browser ??= await launchChromium(context);
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

/** Returns the report with markup injected into every text. */
function hostile(original: Report): Report {
  const injected = JSON.stringify(original, (name, value) =>
    ['body', 'path', 'because', 'title', 'message', 'counterexample'].includes(name) && typeof value === 'string'
      ? `${value}${hostileName}<img src=x onerror="document.title='taken'">`
      : value,
  );
  return JSON.parse(injected);
}

/** Opens the page of some runs, and collects its errors and network requests. */
async function open(reports: readonly Report[]): Promise<{ page: Page; complaints: string[] }> {
  if (!browser) throw new Error('There is no browser.');
  const file = join(folder, 'verify.html');
  await writeFile(file, renderPage(reports));
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => complaints.push(...(request.url() === url ? [] : [request.url()])));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  return { page, complaints };
}

const shown = (page: Page) => page.locator('.claim:not([hidden]) > summary code').allTextContents();

describe('the page', () => {
  test('shows responses as text, loads nothing, and logs no errors', async () => {
    const { page, complaints } = await open(report ? [report] : []);
    expect(await page.title()).toBe('paddock verify');
    expect(await page.locator('img, script:not(:last-of-type)').count()).toBe(0);
    expect(await page.locator('pre.exchange').first().textContent()).toContain(hostileName);
    expect(complaints).toEqual([]);
  });

  test('filters by verdict and by words, and shows the number of matches', async () => {
    const { page } = await open(report ? [report] : []);
    expect(await shown(page)).toEqual(['customer-name-optional', 'webhooks-hmac', 'ips']);
    await page.getByLabel('holds').uncheck();
    expect(await shown(page)).toEqual(['customer-name-optional', 'webhooks-hmac']);
    await page.getByLabel('text').fill('LONGER than');
    expect(await shown(page)).toEqual(['customer-name-optional']);
    expect(await page.locator('output').textContent()).toBe('1 of 3 claims');
    await page.getByText('customer-name-optional', { exact: true }).click();
    await page.locator('.claim:not([hidden]) > .law > summary').click();
    await page.getByText('As TypeScript').click();
    expect(await page.getByText('await send(').isVisible()).toBe(true);
  });

  test('compares the verdicts of runs, and filters those that changed', async () => {
    const runs = report ? [earlier(report), report] : [];
    const { page, complaints } = await open(runs);
    expect(await page.locator('.claim .verdict').allTextContents()).toEqual([
      'holds → DIFFERS',
      "no claim → can't tell",
      'holds → holds',
    ]);
    await page.getByLabel('changed only').check();
    expect(await shown(page)).toEqual(['customer-name-optional', 'webhooks-hmac']);
    expect(complaints).toEqual([]);
  });
});

/** Returns an earlier run in which every claim held and one was unknown. */
function earlier(run: Report): Report {
  const known = run.claims.filter(({ id }) => id !== 'webhooks-hmac');
  return { ...run, claims: known.map((claim) => ({ ...claim, verdict: 'holds' as const })) };
}
