import { UsageError } from '#openapi/text/usage-error.ts';
import { didYouMean } from '../text/did-you-mean.ts';

/**
 * Rejects unknown keys of an options object, which would be ignored silently.
 *
 * @param what the action that fails, such as `start`
 * @throws UsageError that names the nearest known key
 */
export function refuseUnknownKeys(given: object, known: Readonly<Record<string, unknown>>, what: string): void {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(known, key));
  if (unknown === undefined) return;
  const names = Object.keys(known);
  throw new UsageError(
    `Could not ${what}: there is no option ${unknown}.${didYouMean(unknown, names) || ` The options are ${names.join(', ')}.`}`,
  );
}
