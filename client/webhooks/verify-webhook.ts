import { UsageError } from '../usage-error.ts';
import { hintAtMismatch } from './mismatch-hint.ts';
import type { GuideWebhooks, PaddleEvent } from './paddle-event.ts';
import { bytesOf, type RawBody } from './raw-body.ts';
import { readEvent } from './read-event.ts';
import { isSigned, parseSignatureHeader } from './signature.ts';
import { listSecrets } from './webhook-secrets.ts';

/** How {@link verifyWebhook} looks at time. */
export interface VerifyOptions {
  /** How old a signature may be, in seconds. Default 5, as in Paddle's SDKs; each retry is signed anew. */
  readonly toleranceSeconds?: number;
  /**
   * How far ahead of this machine's clock a signature may be, in seconds. Default 60: clocks differ, but a signature
   * from far ahead could be sent again and again until its time comes. Paddle's SDKs take any; `Infinity` does too.
   */
  readonly futureToleranceSeconds?: number;
  /** The time, in milliseconds since 1970. Default `Date.now`. For tests. */
  readonly now?: () => number;
}

/** Why a webhook is not to be believed, and what may be the reason for that. */
export interface WebhookRefusal {
  readonly ok: false;
  /**
   * - `missing_header`: there is no `Paddle-Signature`.
   * - `malformed_header`: it is not of the form `ts=…;h1=…`.
   * - `mismatch`: no signature fits this body under any of the secrets.
   * - `stale`, `from_the_future`: a signature fits, but was made too long ago, or lies ahead.
   * - `not_an_event`: signature and time are good, but the body is no event.
   */
  readonly reason: 'missing_header' | 'malformed_header' | 'mismatch' | 'stale' | 'from_the_future' | 'not_an_event';
  /** What exactly was found, in a sentence. It has no secret in it. */
  readonly detail: string;
  /** What may be wrong on the side that verifies. For logs; not for whoever sent the request. */
  readonly hint?: string;
}

/** What {@link verifyWebhook} finds: the event, or why there is none to be believed. */
export type WebhookVerification<Webhooks extends object = GuideWebhooks> =
  | { readonly ok: true; readonly event: PaddleEvent<Webhooks> }
  | WebhookRefusal;

/**
 * Verifies a webhook: that it is signed with the secret, now, and as it is here. Needs Web Crypto only, so it runs
 * wherever there is `crypto.subtle`.
 *
 * @typeParam Webhooks - `GuideWebhooks` (default) or `OfficialWebhooks`: whose payloads the event's type follows.
 * @param rawBody - The body as it was sent, before anything parses it.
 * @param signatureHeader - The header `Paddle-Signature`, as the server gives it; nothing where there is none.
 * @param secret - The destination's `endpoint_secret_key`; several while a secret is being replaced.
 * @returns Never rejects for what a stranger may send: that gives `ok: false` and the reason.
 * @throws UsageError for a body that was parsed already, a secret that cannot be one, a tolerance below zero, a clock that
 *   gives no number. Nothing else.
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
    throw new UsageError('Could not verify the webhook: a tolerance is below zero. Pass seconds.');
  }
  const secrets = listSecrets(secret);
  const body = bytesOf(rawBody, 'verify the webhook');
  const nowSeconds = readClock(now);
  const [text, ...more]: readonly unknown[] = Array.isArray(signatureHeader) ? signatureHeader : [signatureHeader];
  if (text === undefined || text === null || text === '') {
    return refuse('missing_header', 'There is no Paddle-Signature header.', missingHint);
  }
  if (more.length > 0) return refuse('malformed_header', 'There are several Paddle-Signature headers.');
  const header = typeof text === 'string' ? parseSignatureHeader(text) : { problem: 'it is no text' };
  if ('problem' in header)
    return refuse('malformed_header', `The Paddle-Signature header is malformed: ${header.problem}.`);

  if (!(await isSigned(header, body, secrets))) {
    const fits = (other: Uint8Array, keys: readonly string[]) => isSigned(header, other, keys);
    const hint = await hintAtMismatch({ bytes: body, secrets, fits });
    return refuse('mismatch', 'The signature does not fit the body under any of the secrets.', hint);
  }
  // Only now, so that "stale" is said of signatures that are Paddle's.
  const age = nowSeconds - Number(header.timestamp);
  if (age > toleranceSeconds) return refuse('stale', `The signature is ${describe(age)} old.`, lateHint);
  if (-age > futureToleranceSeconds) {
    return refuse('from_the_future', `The signature is ${describe(-age)} ahead.`, earlyHint);
  }
  const read = readEvent<Webhooks>(new TextDecoder().decode(body));
  return read
    ? { ok: true, event: read.event }
    : refuse('not_an_event', 'The body is signed, but it is not an event of Paddle.');
}

const missingHint =
  'Names of headers are lower-case in Node, and may have capitals in a plain object such as the event of an AWS Lambda: ' +
  'look for Paddle-Signature in any case.';
const lateHint =
  'Paddle signs each attempt anew, so either the clock of this machine is fast, or the webhook waited somewhere before it ' +
  'was verified. Verify first, then queue.';
const earlyHint = 'The clock of this machine may be slow.';

function readClock(now: () => number): number {
  const seconds = now() / 1000;
  if (Number.isFinite(seconds)) return seconds;
  throw new UsageError(
    'Could not verify the webhook: its clock gives no number. Let now return milliseconds since 1970.',
  );
}

function describe(seconds: number): string {
  return `${Math.ceil(seconds * 1000) / 1000} s`;
}

function refuse(reason: WebhookRefusal['reason'], detail: string, hint?: string): WebhookRefusal {
  return { ok: false, reason, detail, ...(hint !== undefined && { hint }) };
}
