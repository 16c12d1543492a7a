/**
 * The error catalogue: everything that the emulated API refuses with. One function makes one of Paddle's codes, with
 * the status and the wording that Paddle publishes or was seen to answer. Throw what these return; one middleware
 * renders it.
 *
 * @see https://developer.paddle.com/api-reference/about/errors
 */

import type { ErrorGroup, PublishedError } from './faults/published-errors.ts';

/** A field that was refused, as in `error.errors[]`. */
export type FieldError = { field: string; message: string };

/** A refusal of the emulated API, in Paddle's terms. */
export class PaddleApiError extends Error {
  override name = 'PaddleApiError';
  readonly status: number;
  readonly code: string;
  readonly type: 'request_error' | 'api_error';
  readonly documentationUrl: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  /** What a developer may want to know beyond Paddle's words; sent as `X-Paddock-Hint`. */
  readonly hint: string | undefined;

  constructor(fields: ErrorFields) {
    super(fields.detail);
    this.status = fields.status;
    this.code = fields.code;
    this.type = fields.type ?? 'request_error';
    this.errors = fields.errors;
    this.retryAfterSeconds = fields.retryAfterSeconds;
    this.hint = fields.hint;
    // @evidence observed: answers carry /v1/, the documentation's own pages do not.
    this.documentationUrl = `https://developer.paddle.com/v1/errors/${fields.group ?? 'shared'}/${fields.code}`;
  }
}

type ErrorFields = {
  status: number;
  code: string;
  detail: string;
  group?: ErrorGroup;
  type?: 'request_error' | 'api_error';
  errors?: readonly FieldError[] | undefined;
  retryAfterSeconds?: number | undefined;
  hint?: string | undefined;
};

// Authentication. @evidence official: https://developer.paddle.com/errors/shared/authentication_missing and its siblings.

export function authenticationMissing(): PaddleApiError {
  return new PaddleApiError({
    status: 403,
    code: 'authentication_missing',
    detail: 'Authentication header missing.',
    hint: 'Send the header "Authorization: Bearer <API key>".',
  });
}

export function authenticationMalformed(hint: string): PaddleApiError {
  return new PaddleApiError({
    status: 403,
    code: 'authentication_malformed',
    detail: 'Authentication header included, but incorrectly formatted.',
    hint,
  });
}

export function invalidToken(hint: string): PaddleApiError {
  return new PaddleApiError({ status: 403, code: 'invalid_token', detail: 'Invalid or revoked API key.', hint });
}

export function forbidden(permission: string): PaddleApiError {
  return new PaddleApiError({
    status: 403,
    code: 'forbidden',
    detail: "You aren't permitted to perform this request.",
    hint: `The API key does not have the permission ${permission}.`,
  });
}

// The request as a whole. @evidence official, https://developer.paddle.com/errors/shared/..., unless noted.

/** The body or a parameter does not fit the schema. @evidence observed, for the wording of `errors`. */
export function badRequest(errors?: readonly FieldError[], hint?: string): PaddleApiError {
  return new PaddleApiError({
    status: 400,
    code: 'bad_request',
    detail: 'Invalid request.',
    errors,
    hint,
  });
}

/**
 * A number that this side cannot keep as it was sent.
 *
 * @evidence assumed: Paddle may keep it, and what it does was not seen. To refuse it is better than to change it silently.
 */
export function numberOutOfRange(field: string): PaddleApiError {
  return badRequest(
    [{ field, message: 'Number cannot be represented exactly' }],
    'Paddock stores numbers as JavaScript does: integers up to 2^53, and about 16 digits. Send this one as a string.',
  );
}

/** The request fits the schema, but its values cannot be used. */
export function invalidField(errors: readonly FieldError[]): PaddleApiError {
  return new PaddleApiError({
    status: 400,
    code: 'invalid_field',
    detail: 'Request does not pass validation.',
    errors,
  });
}

export function invalidJson(): PaddleApiError {
  return new PaddleApiError({ status: 400, code: 'invalid_json', detail: 'Invalid JSON in your request.' });
}

export function unexpectedRequestBody(): PaddleApiError {
  return new PaddleApiError({
    status: 400,
    code: 'unexpected_request_body',
    detail: 'Unexpected body included in the request.',
  });
}

/** @evidence assumed, for status and detail; Paddle publishes the code only. */
export function invalidTimeQueryParameter(field: string): PaddleApiError {
  return new PaddleApiError({
    status: 400,
    code: 'invalid_time_query_parameter',
    detail: 'Invalid time in a query parameter.',
    errors: [{ field, message: 'must be an RFC 3339 date and time' }],
  });
}

export function invalidUrl(hint?: string): PaddleApiError {
  return new PaddleApiError({ status: 404, code: 'invalid_url', detail: 'URL called is invalid.', hint });
}

/** @evidence assumed, for status and detail; Paddle publishes the code only. */
export function methodNotAllowed(allowed: readonly string[]): PaddleApiError {
  return new PaddleApiError({
    status: 405,
    code: 'method_not_allowed',
    detail: 'HTTP method is not allowed for this URL.',
    hint: `Use one of ${allowed.join(', ')}.`,
  });
}

export function notImplemented(): PaddleApiError {
  return new PaddleApiError({
    status: 501,
    code: 'not_implemented',
    detail: 'HTTP method not recognized.',
    type: 'api_error',
  });
}

export function unsupportedMediaType(): PaddleApiError {
  return new PaddleApiError({
    status: 415,
    code: 'unsupported_media_type',
    detail: 'Content-Type must be "application/json".',
  });
}

