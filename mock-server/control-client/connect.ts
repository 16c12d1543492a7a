import { type ControlAccess, createControlClient } from '#openapi/control-plane/control-client.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import { refuseUnknownKeys } from '../account/known-keys.ts';
import { defaultApiKey, freshApiKey } from '../state/api-keys.ts';
import { isPaddleHost } from '../wire/paddle-hosts.ts';
import { openAccount, type PaddockAccount } from './account.ts';
import { checkedKey } from './running-mock.ts';

/** The URL of a running mock, and the account to open. */
export type ConnectOptions = Omit<ControlAccess, 'apiKey'> & {
  /** An API key of the account. Default: that of the default account. */
  apiKey?: string | undefined;
};

const optionNames = { url: true, apiKey: true, controlToken: true, fetch: true } as const satisfies Record<
  keyof ConnectOptions,
  true
>;

/**
 * Opens an account of a running mock, on this or another machine. Sends no request yet.
 *
 * @throws UsageError for a URL of Paddle's, an unknown option, or a key that is not a sandbox key
 *
 * @example
 * ```ts
 * await using account = connectPaddock({ url: 'http://127.0.0.1:4010' }).newAccount();
 * await account.clock.advance({ days: 30 });
 * ```
 */
export function connectPaddock(options: ConnectOptions): PaddockAccount {
  refuseUnknownKeys(options, optionNames, 'connect');
  const { url: given, apiKey = defaultApiKey, ...access } = options;
  const url = mockUrl(given);
  const place = {
    url,
    controlFor: (key: string) => createControlClient({ ...access, url, apiKey: key }),
    freshKey: freshApiKey,
  };
  return openAccount(place, checkedKey(apiKey));
}

function mockUrl(given: string): string {
  const url = URL.parse(given);
  if (!url || !/^https?:$/.test(url.protocol) || isPaddleHost(url.hostname)) {
    throw new UsageError(`Could not connect to ${given}: that is not a mock's URL. Give an http or https URL.`);
  }
  return given.replace(/\/+$/, '');
}
