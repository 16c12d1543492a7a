import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { launchChromium } from '#vitest/chromium.ts';
import { startPaddock } from '../index.ts';
import { emulatedHosts } from '../wire/paddle-hosts.ts';
import { makeCertificates } from './certificates.ts';
import { startProxy } from './proxy.ts';

test('a browser behind the proxy gets the pages of the mock from the hosts of Paddle', {
  timeout: 240_000,
}, async (context) => {
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
    const page = await browser.newPage({
      proxy: { server, username, password, bypass: '127.0.0.1' },
      ignoreHTTPSErrors: true,
    });
    page.setDefaultTimeout(120_000);
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

    const post = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } };
    const named = { ...post, body: JSON.stringify({ name: 'Shop' }) };
    const { data: token } = await (await fetch(`${mock.url}/client-tokens`, named)).json();
    const items = JSON.stringify([{ priceId: active.items[0].price.id, quantity: 1 }]);
    const shop = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><body><script src="https://cdn.paddle.com/paddle/v2/paddle.js"></script><script>
        Paddle.Environment.set('sandbox');
        Paddle.Initialize({ token: '${token.token}' });
      </script>`);
    }).listen(0, '127.0.0.1');
    await once(shop, 'listening');
    await page.goto(`http://127.0.0.1:${(shop.address() as AddressInfo).port}`);
    const { data: prices } = Object(await page.evaluate(`Paddle.PricePreview({ items: ${items} })`));
    expect(prices.details.lineItems[0].price.id).toBe(active.items[0].price.id);
    shop.closeAllConnections();
    shop.close();
  } finally {
    await browser.close();
  }
});
