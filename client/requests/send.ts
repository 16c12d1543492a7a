import { parseJson } from '#openapi/document/json.ts';
import { holdRequests } from '#openapi/exchange/hold-requests.ts';
import { hidden } from '#openapi/exchange/redact.ts';
import { isRecord } from '../errors/error-envelope.ts';
import { createFailures } from '../errors/failures.ts';
import { PaddleRequestError } from '../errors/paddle-request-error.ts';
import { readWithin } from './read-within.ts';

/** A successful response with its parsed body. The body of `response` is still unread. */
export interface Received {
  readonly response: Response;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends a request once. `attempt` counts from 1. */
export type Send = (request: Request, attempt: number) => Promise<Received>;

export interface SendOptions {
  readonly apiKey: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

/** Longest delay of a timer, in milliseconds; longer ones fire immediately. */
const longestTimer = 2 ** 31 - 1;
/** Largest error body, in bytes. Paddle's have a few thousand. */
const longestError = 1024 * 1024;

/** Creates the function that authorizes a request, sends it and reads the response. Only it has the API key. */
export function createSend({ apiKey, fetch, timeoutMs, maxResponseBytes }: SendOptions): Send {
  const failures = createFailures(apiKey);
  return async (request, attempt) => {
    request.signal.throwIfAborted();
    const about = { method: request.method, url: request.url, attempts: attempt };
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), Math.min(timeoutMs, longestTimer));
    const sent = authorize(request, apiKey, AbortSignal.any([request.signal, timeout.signal]));
    try {
      return await holdRequests([request, sent], async () => {
        const response = await fetch(sent);
        const maxBytes = response.ok ? maxResponseBytes : Math.min(maxResponseBytes, longestError);
        const text = await readText(response, maxBytes);
        if (text === null) throw failures.tooLong(about, response, maxBytes);
        const body = readSuccess(response, text.replaceAll(apiKey, hidden), about.method);
        if (body === null) throw failures.refused(about, response, text);
        return { response, body };
      });
    } catch (cause) {
      if (cause instanceof PaddleRequestError) throw cause;
      request.signal.throwIfAborted();
      throw failures.noAnswer(about, timeout.signal.aborted ? timeoutMs : null, cause);
    } finally {
      clearTimeout(timer);
    }
  };
}

/**
 * Returns an authorized copy; the original may be needed for a retry. Redirects are not followed, since Paddle sends
 * none and they could leak the key to another host.
 */
function authorize(request: Request, apiKey: string, signal: AbortSignal): Request {
  const headers = new Headers(request.headers);
  headers.set('Authorization', `Bearer ${apiKey}`);
  return new Request(request.clone(), { headers, signal, redirect: 'manual' });
}

/** Reads the body as text; `null` if it is larger than `maxBytes`. */
async function readText(response: Response, maxBytes: number): Promise<string | null> {
  const { body } = response.clone();
  const bytes = body ? await readWithin(body, maxBytes) : new Uint8Array();
  if (bytes) return new TextDecoder().decode(bytes);
  // Closes the connection, which requires both halves of the cloned body to be cancelled. It may be closed already.
  response.body?.cancel().catch(() => {});
  return null;
}

/** Returns the body of a successful response from Paddle; `null` for any other response. */
function readSuccess(response: Response, text: string, method: string): Received['body'] | null {
  if (response.status === 204 && method === 'DELETE') return {};
  const body = response.ok ? parseJson(text) : null;
  return isRecord(body) && 'data' in body ? body : null;
}
