import { type PublishedErrorCode, paddleErrors } from '#openapi/generated/errors.ts';

/** A code of the catalogue of errors, `openapi/errors.yaml`. */
export type PaddleErrorCode = PublishedErrorCode;

/** An invalid field, as in `error.errors[]`. */
export type FieldError = { field: string; message: string };

/** Optional parts of an error. */
type ErrorExtras = {
  errors?: readonly FieldError[] | undefined;
  retryAfterSeconds?: number | undefined;
  /** Help for developers, in addition to Paddle's own text; sent as `X-Paddock-Hint`. */
  hint?: string | undefined;
  /** Replaces the catalogue's detail. */
  detail?: string;
};

type Placeholders<Detail> = Detail extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
type PlaceholdersOf<Code extends PaddleErrorCode> = Placeholders<(typeof paddleErrors)[Code]['detail']>;

/** Values for the braces in an error's detail, and its optional parts. */
type Given<Code extends PaddleErrorCode> = [PlaceholdersOf<Code>] extends [never]
  ? [given?: ErrorExtras]
  : [given: Record<PlaceholdersOf<Code>, string | number> & ErrorExtras];

/** An error of the emulated API, in Paddle's format. */
export class PaddleApiError extends Error {
  override name = 'PaddleApiError';
  readonly code: PaddleErrorCode;
  readonly status: number;
  readonly type: 'request_error' | 'api_error';
  readonly documentationUrl: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly hint: string | undefined;

  constructor(code: PaddleErrorCode, { detail, errors, retryAfterSeconds, hint }: ErrorExtras) {
    const entry = paddleErrors[code];
    super(detail ?? entry.detail);
    this.code = code;
    this.status = entry.status;
    this.type = entry.type;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
    this.hint = hint;
    // @evidence observed: responses contain /v1/, the documentation's own pages do not.
    this.documentationUrl = `https://developer.paddle.com/v1/errors/${entry.group}/${code}`;
  }
}

/**
 * Makes an error of the catalogue, to be thrown; one middleware renders it.
 *
 * @param given a value for each word in braces in the catalogue's detail, and optional parts
 * @example throw paddleError('not_found', { id })
 */
export function paddleError<Code extends PaddleErrorCode>(code: Code, ...[given]: Given<Code>): PaddleApiError {
  const { detail = filled(paddleErrors[code].detail, given ?? {}), ...extras }: ErrorExtras = given ?? {};
  return new PaddleApiError(code, { ...extras, detail });
}

function filled(detail: string, values: object): string {
  const texts = new Map(Object.entries(values));
  return detail.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(texts.get(name)));
}

/**
 * Makes the error for a body or parameter that does not fit the schema. @evidence observed, for the wording of
 * `errors`.
 */
export function badRequest(errors?: readonly FieldError[], hint?: string): PaddleApiError {
  return paddleError('bad_request', { errors, hint });
}

/** Makes the error for a key without a permission. */
export function forbidden(permission: string): PaddleApiError {
  return paddleError('forbidden', { hint: `The API key does not have the permission ${permission}.` });
}

/**
 * Makes the error for a feature of Paddle's that is not emulated. The detail says so too, since SDKs hide headers.
 *
 * @see published-operations.ts
 */
export function notEmulated(detail: string): PaddleApiError {
  return paddleError('temporarily_unavailable', { detail, hint: detail });
}

/** Returns true for a code of the catalogue. */
export function isPaddleErrorCode(code: string): code is PaddleErrorCode {
  return Object.hasOwn(paddleErrors, code);
}
