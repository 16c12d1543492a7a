import { UsageError } from '#openapi/text/usage-error.ts';

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the sandbox key from `PADDLE_SANDBOX_API_KEY`, and refuses any environment that could reach live data.
 *
 * @param allowLegacy accepts a legacy key, which does not name its environment.
 * @throws UsageError without a sandbox key, or if a live key or environment is set. No message contains a key.
 * @evidence official for both formats of keys
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
 * Refuses a live key given as an option, although nothing would use it.
 *
 * @throws UsageError for a live key, without the key in its message.
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
