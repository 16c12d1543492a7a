import { expect, test } from 'vitest';
import { launchChromium } from '#vitest/chromium.ts';
import { startPaddock } from '../index.ts';
import { servePage } from './testing/page-server.ts';

test('a page that calls Paddle’s sandbox is answered by a mock', async (context) => {
  const browser = await launchChromium(context);
  try {
    await using paddock = await startPaddock({ profile: 'official' });
    await using served = await servePage(paddock.url);
    const page = await browser.newPage();
    await page.goto(`${served.url}/?apiKey=${paddock.apiKey}`);
    await page.waitForFunction(() => document.title !== '');
    expect(await page.title()).toBe('kim@example.com sam@example.com');
    await paddock.requests.expect({ operationId: 'createCustomer', times: 2 });
  } finally {
    await browser.close();
  }
});
