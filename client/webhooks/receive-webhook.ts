import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaddleEvent } from './paddle-event.ts';
import type { Claimed, Outcome } from './process-event.ts';
import type { BodyRead } from './read-body.ts';
import type { WebhookVerification } from './signature/verify-webhook.ts';
import type { SeenStore } from './stores/seen-store.ts';
import type { WebhookProblem } from './webhook-handler.ts';

/** The response, and the work that continues after it. */
export interface Answer {
  readonly status: number;
  /** Body of one word, which Paddle stores in the notification's log. */
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Called once the response was sent, for work that starts then or is still running. Never rejects. */
  readonly after?: () => Promise<unknown>;
}

interface Receiving {
  readonly verify: (
    body: Uint8Array,
    header: string | readonly string[] | null | undefined,
  ) => Promise<WebhookVerification>;
  readonly process: (event: PaddleEvent, claimed: Claimed) => Promise<Outcome>;
  readonly seen: SeenStore;
  readonly answerFirst: boolean;
  readonly answerWithinMs: number;
  readonly maxBodyBytes: number;
  readonly report: (problem: WebhookProblem) => void;
}

/** A request, independent of the server. */
export interface Delivered {
  readonly method: string | undefined;
  readonly signatureHeader: string | readonly string[] | null | undefined;
  readonly readBody: (maxBytes: number) => Promise<BodyRead>;
}

/** Creates the function that reads, verifies, claims and processes a webhook. It never rejects. */
export function createReceiving(receiving: Receiving) {
  const { verify, process, seen, answerFirst, answerWithinMs, maxBodyBytes, report } = receiving;

  async function receive({ method, signatureHeader, readBody }: Delivered): Promise<Answer> {
    if (method !== 'POST') return { status: 405, text: 'method_not_allowed', headers: { Allow: 'POST' } };
    const read = await readBody(maxBodyBytes);
    if (read === 'too_large') {
      const detail = `The body is larger than ${maxBodyBytes} bytes.`;
      report({ kind: 'refused', refusal: { ok: false, reason: 'too_large', detail } });
      return { status: 413, text: 'too_large' };
    }
    const verified = await verify(read.bytes, signatureHeader);
    if (!verified.ok) {
      report({ kind: 'refused', refusal: verified });
      return { status: verified.reason === 'not_an_event' ? 400 : 401, text: verified.reason };
    }
    return settle(verified.event, new TextDecoder().decode(read.bytes));
  }

  async function settle(event: PaddleEvent, body: string): Promise<Answer> {
    let claim: Awaited<ReturnType<SeenStore['claim']>>;
    try {
      claim = await seen.claim(event.event_id, body);
    } catch (error) {
      report({ kind: 'failed', error, event });
      return { status: 500, text: 'failed' };
    }
    if (claim.outcome === 'done') return { status: 200, text: 'duplicate' };
    // Not 200 while another delivery is being processed: if that one fails, Paddle must still retry.
    if (claim.outcome === 'busy')
      return answerFirst ? { status: 200, text: 'duplicate' } : { status: 503, text: 'busy' };
    if (answerFirst) return { status: 200, text: 'accepted', after: () => process(event, claim) };
    const work = process(event, claim);
    const outcome = await withTimeout(answerWithinMs, work);
    if (outcome === 'completed') return { status: 200, text: 'processed' };
    if (outcome === 'dropped') return { status: 200, text: 'dropped' };
    return outcome === 'failed' ? { status: 500, text: 'failed' } : { status: 503, text: 'busy', after: () => work };
  }

  return async (delivered: Delivered): Promise<Answer> => {
    try {
      return await receive(delivered);
    } catch (error) {
      if (error instanceof UsageError) report({ kind: 'misused', error });
      else report({ kind: 'failed', error, event: null });
      return { status: 500, text: error instanceof UsageError ? 'misconfigured' : 'failed' };
    }
  };
}

/** Resolves to the result of the work, or to `null` if it takes longer. */
async function withTimeout<Result>(ms: number, work: Promise<Result>): Promise<Result | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
