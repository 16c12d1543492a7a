import { test as base } from 'vitest';
import { openTestAccount, type TestOptions, type TestPaddock } from './test-account.ts';

export { startSharedServer } from './shared-server.ts';
export type { TestOptions, TestPaddock } from './test-account.ts';

/**
 * Creates a `test` whose fixture `paddock` is a separate account for each test. A failed test prints its requests
 * and webhooks.
 */
export function paddockTest(options: TestOptions = {}) {
  return base.extend<{ paddock: TestPaddock }>({
    paddock: [
      async ({ task }, use) => {
        const { paddock, end } = await openTestAccount(options);
        await use(paddock);
        const traffic = await end(task.result?.state === 'fail');
        if (traffic !== undefined) console.error(traffic);
      },
      // Applies to all tests, because the code under test needs the variables.
      { auto: true },
    ],
  });
}

/**
 * Vitest's `test` with the fixture `paddock`.
 *
 * @example
 * ```ts
 * import { test } from 'paddle-paddock/vitest';
 *
 * test('provisions a customer', async ({ paddock }) => {
 *   await signUp('sam@example.com');
 *   await paddock.requests.expect({ operationId: 'createCustomer', times: 1 });
 * });
 * ```
 */
export const test = paddockTest();
