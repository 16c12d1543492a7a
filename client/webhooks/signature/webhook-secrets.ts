import { UsageError } from '#openapi/usage-error.ts';

/** Things that are mistaken for the secret of a destination, and what they are. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'it is empty'],
  [/^\s|\s$/, 'it has white space or a line break around it'],
  [/^pdl_(live|sdbx)_apikey_/, 'it is an API key, which is for requests to Paddle'],
  [/^ntfset_/, 'it is the ID of a notification setting, not its secret'],
  [/^(test|live)_[a-z\d]{27}$/, 'it is a client-side token, which is for Paddle.js in a browser'],
];

/**
 * The secrets, as a list. Any other text may be one, as some accounts choose their secrets themselves.
 *
 * @throws UsageError for none, and for what cannot be one. The message does not repeat it.
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
