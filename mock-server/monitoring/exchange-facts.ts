import { createHash } from 'node:crypto';
import { redactText, redactUrl } from '#openapi/redact.ts';
import type { ApiResponse } from '../http/exchange.ts';

/** What a log may say of an exchange with the API: no key, no secret, nothing of its content. */
export type ExchangeFacts = {
  requestId: string;
  method: string;
  /** Path without the query. */
  path: string;
  /** Operation of the document; null for what it does not have. */
  operationId: string | null;
  status: number;
  durationMs: number;
  /** Always the same for one key, which cannot be told from it; null for a request that was not let in. */
  account: string | null;
  /** Why the request was refused, where Paddock knows more than Paddle's error says: the `X-Paddock-Hint` header. */
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
