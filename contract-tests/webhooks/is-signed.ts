import { createHmac } from 'node:crypto';

/**
 * Verifies a `Paddle-Signature` header. Written from Paddle's description, independently of the mock and the client.
 *
 * @evidence official: HMAC-SHA256 of `ts:body` in hexadecimal digits, one `h1` for each secret
 */
export function isSigned(body: Buffer, header: string, secret: string | Buffer): boolean {
  const [, seconds = '', signatures = ''] = /^ts=(\d+)((?:;h1=[0-9a-f]{64})+)$/.exec(header) ?? [];
  const expected = createHmac('sha256', secret).update(`${seconds}:`).update(body).digest('hex');
  return signatures.split(';h1=').includes(expected);
}

/** Timestamp of a signature header, in seconds since 1970. */
export function secondsIn(header: string): number {
  return Number(/^ts=(\d+)/.exec(header)?.[1]);
}

/** Number of signatures in a header. */
export function countSignatures(header: string): number {
  return header.split(';h1=').length - 1;
}
