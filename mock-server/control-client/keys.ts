import { answerOf, type ControlClient } from '#openapi/control-plane/control-client.ts';
import type { operations } from '#openapi/generated/control.ts';

/** Permissions and expiry of a new key. */
export type KeyRequest = NonNullable<operations['createKey']['requestBody']>['content']['application/json'];
/** A new key. */
export type CreatedKey = operations['createKey']['responses'][201]['content']['application/json'];

/** Further API keys of an account. */
export type AccountKeys = {
  /** Creates a key. Default: all permissions, no expiry. @throws UsageError for an unknown permission */
  create(terms?: KeyRequest): Promise<CreatedKey>;
  /** Revokes a key; requests with it then get `invalid_token`. @throws UsageError for a key of another account */
  revoke(apiKey: string): Promise<void>;
};

export function createKeys(control: ControlClient): AccountKeys {
  return {
    create: (terms = {}) => answerOf(control.POST('/_paddock/keys', { body: terms })),
    revoke: async (apiKey) => {
      await control.POST('/_paddock/keys/revoke', { body: { api_key: apiKey } });
    },
  };
}
