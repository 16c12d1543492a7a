import { isRecord, parseJson, readErrorEnvelope } from './error-envelope.ts';
import { PaddleRequestError, type PaddleRequestErrorFields } from './paddle-request-error.ts';
import { redact, redactCause } from './redact.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** A successful answer, read to its end. The response's own body is still unread. */
export interface Received {
  readonly response: Response;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends a request once. `attempt` counts from 1. */
export type Exchange = (request: Request, attempt: number) => Promise<Received>;

export interface ExchangeOptions {
  readonly apiKey: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly timeoutMs: number;
}

/** Makes the step that authorizes a request, sends it and reads the answer. It is the only one that knows the key. */
export function createExchange({ apiKey, fetch, timeoutMs }: ExchangeOptions): Exchange {
  return async (request, attempt) => {
    request.signal.throwIfAborted();
    const about = { method: request.method, url: request.url, attempts: attempt, hint: null };
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      const signal = AbortSignal.any([request.signal, timeout.signal]);
      const response = await fetch(authorize(request, apiKey, signal));
      const text = redact(await response.clone().text(), apiKey);
      const hint = response.headers.get('X-Paddock-Hint');
      return received(response, text, { ...about, hint: hint && redact(hint, apiKey) });
    } catch (cause) {
      if (cause instanceof PaddleRequestError) throw cause;
      request.signal.throwIfAborted();
      throw noAnswer(about, timeout.signal.aborted ? timeoutMs : null, redactCause(cause, apiKey));
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * A copy to send, as the request itself may be sent again. Redirects are not followed: Paddle makes none, and the key
 * must not go where somebody else points.
 */
function authorize(request: Request, apiKey: string, signal: AbortSignal): Request {
  const headers = new Headers(request.headers);
  headers.set('Authorization', `Bearer ${apiKey}`);
  return new Request(request.clone(), { headers, signal, redirect: 'manual' });
}

type About = Pick<PaddleRequestErrorFields, 'method' | 'url' | 'attempts' | 'hint'>;

function received(response: Response, text: string, about: About): Received {
  if (response.status === 204 && about.method === 'DELETE') return { response, body: {} };
  const body = parseJson(text);
  if (response.ok && isRecord(body) && 'data' in body) return { response, body };
  const envelope = response.ok ? null : readErrorEnvelope(body);
  throw new PaddleRequestError({
    ...about,
    ...(envelope ?? notOfPaddle(text)),
    status: response.status,
    requestId: envelope?.requestId ?? response.headers.get('Request-Id'),
    retryAfterSeconds: retryAfterSeconds(response.headers, Date.now()),
  });
}

const unknown = { type: null, errors: [], documentationUrl: null, requestId: null } as const;

function notOfPaddle(text: string) {
  const start = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return {
    ...unknown,
    code: 'invalid_response',
    detail: `The answer is not one of Paddle's: ${start || 'it is empty'}`,
  };
}

function noAnswer(about: About, timeoutMs: number | null, cause: unknown): PaddleRequestError {
  const detail =
    timeoutMs === null ? `No answer came: ${innermostMessage(cause)}` : `No answer came within ${timeoutMs} ms.`;
  const code = timeoutMs === null ? 'network_error' : 'timeout';
  return new PaddleRequestError(
    { ...about, ...unknown, status: null, code, detail, retryAfterSeconds: null },
    { cause },
  );
}

/** `fetch` fails with "fetch failed", and what happened is in the cause of that. */
function innermostMessage(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? innermostMessage(cause.cause) : cause.message || cause.name;
}
