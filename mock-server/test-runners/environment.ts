import type { PaddockAccount } from '../control-client/account.ts';

/** Environment variables by name; undefined unsets one. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Makes the variables that code for Paddle commonly reads. */
export function variablesOf({ apiKey, url, webhooks }: PaddockAccount): Variables {
  return {
    PADDLE_API_KEY: apiKey,
    PADDLE_API_URL: url,
    PADDLE_BASE_URL: url,
    PADDLE_ENVIRONMENT: 'sandbox',
    PADDLE_WEBHOOK_SECRET: webhooks.secret,
  };
}

/** Sets environment variables, and returns a function that restores them. */
export function setEnvironment(variables: Variables): () => void {
  const before = Object.fromEntries(Object.keys(variables).map((name) => [name, process.env[name]]));
  assign(variables);
  return () => assign(before);
}

function assign(variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) {
    // Assigning undefined would set the text "undefined".
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
