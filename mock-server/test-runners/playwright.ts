import { test as base } from '@playwright/test';
import { routePaddle } from './route-paddle.ts';
import { openTestAccount, type TestOptions, type TestPaddock } from './test-account.ts';

export { routePaddle } from './route-paddle.ts';
export { startSharedServer } from './shared-server.ts';
export type { TestOptions, TestPaddock } from './test-account.ts';

/**
 * Creates a `test` whose fixture `paddock` is a separate account for each test. Its pages load Paddle.js, checkouts and
 * the portal from the mock instead of Paddle's hosts. The requests and webhooks of a failed test are attached to its report.
 */
export function paddockTest(options: TestOptions = {}) {
  return base.extend<{ paddock: TestPaddock }>({
    paddock: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from the pattern.
      async ({}, use, testInfo) => {
        const { paddock, end } = await openTestAccount(options);
        await use(paddock);
        const traffic = await end(testInfo.status !== testInfo.expectedStatus);
        if (traffic !== undefined) await testInfo.attach('paddock', { body: traffic, contentType: 'text/plain' });
      },
      // Applies to all tests, because the code under test needs the variables.
      { auto: true },
    ],
    // A test without a browser asks for no context.
    context: async ({ context, paddock }, use) => {
      await routePaddle(context, paddock);
      await use(context);
    },
  });
}

/**
 * Playwright's `test` with the fixture `paddock`.
 *
 * @example
 * ```ts
 * import { test } from 'paddle-paddock/playwright';
 *
 * test('provisions a customer', async ({ paddock, page }) => {
 *   await page.goto('/sign-up');
 *   await paddock.requests.expect({ operationId: 'createCustomer', times: 1 });
 * });
 * ```
 */
export const test = paddockTest();
export { expect } from '@playwright/test';
