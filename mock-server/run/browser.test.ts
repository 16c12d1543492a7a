import { expect, test } from 'vitest';
import { launchChromium } from '#vitest/chromium.ts';
import { startPaddock } from '../index.ts';
import { emulatedHosts } from '../wire/paddle-hosts.ts';
import { makeCertificates } from './certificates.ts';
import { startProxy } from './proxy.ts';

test('a browser behind the proxy gets the pages of the mock from the hosts of Paddle', async (context) => {
  await using mock = await startPaddock({
    fixtures: 'small-saas',
    clock: { now: '2026-07-01T00:00:00Z', frozen: true },
  });
  await using proxy = await startProxy({
    certificates: await makeCertificates(emulatedHosts),
    accept: mock.accept,
    offline: true,
    upstream: { http: undefined, https: undefined },
    log: () => {},
  });
  const browser = await launchChromium(context);
  try {
    const { origin: server, username, password } = new URL(proxy.url);
    const page = await browser.newPage({ proxy: { server, username, password }, ignoreHTTPSErrors: true });
    const headers = { Authorization: `Bearer ${mock.apiKey}` };
    const { data } = await (await fetch(`${mock.url}/subscriptions?status=active`, { headers })).json();
    const active = data.find(({ scheduled_change }: { scheduled_change: unknown }) => scheduled_change === null);
    const { pathname, search } = new URL(active.management_urls.cancel);
    const host = 'https://sandbox-buyer-portal.paddle.com';
    await page.goto(`${host}${pathname.replace('/customer-portal', '')}${search}`);
    await page.getByRole('button', { name: 'Cancel subscription' }).click();
    await page
      .getByText(/Ends on|Your cancellation/)
      .first()
      .waitFor();
    expect(new URL(page.url()).origin).toBe(host);
  } finally {
    await browser.close();
  }
});
