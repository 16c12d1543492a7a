import type { operations } from '#openapi/generated/control.ts';
import { answerOf, type ControlClient } from './control-client.ts';

/** What a new key may do, and until when. */
export type KeyRequest = NonNullable<operations['createKey']['requestBody']>['content']['application/json'];
/** A key that was made. */
export type CreatedKey = operations['createKey']['responses'][201]['content']['application/json'];

/** Further API keys of an account. */
export type AccountKeys = {
  /** Makes one. Default: one that may do everything, for ever. @throws UsageError for a permission that there is not */
  create(terms?: KeyRequest): Promise<CreatedKey>;
  /** Ends one, which is answered with `invalid_token` from then on. @throws UsageError where it is none of the account */
  revoke(apiKey: string): Promise<void>;
};

/** The keys of an account, through the control plane. */
export function createKeys(control: ControlClient): AccountKeys {
  return {
    create: (terms = {}) => answerOf(control.POST('/_paddock/keys', { body: terms })),
    revoke: async (apiKey) => {
      await control.POST('/_paddock/keys/revoke', { body: { api_key: apiKey } });
    },
  };
}
