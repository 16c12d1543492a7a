import { UsageError } from '#openapi/text/usage-error.ts';
import type { GuideWebhooks, PaddleEvent } from '../paddle-event.ts';
import { bytesOf, type RawBody } from '../raw-body.ts';
import { readEvent } from '../read-event.ts';
import { hintAtMismatch } from './mismatch-hint.ts';
import { isSigned, parseSignatureHeader } from './signature.ts';
import { listSecrets } from './webhook-secrets.ts';

/** Options of {@link verifyWebhook}. */
export interface VerifyOptions {
  /** Largest age of a signature, in seconds. Default: 5, as in Paddle's SDKs; each retry is signed again. */
  readonly toleranceSeconds?: number;
  /**
   * Largest time that a signature may lie in the future, in seconds. Default: 60, since clocks differ, but a signature
   * from the far future could be replayed until then. Paddle's SDKs have no limit, like `Infinity`.
   */
  readonly futureToleranceSeconds?: number;
  /** Returns the time in milliseconds since 1970. Default: `Date.now`. For tests. */
  readonly now?: () => number;
}

/** A failed verification, with its likely cause. */
export interface WebhookRefusal {
  readonly ok: false;
  /**
   * - `missing_header`: there is no `Paddle-Signature`.
   * - `malformed_header`: the header is not of the form `ts=…;h1=…`.
   * - `mismatch`: no signature matches the body with any of the secrets.
   * - `stale`, `from_the_future`: a signature matches, but is too old or too far in the future.
   * - `not_an_event`: signature and time are valid, but the body is not an event.
   */
  readonly reason: 'missing_header' | 'malformed_header' | 'mismatch' | 'stale' | 'from_the_future' | 'not_an_event';
  /** Explanation, as a sentence without secrets. */
  readonly detail: string;
  /** Likely mistake on the receiving side. For logs; do not send it to the caller. */
  readonly hint?: string;
}

/** The result of {@link verifyWebhook}: the event, or the refusal. */
export type WebhookVerification<Webhooks extends object = GuideWebhooks> =
  | { readonly ok: true; readonly event: PaddleEvent<Webhooks> }
  | WebhookRefusal;

/**
 * Verifies the signature, age and content of a webhook. Needs only Web Crypto (`crypto.subtle`).
 *
 * @typeParam Webhooks - `GuideWebhooks` (default) or `OfficialWebhooks`: the profile of the payload.
 * @param rawBody - The body as it was sent, before anything parses it.
 * @param signatureHeader - The `Paddle-Signature` header; `null` or `undefined` if there is none.
 * @param secret - The destination's `endpoint_secret_key`; several during a rotation.
 * @returns `{ ok: true, event }`, or `{ ok: false, reason, detail, hint }`. Never rejects because of the request.
 * @throws UsageError for a parsed body, an invalid secret, a negative tolerance, or a clock that returns no number.
 * @see https://developer.paddle.com/webhooks/signature-verification
 * @example
 * ```ts
 * import { verifyWebhook } from 'paddle-paddock/client';
 *
 * export async function receive(request: Request, secret: string): Promise<Response> {
 *   const result = await verifyWebhook(await request.text(), request.headers.get('Paddle-Signature'), secret);
 *   if (!result.ok) {
 *     console.warn(result.detail, result.hint);
 *     return new Response(result.reason, { status: 401 });
 *   }
 *   if (result.event.event_type === 'customer.updated') console.log(result.event.data.email);
 *   return new Response('received');
 * }
 * ```
 */
export async function verifyWebhook<Webhooks extends object = GuideWebhooks>(
  rawBody: RawBody,
  signatureHeader: string | readonly string[] | null | undefined,
  secret: string | readonly string[],
  options: VerifyOptions = {},
): Promise<WebhookVerification<Webhooks>> {
  const { toleranceSeconds = 5, futureToleranceSeconds = 60, now = Date.now } = options;
  if (!(toleranceSeconds >= 0 && futureToleranceSeconds >= 0)) {
    throw new UsageError('Could not verify the webhook: a tolerance is negative. Pass seconds.');
  }
  const secrets = listSecrets(secret);
  const body = bytesOf(rawBody, 'verify the webhook');
  const nowSeconds = readClock(now);
  const [text, ...more]: readonly unknown[] = Array.isArray(signatureHeader) ? signatureHeader : [signatureHeader];
  if (text === undefined || text === null || text === '') {
    return refuse('missing_header', 'There is no Paddle-Signature header.', missingHint);
  }
  if (more.length > 0) return refuse('malformed_header', 'There is more than one Paddle-Signature header.');
  const header = typeof text === 'string' ? parseSignatureHeader(text) : { problem: 'it is not a string' };
  if ('problem' in header)
    return refuse('malformed_header', `The Paddle-Signature header is malformed: ${header.problem}.`);

  if (!(await isSigned(header, body, secrets))) {
    const fits = (other: Uint8Array, keys: readonly string[]) => isSigned(header, other, keys);
    const hint = await hintAtMismatch({ bytes: body, secrets, fits });
    return refuse('mismatch', 'The signature does not match the body with any of the secrets.', hint);
  }
  // Checked last, so that only signatures that match are called stale.
  const age = nowSeconds - Number(header.timestamp);
  if (age > toleranceSeconds) return refuse('stale', `The signature is ${describe(age)} old.`, lateHint);
  if (-age > futureToleranceSeconds) {
    return refuse('from_the_future', `The signature is dated ${describe(-age)} in the future.`, earlyHint);
  }
  const read = readEvent<Webhooks>(new TextDecoder().decode(body));
  return read
    ? { ok: true, event: read.event }
    : refuse('not_an_event', 'The signature is valid, but the body is not a Paddle event.');
}

const missingHint =
  'Header names are lower-case in Node, but may have capitals in a plain object such as an AWS Lambda event: ' +
  'look for Paddle-Signature in any letter case.';
const lateHint =
  "Paddle signs each attempt again, so either this machine's clock is fast, or the webhook waited somewhere before it " +
  'was verified. Verify first, then queue.';
const earlyHint = "This machine's clock may be slow.";

function readClock(now: () => number): number {
  const seconds = now() / 1000;
  if (Number.isFinite(seconds)) return seconds;
  throw new UsageError('Could not verify the webhook: now returned no number. Return milliseconds since 1970.');
}

function describe(seconds: number): string {
  return `${Math.ceil(seconds * 1000) / 1000} s`;
}

function refuse(reason: WebhookRefusal['reason'], detail: string, hint?: string): WebhookRefusal {
  return { ok: false, reason, detail, ...(hint !== undefined && { hint }) };
}
