import { UsageError } from '#openapi/text/usage-error.ts';
import { sandboxUrl } from '../../targets/sandbox/sandbox-connection.ts';

/**
 * Resolves the name of a target: `sandbox` or a URL.
 *
 * @returns the base URL, without a slash at the end.
 * @throws UsageError for another host of Paddle's, and for an invalid URL.
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
 * Creates the check of keys: live keys are always refused, and the sandbox accepts only its own.
 *
 * @param allowLegacy also accepts keys without a prefix, which may be of either environment.
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
