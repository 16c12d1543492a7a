import { bytesOf, type RawBody } from './raw-body.ts';
import { sign } from './signature.ts';
import { listSecrets } from './webhook-secrets.ts';

/** How {@link signWebhook} looks at time. */
export interface SignOptions {
  /** The time, in milliseconds since 1970. Default `Date.now`: receivers refuse what is older than five seconds. */
  readonly now?: () => number;
}

/**
 * Makes the header `Paddle-Signature` as Paddle does, for tests of whatever receives webhooks.
 *
 * @param rawBody - The body exactly as it will be sent.
 * @param secret - A secret; for several, as while a secret is being replaced, the header gets an `h1` for each.
 * @throws UsageError for an object in place of the raw body, and for a secret that cannot be one.
 * @evidence official: `ts=<Unix seconds>;h1=<hex>`, HMAC-SHA256 of `<ts>:<body>`
 * @example
 * ```ts
 * import { type PaddleEvent, signWebhook } from 'paddle-paddock/client';
 *
 * export async function deliver(event: PaddleEvent, url: string, secret: string): Promise<number> {
 *   const body = JSON.stringify(event);
 *   const headers = { 'Content-Type': 'application/json', 'Paddle-Signature': await signWebhook(body, secret) };
 *   return (await fetch(url, { method: 'POST', headers, body })).status;
 * }
 * ```
 */
export async function signWebhook(
  rawBody: RawBody,
  secret: string | readonly string[],
  { now = Date.now }: SignOptions = {},
): Promise<string> {
  const body = bytesOf(rawBody, 'sign the webhook');
  const timestamp = String(Math.floor(now() / 1000));
  const signatures = await Promise.all(listSecrets(secret).map((key) => sign(key, timestamp, body)));
  return [`ts=${timestamp}`, ...signatures.map((h1) => `h1=${h1}`)].join(';');
}
