import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { operations } from '#openapi/generated/control.ts';

/** Permissions and expiry of a new key. */
export type KeyRequest = NonNullable<operations['createKey']['requestBody']>['content']['application/json'];
/** A new key. */
export type CreatedKey = operations['createKey']['responses'][201]['content']['application/json'];

/** The place where a key is found, and the level of risk. */
export type KeyFinding = Omit<operations['exposeKey']['requestBody']['content']['application/json'], 'api_key'>;
/** The exposure of a key, as its event contains it. */
export type KeyExposure = operations['exposeKey']['responses'][201]['content']['application/json'];

/** Further API keys of an account. */
export type AccountKeys = {
  /** Creates a key. Default: all permissions, no expiry. @throws UsageError for an unknown permission */
  create(terms?: KeyRequest): Promise<CreatedKey>;
  /** Revokes a key; requests with it then get `invalid_token`. @throws UsageError for a key of another account */
  revoke(apiKey: string): Promise<void>;
  /**
   * Lets a key be found in public, which revokes it if the risk is high.
   *
   * @param finding default: a high risk
   * @throws UsageError for a key of another account
   */
  expose(apiKey: string, finding?: KeyFinding): Promise<KeyExposure>;
};

export function createKeys(control: ControlClient): AccountKeys {
  return {
    create: (terms = {}) => answerOf(control.POST('/_paddock/keys', { body: terms })),
    revoke: async (apiKey) => {
      await control.POST('/_paddock/keys/revoke', { body: { api_key: apiKey } });
    },
    expose: (apiKey, finding = {}) =>
      answerOf(control.POST('/_paddock/keys/expose', { body: { api_key: apiKey, ...finding } })),
  };
}
