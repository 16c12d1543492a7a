import { UsageError } from '#openapi/text/usage-error.ts';
import { didYouMean } from '../text/near-miss.ts';

/**
 * Refuses keys that a misspelt option leaves behind, which would be ignored without a word.
 *
 * @param what what could not be done, such as `start`
 * @throws UsageError that names the nearest known key
 */
export function refuseUnknownKeys(given: object, known: Readonly<Record<string, true>>, what: string): void {
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(known, key));
  if (unknown === undefined) return;
  const names = Object.keys(known);
  throw new UsageError(
    `Could not ${what}: there is no option ${unknown}.${didYouMean(unknown, names) || ` The options are ${names.join(', ')}.`}`,
  );
}
