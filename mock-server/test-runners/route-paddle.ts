import type { BrowserContext } from '@playwright/test';
import { isEmulatedHost, isPaddleHost } from '../wire/paddle-hosts.ts';
import { standInPath } from '../wire/paddle-sites.ts';

/**
 * Routes what a browser loads from Paddle's hosts to a mock: Paddle.js, checkouts, the customer portal and the API.
 *
 * @param context a context or a page of Playwright
 * @param mock the mock, or an account of it
 * @example
 * ```ts
 * import { chromium } from 'playwright';
 * import { startPaddock } from 'paddle-paddock';
 * import { routePaddle } from 'paddle-paddock/playwright';
 *
 * const paddock = await startPaddock();
 * const context = await (await chromium.launch()).newContext();
 * await routePaddle(context, paddock);
 * ```
 */
export async function routePaddle(context: Pick<BrowserContext, 'route'>, mock: { url: string }): Promise<void> {
  await context.route(
    ({ hostname }) => isEmulatedHost(hostname),
    async (route) => {
      const request = route.request();
      const { hostname, pathname, search } = new URL(request.url());
      const url = `${mock.url}${standInPath(hostname, pathname + search)}`;
      // Pages move to the mock's own origin, and find everything else of theirs there.
      if (request.isNavigationRequest() && !isPaddleHost(hostname)) {
        await route.fulfill({ status: 302, headers: { location: url } });
        return;
      }
      await route.fulfill({ response: await route.fetch({ url, maxRedirects: 0 }) });
    },
  );
}
