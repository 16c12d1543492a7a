import { redactBody, redactHeader, redactText, redactUrl } from '#openapi/exchange/redact.ts';
import type { ReplayableExchange } from '#openapi/exchange/script-steps.ts';
import type { components } from '#openapi/generated/control.ts';
import { fieldOf } from '../text/json-field.ts';
import type { JournalEntry } from './journal.ts';
import { whyUnexpected } from './unexpected.ts';
import { usualHeaders } from './usual-headers.ts';

/** A redacted exchange, as in the control plane. */
export type ShownRequest = components['schemas']['request'];

/** Redacts an exchange for the control plane. */
export function showRequest(entry: JournalEntry): ShownRequest {
  const answer = redactBody(entry.responseBody);
  return {
    number: entry.number,
    request_id: entry.requestId,
    received_at: new Date(entry.at).toISOString(),
    duration_ms: Math.round(entry.durationMs * 1000) / 1000,
    operation_id: entry.operationId,
    params: Object.fromEntries(Object.entries(entry.params).map(([name, value]) => [name, redactText(String(value))])),
    method: entry.method,
    url: redactUrl(entry.url),
    headers: headersOf(entry.requestHeaders),
    body: redactBody(entry.requestBody),
    fault: entry.fault,
    status: entry.status,
    response_headers: Object.fromEntries(
      Object.entries(entry.responseHeaders ?? usualHeaders(entry.requestId, entry.responseBody)).map(
        ([name, value]) => [name, redactHeader(name, String(value))],
      ),
    ),
    response_body: answer,
    error_code: errorCodeIn(answer),
    unexpected: whyUnexpected(entry, answer),
  };
}

/** Converts a shown exchange for scripts that send it again. */
export function replayable(request: ShownRequest): ReplayableExchange {
  return {
    operation: request.operation_id,
    method: request.method,
    path: request.url,
    key: /^Bearer .*\*{4}$/i.test(request.headers['authorization'] ?? '') ? 1 : 0,
    request_headers: request.headers,
    request_body: textOf(request.body),
    status: request.status,
    body: textOf(request.response_body),
    at_once: false,
  };
}

function textOf(body: unknown): string {
  if (body === null) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** Collects headers by lower-case name; repeated ones are joined, as in HTTP. */
function headersOf(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = String(raw[index]).toLowerCase();
    const value = redactHeader(name, String(raw[index + 1]));
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}

function errorCodeIn(answer: unknown): string | null {
  const code = fieldOf(fieldOf(answer, 'error'), 'code');
  return typeof code === 'string' ? code : null;
}
