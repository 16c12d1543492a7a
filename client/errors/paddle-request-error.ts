import type { PaddleErrorCode } from './error-codes.ts';

/** An invalid field. */
export interface FieldError {
  /** Path of the field, with dots; `(root)` for the whole body. */
  readonly field: string;
  /** Reason for the refusal. */
  readonly message: string;
}

/** Properties of a {@link PaddleRequestError}. None contains the API key. */
export interface PaddleRequestErrorFields {
  /** HTTP status; `null` without a response. */
  readonly status: number | null;
  /** Error code. Without an error of Paddle's: `network_error`, `timeout` or `invalid_response`. */
  readonly code: PaddleErrorCode;
  /** Human-readable explanation. */
  readonly detail: string;
  /** Source of the error: the request or the API; `null` if unknown. */
  readonly type: 'request_error' | 'api_error' | null;
  /** The invalid fields; empty if Paddle names none. */
  readonly errors: readonly FieldError[];
  /** ID of the request, for Paddle's support; `null` if there is none. */
  readonly requestId: string | null;
  /** URL of Paddle's documentation of the error; `null` if there is none. */
  readonly documentationUrl: string | null;
  /** Method of the request, in capitals. */
  readonly method: string;
  /** URL of the request. */
  readonly url: string;
  /** `Retry-After` of the response, in whole seconds; `null` if there is none. */
  readonly retryAfterSeconds: number | null;
  /** Number of attempts. */
  readonly attempts: number;
  /** Paddock's reason for the refusal, in more detail than Paddle's; `null` if there is none, and from Paddle. */
  readonly hint: string | null;
}

/**
 * A failed call, after its last attempt: an error response, or no usable response.
 *
 * `String(error)`, `JSON.stringify(error)` and logging it are safe: they never contain the API key.
 *
 * @example
 * ```ts
 * import { PaddleRequestError, type PaddleClient } from 'paddle-paddock/client';
 *
 * export async function refusedFields(paddle: PaddleClient, email: string): Promise<readonly string[]> {
 *   try {
 *     await paddle.POST('/customers', { body: { email } });
 *     return [];
 *   } catch (error) {
 *     if (error instanceof PaddleRequestError) return error.errors.map(({ field, message }) => `${field}: ${message}`);
 *     throw error;
 *   }
 * }
 * ```
 */
export class PaddleRequestError extends Error implements PaddleRequestErrorFields {
  override name = 'PaddleRequestError';
  readonly status: number | null;
  readonly code: PaddleErrorCode;
  readonly detail: string;
  readonly type: 'request_error' | 'api_error' | null;
  readonly errors: readonly FieldError[];
  readonly requestId: string | null;
  readonly documentationUrl: string | null;
  readonly method: string;
  readonly url: string;
  readonly retryAfterSeconds: number | null;
  readonly attempts: number;
  readonly hint: string | null;

  constructor(fields: PaddleRequestErrorFields, options?: { cause?: unknown }) {
    super(describe(fields), options);
    this.status = fields.status;
    this.code = fields.code;
    this.detail = fields.detail;
    this.type = fields.type;
    this.errors = fields.errors;
    this.requestId = fields.requestId;
    this.documentationUrl = fields.documentationUrl;
    this.method = fields.method;
    this.url = fields.url;
    this.retryAfterSeconds = fields.retryAfterSeconds;
    this.attempts = fields.attempts;
    this.hint = fields.hint;
  }

  /** All properties, including the message, which `JSON.stringify` omits from other errors. */
  toJSON(): PaddleRequestErrorFields & { name: string; message: string } {
    return { ...this, name: this.name, message: this.message };
  }
}

/**
 * Tests whether an error is a {@link PaddleRequestError} with one of these codes, or with any code if none is given.
 *
 * @example
 * ```ts
 * import { isPaddleError, type Customer, type PaddleClient } from 'paddle-paddock/client';
 *
 * export async function findCustomer(paddle: PaddleClient, customer_id: string): Promise<Customer | null> {
 *   try {
 *     return (await paddle.GET('/customers/{customer_id}', { params: { path: { customer_id } } })).data;
 *   } catch (error) {
 *     if (isPaddleError(error, 'not_found')) return null;
 *     throw error;
 *   }
 * }
 * ```
 */
export function isPaddleError(error: unknown, ...codes: readonly PaddleErrorCode[]): error is PaddleRequestError {
  return error instanceof PaddleRequestError && (codes.length === 0 || codes.includes(error.code));
}

function describe(error: PaddleRequestErrorFields): string {
  const { method, url, status, code, detail, errors, requestId, hint } = error;
  const fields = errors.map(({ field, message }) => `; ${field}: ${message}`).join('');
  const request = requestId === null ? '' : ` (request ${requestId})`;
  const outcome = status === null ? code : `${status} ${code}`;
  return `${method} ${url.replace(/[?#].*/, '')} failed: ${outcome}: ${detail}${fields}${request}${hint === null ? '' : ` Hint: ${hint}`}`;
}
