import type { TestContext } from 'node:test';
import { openTestAccount, type TestOptions, type TestPaddock } from './test-account.ts';

export { startSharedServer } from './shared-server.ts';
export type { TestOptions, TestPaddock } from './test-account.ts';

/** A running test. Its types lack `passed`, which Node has since 20.12. */
type RunningTest = Pick<TestContext, 'after'> & { readonly passed?: boolean };

/**
 * Opens an account for the duration of a `node:test` test. A failed test prints its requests and webhooks.
 *
 * @example
 * ```ts
 * import { test } from 'node:test';
 * import { usePaddock } from 'paddle-paddock/node-test';
 *
 * test('provisions a customer', async (t) => {
 *   const paddock = await usePaddock(t);
 *   await signUp('sam@example.com');
 *   await paddock.requests.expect({ operationId: 'createCustomer', times: 1 });
 * });
 * ```
 */
export async function usePaddock(t: RunningTest, options: TestOptions = {}): Promise<TestPaddock> {
  const { paddock, end } = await openTestAccount(options);
  t.after(async () => {
    const traffic = await end(t.passed === false);
    if (traffic !== undefined) console.error(traffic);
  });
  return paddock;
}
