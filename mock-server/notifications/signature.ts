import { createHmac } from 'node:crypto';

/**
 * Signs a body as Paddle does: `ts=…;h1=…`, with one `h1` for each secret, in the order of the secrets. There are
 * several while a secret is being replaced.
 *
 * @param body the exact bytes to send; text is encoded as UTF-8
 * @param secrets endpoint secret keys, complete with their prefix
 * @param unixSeconds whole seconds since 1970 of real time: receivers reject signatures older than five seconds
 * @see https://developer.paddle.com/webhooks/signature-verification
 * @evidence official: HMAC-SHA256 of `ts:body`, in hexadecimal digits
 */
export function signatureHeader(body: string | Buffer, secrets: readonly string[], unixSeconds: number): string {
  const signatures = secrets.map((secret) => `h1=${sign(body, secret, unixSeconds)}`);
  return [`ts=${unixSeconds}`, ...signatures].join(';');
}

function sign(body: string | Buffer, secret: string, unixSeconds: number): string {
  return createHmac('sha256', secret).update(`${unixSeconds}:`).update(body).digest('hex');
}