export function requestBodyTooLarge(): PaddleApiError {
  return new PaddleApiError({
    status: 413,
    code: 'request_body_too_large',
    detail: 'The provided request body is too large.',
  });
}

export function requestHeadersTooLarge(): PaddleApiError {
  return new PaddleApiError({
    status: 431,
    code: 'request_headers_too_large',
    detail: 'The provided request URI length or headers are too large.',
  });
}

export function tooManyRequests(retryAfterSeconds: number): PaddleApiError {
  return new PaddleApiError({
    status: 429,
    code: 'too_many_requests',
    detail: 'IP address exceeded the allowed rate limit. Retry after the number of seconds in the Retry-After header.',
    type: 'api_error',
    retryAfterSeconds,
  });
}

/** Something in Paddock failed. Always a bug. @evidence assumed, for the detail. */
export function internalError(): PaddleApiError {
  return new PaddleApiError({
    status: 500,
    code: 'internal_error',
    detail: 'An internal error occurred.',
    type: 'api_error',
    hint: 'This is a bug in Paddock. The server printed the stack trace.',
  });
}

/** Something that is no bug keeps Paddock from answering. @evidence official, for the code; assumed, for the detail. */
export function serviceUnavailable(hint: string): PaddleApiError {
  return new PaddleApiError({
    status: 503,
    code: 'service_unavailable',
    detail: 'The service is temporarily unavailable.',
    type: 'api_error',
    hint,
  });
}

/**
 * Paddle has the operation, and Paddock does not emulate it. The detail says so, since SDKs hide headers.
 *
 * @see published-operations.ts
 */
export function temporarilyUnavailable(detail: string): PaddleApiError {
  return new PaddleApiError({
    status: 540,
    code: 'temporarily_unavailable',
    detail,
    type: 'api_error',
    hint: detail,
  });
}

/** Any error that Paddle publishes, for a fault that asks for it. @see faults/published-errors.ts */
export function publishedError(
  code: string,
  { status, type, group, detail }: PublishedError,
  retryAfterSeconds: number | undefined,
): PaddleApiError {
  return new PaddleApiError({
    status,
    code,
    type,
    group,
    detail,
    retryAfterSeconds,
  });
}

// Entities.

/** @see https://developer.paddle.com/errors/shared/not_found */
export function notFound(id: string, hint?: string): PaddleApiError {
  return new PaddleApiError({ status: 404, code: 'not_found', detail: `Entity ${id} not found`, hint });
}

/** @see https://developer.paddle.com/errors/shared/entity_archived */
export function entityArchived(noun: 'Customer' | 'Address' | 'Business', id: string): PaddleApiError {
  return new PaddleApiError({
    status: 400,
    code: 'entity_archived',
    detail: `${noun} ${id} is archived and cannot be modified.`,
  });
}

/** @see https://developer.paddle.com/errors/customers/customer_already_exists */
export function customerAlreadyExists(existingId: string): PaddleApiError {
  return new PaddleApiError({
    status: 409,
    code: 'customer_already_exists',
    detail: `customer email conflicts with customer of id ${existingId}`,
    group: 'customers',
  });
}

/** @see https://developer.paddle.com/errors/customers/customer_email_invalid */
export function customerEmailInvalid(): PaddleApiError {
  return new PaddleApiError({
    status: 400,
    code: 'customer_email_invalid',
    detail: 'Cannot create or update customer with an invalid email address.',
    group: 'customers',
  });
}

/** @see https://developer.paddle.com/errors/addresses/address_location_not_allowed */
export function addressLocationNotAllowed(): PaddleApiError {
  return new PaddleApiError({
    status: 400,
    code: 'address_location_not_allowed',
    detail: 'Cannot create address with an unsupported location',
    group: 'addresses',
  });
}

// Notifications. @evidence official, for the codes; assumed, for the details but that of notification_cannot_replay.

export function urlNotificationSettingIncorrect(): PaddleApiError {
  return notificationError(
    'url_notification_setting_incorrect',
    'The destination of a url notification setting must be a URL.',
  );
}

export function emailNotificationSettingIncorrect(): PaddleApiError {
  return notificationError(
    'email_notification_setting_incorrect',
    'The destination of an email notification setting must be an email address.',
  );
}

/** @see https://developer.paddle.com/webhooks/notification-destinations */
export function notificationMaximumActiveSettingsReached(maximum: number): PaddleApiError {
  return notificationError(
    'notification_maximum_active_settings_reached',
    `There are ${maximum} active notification settings already, and there may be no more.`,
  );
}

export function notificationSettingCannotBeDuplicate(): PaddleApiError {
  return notificationError(
    'notification_setting_cannot_be_duplicate',
    'There is a notification setting with this destination already.',
  );
}

/** @see https://developer.paddle.com/errors/notifications/notification_cannot_replay */
export function notificationCannotReplay(id: string): PaddleApiError {
  return notificationError(
    'notification_cannot_replay',
    `Notification ${id} cannot be replayed because it's not \`delivered\` or \`failed\`.`,
  );
}

export function notificationReplayInvalidOriginType(id: string): PaddleApiError {
  return notificationError(
    'notification_replay_invalid_origin_type',
    `Notification ${id} cannot be replayed because it is a replay itself.`,
  );
}

function notificationError(code: string, detail: string): PaddleApiError {
  return new PaddleApiError({ status: 400, code, detail, group: 'notifications' });
}
