import { UsageError } from '#openapi/text/usage-error.ts';

/** Formats of other values that are often mistaken for the secret of a destination. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'it is empty'],
  [/^\s|\s$/, 'it has white space or a line break around it'],
  [/^pdl_(live|sdbx)_apikey_/, 'it is an API key, which is for requests to Paddle'],
  [/^ntfset_/, 'it is the ID of a notification setting, not its secret'],
  [/^(test|live)_[a-z\d]{27}$/, 'it is a client-side token, which is for Paddle.js in a browser'],
];

/**
 * Returns the secrets as a list. Accepts any text without a known mistake, since some accounts choose their secrets.
 *
 * @throws UsageError if there is none, or if one cannot be a secret. The message does not repeat it.
 */
export function listSecrets(given: string | readonly string[]): readonly string[] {
  const secrets = typeof given === 'string' ? [given] : given;
  if (!Array.isArray(secrets) || secrets.length === 0) throw refuse('it is missing');
  for (const secret of secrets) {
    if (typeof secret !== 'string') throw refuse(`it is ${secret === undefined ? 'undefined' : `a ${typeof secret}`}`);
    const mistake = mistakes.find(([shape]) => shape.test(secret));
    if (mistake) throw refuse(mistake[1]);
  }
  return secrets;
}

function refuse(reason: string): UsageError {
  return new UsageError(
    `Could not use the webhook secret: ${reason}. ` +
      "Pass the destination's endpoint_secret_key, from Developer tools > Notifications in the dashboard.",
  );
}
