import { UsageError } from '#openapi/text/usage-error.ts';

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Takes the key for the sandbox from `PADDLE_SANDBOX_API_KEY`, and refuses whatever looks as if live data were near.
 *
 * @param allowLegacy take a key that does not say what it opens.
 * @throws UsageError without a key, for any but a sandbox key, and where a live key or environment is set. No message
 * has a key in it.
 * @evidence official for both forms of keys
 */
export function readSandboxKey(environment: Environment, allowLegacy: boolean): string {
  const live = Object.keys(environment).find((name) => isLive(environment[name]));
  if (live !== undefined) throw refusal(`${live} is a LIVE key. Unset it first, so that nothing can reach live data`);
  const named = environment['PADDLE_ENVIRONMENT'];
  if (named && named !== 'sandbox')
    throw refusal(`PADDLE_ENVIRONMENT is ${named}. Unset it, so that nothing can reach live data`);
  const key = environment['PADDLE_SANDBOX_API_KEY'];
  if (!key) throw refusal('there is no key. Set PADDLE_SANDBOX_API_KEY');
  if (/^pdl_sdbx_apikey_[a-z\d]{26}_[a-zA-Z\d]{22}_[a-zA-Z\d]{3}$/.test(key)) return key;
  if (!/^[a-z\d]{50}$/.test(key)) throw refusal('PADDLE_SANDBOX_API_KEY is not a sandbox key. Set one');
  if (allowLegacy) return key;
  throw refusal(
    'PADDLE_SANDBOX_API_KEY is a legacy key, which may be a live one. Give --allow-legacy-key if you know it is not',
  );
}

/**
 * Refuses a key that was given besides, although nothing would use it.
 *
 * @throws UsageError for a live one, without a word of it.
 */
export function refuseLiveKey(key: string | undefined): void {
  if (isLive(key)) throw refusal('the given key is a LIVE key. Set PADDLE_SANDBOX_API_KEY instead');
}

function isLive(key = ''): boolean {
  return /^pdl_live_/.test(key.trim());
}

function refusal(reason: string): UsageError {
  return new UsageError(`Could not use the sandbox: ${reason}.`);
}
