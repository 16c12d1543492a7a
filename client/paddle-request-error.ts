import type { PaddleErrorCode } from './error-codes.ts';

/** A field that was refused. */
export interface FieldError {
  /** Path of the field, with dots; `(root)` for the whole body. */
  readonly field: string;
  /** Why it was refused. */
  readonly message: string;
}

/** What a {@link PaddleRequestError} says. None of it contains the API key. */
export interface PaddleRequestErrorFields {
  /** HTTP status; `null` where no answer came. */
  readonly status: number | null;
  /** Which error it is, for programs. Without an error of Paddle's: `network_error`, `timeout` or `invalid_response`. */
  readonly code: PaddleErrorCode;
  /** What went wrong, for people. */
  readonly detail: string;
  /** Whether the request or the API is at fault; `null` where Paddle did not say. */
  readonly type: 'request_error' | 'api_error' | null;
  /** The fields that were refused; empty where Paddle named none. */
  readonly errors: readonly FieldError[];
  /** Identifies the request for Paddle's support; `null` where there is none. */
  readonly requestId: string | null;
  /** Paddle's page about the error; `null` where there is none. */
  readonly documentationUrl: string | null;
  /** Method of the request, in capitals. */
  readonly method: string;
  /** URL of the request. */
  readonly url: string;
  /** How long the server asks to wait, in whole seconds; `null` where it did not. */
  readonly retryAfterSeconds: number | null;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Why Paddock refused the request, in more detail than Paddle gives; `null` where it did not say, and from Paddle. */
  readonly hint: string | null;
}

/**
 * A call that failed: Paddle refused it, or no usable answer came. Ends the call's promise after the last attempt.
 *
 * `String(error)`, `JSON.stringify(error)` and logging it are safe: the API key is in none of them.
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

  /** All fields, and the message, which `JSON.stringify` leaves out of other errors. */
  toJSON(): PaddleRequestErrorFields & { name: string; message: string } {
    return { ...this, name: this.name, message: this.message };
  }
}

/**
 * Whether an error is a {@link PaddleRequestError} with one of these codes; without codes, with any.
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
