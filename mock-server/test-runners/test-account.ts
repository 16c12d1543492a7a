import { createPaddleClient, type PaddleClient } from '#client/index.ts';
import type { PaddockAccount } from '../control-client/account.ts';
import type { BehaviourChange } from '../control-client/behaviours.ts';
import { describeTraffic } from './describe-traffic.ts';
import { setEnvironment, type Variables, variablesOf } from './environment.ts';
import { openServer } from './shared-server.ts';

/** A test's own account, with a client for it. */
export type TestPaddock = PaddockAccount & {
  /** A typed client with the account's API key. */
  readonly client: PaddleClient;
};

/** Options of the accounts of tests. */
export type TestOptions = BehaviourChange & {
  /** Further environment variables for the code under test. Default: only the `PADDLE_*` ones. */
  environment?: (paddock: TestPaddock) => Variables;
};

/** An account while its test runs. */
export type OpenAccount = {
  paddock: TestPaddock;
  /** Restores the variables; returns a description of the account's traffic if its test failed. */
  end(failed: boolean): Promise<string | undefined>;
};

/** Opens an account for one test, and sets the environment variables for the code under test. */
export async function openTestAccount({ environment, ...change }: TestOptions = {}): Promise<OpenAccount> {
  const server = await openServer();
  const account = server.newAccount();
  if (Object.keys(change).length > 0) await account.setBehaviours(change);
  await account.webhooks.collect();
  const { apiKey, url } = account;
  const paddock = { ...account, client: createPaddleClient({ apiKey, environment: url }) };
  const restore = setEnvironment({ ...variablesOf(paddock), ...environment?.(paddock) });
  return {
    paddock,
    end: async (failed) => {
      restore();
      const traffic = failed ? await describeTraffic(paddock) : undefined;
      await account.close();
      await server.close();
      return traffic;
    },
  };
}
