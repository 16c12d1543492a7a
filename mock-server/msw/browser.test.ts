import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { startPaddock } from '../index.ts';
import { servePage } from './testing/page-server.ts';

/** Where Chromium is. No package brings it, so the test is for machines that have one. */
const executablePath = process.env['PADDOCK_CHROMIUM'];

test.skipIf(!executablePath)('a page that calls Paddle’s sandbox is answered by a mock', async () => {
  await using paddock = await startPaddock({ profile: 'official' });
  await using served = await servePage(paddock.url);
  const args = ['--no-sandbox', '--disable-background-networking'];
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args });
  try {
    const page = await browser.newPage();
    await page.goto(`${served.url}/?apiKey=${paddock.apiKey}`);
    await page.waitForFunction(() => document.title !== '');
    expect(await page.title()).toBe('kim@example.com sam@example.com');
  } finally {
    await browser.close();
  }
  await paddock.requests.expect({ operationId: 'createCustomer', times: 2 });
});
