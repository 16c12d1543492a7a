import { afterEach, beforeEach } from '@jest/globals';
import { UsageError } from '#openapi/text/usage-error.ts';
import { hasFailed } from './jest-failure.ts';
import { type OpenAccount, openTestAccount, type TestOptions, type TestPaddock } from './test-account.ts';

export { startSharedServer } from './shared-server.ts';
export type { TestOptions, TestPaddock } from './test-account.ts';

/**
 * Gives each test of a file or a `describe` its own account. With the environment `paddle-paddock/jest/environment`,
 * a failed test prints its requests and webhooks.
 *
 * @returns a function that returns the running test's account
 *
 * @example
 * ```ts
 * import { usePaddock } from 'paddle-paddock/jest';
 *
 * const paddock = usePaddock();
 *
 * test('provisions a customer', async () => {
 *   await signUp('sam@example.com');
 *   await paddock().requests.expect({ operationId: 'createCustomer', times: 1 });
 * });
 * ```
 */
export function usePaddock(options: TestOptions = {}): () => TestPaddock {
  let open: OpenAccount | undefined;
  beforeEach(async () => {
    open = await openTestAccount(options);
  });
  afterEach(async () => {
    const traffic = await open?.end(hasFailed());
    open = undefined;
    // Jest's console adds a stack to each line.
    if (traffic !== undefined) process.stderr.write(`${traffic}\n`);
  });
  return () => {
    if (open) return open.paddock;
    throw new UsageError('Could not find the account: no test is running. Use it within a test or a beforeEach.');
  };
}
