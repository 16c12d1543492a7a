import { expect, test } from 'vitest';
import { launchChromium } from '#vitest/chromium.ts';
import { startPaddock } from '../index.ts';
import { routePaddle } from './route-paddle.ts';

test("a page of Paddle's portal opens at the mock, where its forms work", { timeout: 240_000 }, async (context) => {
  await using mock = await startPaddock({
    fixtures: 'small-saas',
    clock: { now: '2026-07-01T00:00:00Z', frozen: true },
  });
  const browser = await launchChromium(context);
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await routePaddle(page, mock);
    const headers = { Authorization: `Bearer ${mock.apiKey}` };
    const { data } = await (await fetch(`${mock.url}/subscriptions?status=active`, { headers })).json();
    const active = data.find(({ scheduled_change }: { scheduled_change: unknown }) => scheduled_change === null);
    const { pathname, search } = new URL(active.management_urls.cancel);
    await page.goto(`https://sandbox-buyer-portal.paddle.com${pathname.replace('/customer-portal', '')}${search}`);
    expect(page.url()).toContain(mock.url);
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    await page.getByText('Your cancellation is done.').waitFor();
  } finally {
    await browser.close();
  }
});
