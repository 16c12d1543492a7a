import type { FieldError } from './paddle-request-error.ts';

/** Paddle's error body, with the client's property names. */
export interface ErrorEnvelope {
  readonly type: 'request_error' | 'api_error' | null;
  readonly code: string;
  readonly detail: string;
  readonly documentationUrl: string | null;
  readonly errors: readonly FieldError[];
  readonly requestId: string | null;
}

/** Reads an error body; `null` if it does not have Paddle's format. */
export function readErrorEnvelope(body: unknown): ErrorEnvelope | null {
  if (!isRecord(body) || !isRecord(body.error)) return null;
  const { type, code, detail, documentation_url, errors } = body.error;
  if (typeof code !== 'string' || typeof detail !== 'string') return null;
  return {
    type: type === 'request_error' || type === 'api_error' ? type : null,
    code,
    detail,
    documentationUrl: stringOrNull(documentation_url),
    errors: Array.isArray(errors) ? errors.filter(isFieldError).map(({ field, message }) => ({ field, message })) : [],
    requestId: isRecord(body.meta) ? stringOrNull(body.meta.request_id) : null,
  };
}

/** Narrows a parsed JSON value to an object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldError(value: unknown): value is FieldError {
  return isRecord(value) && typeof value.field === 'string' && typeof value.message === 'string';
}

function stringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
