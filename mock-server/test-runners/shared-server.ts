import type { PaddockAccount } from '../control-client/account.ts';
import { connectPaddock } from '../control-client/connect.ts';
import type { PaddockOptions } from '../index.ts';

/** A mock that provides accounts for tests. */
export type TestServer = Pick<PaddockAccount, 'newAccount' | 'close'>;

/**
 * Starts the mock that all workers of a test run share, and sets `PADDOCK_URL` to it. If that is already set, for
 * example to a mock in a container, that mock is used.
 *
 * @returns a function that stops the mock
 */
export async function startSharedServer(options: PaddockOptions = {}): Promise<() => Promise<void>> {
  if (process.env['PADDOCK_URL']) return async () => undefined;
  const paddock = await start(options);
  process.env['PADDOCK_URL'] = paddock.url;
  return async () => {
    delete process.env['PADDOCK_URL'];
    await paddock.close();
  };
}

/** Finds the test run's shared mock, or starts one in this process. */
export async function openServer(): Promise<TestServer> {
  const { PADDOCK_URL: url, PADDOCK_CONTROL_TOKEN: controlToken } = process.env;
  return url ? connectPaddock({ url, controlToken }) : start({});
}

/** Loads the server on demand: workers that share one do not need it. */
async function start(options: PaddockOptions) {
  const { startPaddock } = await import('../index.ts');
  return startPaddock(options);
}
