import { UsageError } from '#openapi/text/usage-error.ts';
import { sandboxUrl } from '../../targets/sandbox/sandbox-connection.ts';

/**
 * Finds where a target is: `sandbox` is Paddle's, anything else is a URL.
 *
 * @returns the URL without a slash at the end.
 * @throws UsageError for any other place of Paddle's, and for what is no URL.
 */
export function locateTarget(target: string): string {
  if (target === 'sandbox') return sandboxUrl;
  if (!/^https?:\/\//.test(target) || !URL.canParse(target))
    throw new UsageError(`Could not record ${target}: it is not a target. Give sandbox or a URL.`);
  if (/(^|\.)paddle\.com\.?$/.test(new URL(target).hostname))
    throw new UsageError(
      `Could not record ${target}: the sandbox is the only host of Paddle's that is called. Give sandbox.`,
    );
  return target.replace(/\/+$/, '');
}

/**
 * Makes what tells why a key may not pass: a live key never does, and the sandbox gets none but its own.
 *
 * @param allowLegacy let keys through that do not say what they open.
 * @evidence official for the forms of keys
 */
export function createKeyRefusal(
  target: string,
  allowLegacy: boolean,
): (authorization: string | null) => string | null {
  return (authorization) => {
    if (authorization === null || /pdl_sdbx_/.test(authorization)) return null;
    const refused = 'Could not pass a request on:';
    if (/pdl_live_/.test(authorization)) return `${refused} its key is a LIVE key. Give the application a sandbox key.`;
    if (target !== sandboxUrl || allowLegacy) return null;
    return `${refused} its key does not begin with pdl_sdbx_, so it may be a live key. Give --allow-legacy-key if you know that it is not.`;
  };
}
