import { bytesOf, type RawBody } from '../raw-body.ts';
import { sign } from './signature.ts';
import { listSecrets } from './webhook-secrets.ts';

/** Options of {@link signWebhook}. */
export interface SignOptions {
  /**
   * Returns the time in milliseconds since 1970. Default: `Date.now`. Receivers refuse signatures older than five
   * seconds.
   */
  readonly now?: () => number;
}

/**
 * Creates a `Paddle-Signature` header, to test receivers of webhooks.
 *
 * @param rawBody - The body exactly as it will be sent.
 * @param secret - A secret. With several, as during a rotation, the header has an `h1` for each.
 * @throws UsageError for a body that is not raw, or an invalid secret.
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
