import { UsageError } from '#openapi/text/usage-error.ts';

/** Kind of an API key. The environment of a legacy key is unknown. */
export type KeyKind = 'sandbox' | 'live' | 'legacy';

const current = /^pdl_(live|sdbx)_apikey_[a-z\d]{26}_[a-zA-Z\d]{22}_[a-zA-Z\d]{3}$/;
const legacy = /^[a-z\d]{50}$/;

/** Prefixes of other credentials that are often mistaken for API keys. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/^(test|live)_/, 'it is a client-side token, which is for Paddle.js in a browser'],
  [/^pdl_ntfset_/, 'it is a webhook secret, which is for verifying webhooks'],
  [/^apikey_/, 'it is the ID of an API key, not the key itself'],
  [/^bearer\s/i, 'it starts with "Bearer", which the client adds itself'],
  [/^\s|\s$/, 'it has white space around it'],
  [/^pdl_(live|sdbx)_apikey_/, 'it is incomplete or has invalid characters; a key has 69 characters'],
];

/**
 * Determines the kind of an API key from its format.
 *
 * @throws UsageError if it is not an API key. The message does not repeat it, since it may be secret.
 * @evidence official, https://developer.paddle.com/api-reference/about/authentication; the shape of legacy keys is observed
 */
export function kindOfKey(apiKey: string): KeyKind {
  const [, environment] = current.exec(apiKey) ?? [];
  if (environment) return environment === 'live' ? 'live' : 'sandbox';
  if (legacy.test(apiKey)) return 'legacy';
  const reason = apiKey ? mistakes.find(([shape]) => shape.test(apiKey))?.[1] : 'it is empty';
  throw new UsageError(
    `Could not use the API key: ${reason ?? 'it does not look like an API key'}. ` +
      'Create a key in the dashboard under Developer tools > Authentication, and pass it unchanged.',
  );
}
