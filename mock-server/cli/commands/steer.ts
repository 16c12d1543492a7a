import { UsageError } from '#openapi/text/usage-error.ts';
import { connectPaddock } from '../../control-client/connect.ts';
import type { RunningMockOptions } from '../../control-client/running-mock.ts';
import type { prepareCall } from './steering.ts';

/** Calls the control plane of a running mock and prints the result. The exit code is 1 if that fails. */
export async function steer(call: ReturnType<typeof prepareCall>, options: RunningMockOptions): Promise<void> {
  const { url, key, controlToken } = options;
  const account = connectPaddock({ url, apiKey: key, controlToken });
  try {
    console.log(await call(account));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
