import { createHash } from 'node:crypto';
import { redactText, redactUrl } from '#openapi/exchange/redact.ts';
import type { ApiResponse } from '../exchange.ts';

/** The loggable facts of a request and its response: no keys, secrets or content. */
export type ExchangeFacts = {
  requestId: string;
  method: string;
  /** Path without the query. */
  path: string;
  /** The operation, or null for an unknown one. */
  operationId: string | null;
  status: number;
  durationMs: number;
  /** A hash that identifies the key without revealing it; null for a request without a valid key. */
  account: string | null;
  /** The reason for a refusal beyond Paddle's error, as in the `X-Paddock-Hint` header, or null. */
  hint: string | null;
};

/** Reads the facts of an exchange that has been answered. */
export function factsOf(response: ApiResponse, durationMs: number): ExchangeFacts {
  const { req: request, locals, statusCode } = response;
  const hint = response.getHeader('X-Paddock-Hint');
  const [path = ''] = request.originalUrl.split('?', 1);
  return {
    requestId: locals.requestId,
    method: request.method,
    path: redactUrl(path),
    operationId: locals.operationId ?? null,
    status: statusCode,
    durationMs: Math.round(durationMs * 1000) / 1000,
    account: locals.access ? createHash('sha256').update(locals.access.apiKey).digest('hex').slice(0, 12) : null,
    hint: hint === undefined ? null : redactText(String(hint)),
  };
}
