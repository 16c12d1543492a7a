import { describe, expect, test } from 'vitest';
import * as errors from './errors.ts';

/** What the catalogue answers, once it is asked: status, code, page of the documentation, and detail. */
const catalogue: [make: () => errors.PaddleApiError, number, string, string][] = [
  [() => errors.authenticationMissing(), 403, 'shared/authentication_missing', 'Authentication header missing.'],
  [
    () => errors.authenticationMalformed('hint'),
    403,
    'shared/authentication_malformed',
    'Authentication header included, but incorrectly formatted.',
  ],
  [() => errors.invalidToken('hint'), 403, 'shared/invalid_token', 'Invalid or revoked API key.'],
  [() => errors.forbidden('customer.read'), 403, 'shared/forbidden', "You aren't permitted to perform this request."],
  [() => errors.badRequest(), 400, 'shared/bad_request', 'Invalid request.'],
  [() => errors.numberOutOfRange('name'), 400, 'shared/bad_request', 'Invalid request.'],
  [() => errors.invalidField([]), 400, 'shared/invalid_field', 'Request does not pass validation.'],
  [() => errors.invalidJson(), 400, 'shared/invalid_json', 'Invalid JSON in your request.'],
  [
    () => errors.unexpectedRequestBody(),
    400,
    'shared/unexpected_request_body',
    'Unexpected body included in the request.',
  ],
  [
    () => errors.invalidTimeQueryParameter('updated_at[GT]'),
    400,
    'shared/invalid_time_query_parameter',
    'Invalid time in a query parameter.',
  ],
  [() => errors.invalidUrl(), 404, 'shared/invalid_url', 'URL called is invalid.'],
  [
    () => errors.methodNotAllowed(['GET']),
    405,
    'shared/method_not_allowed',
    'HTTP method is not allowed for this URL.',
  ],
  [() => errors.notImplemented(), 501, 'shared/not_implemented', 'HTTP method not recognized.'],
  [
    () => errors.unsupportedMediaType(),
    415,
    'shared/unsupported_media_type',
    'Content-Type must be "application/json".',
  ],
  [() => errors.requestBodyTooLarge(), 413, 'shared/request_body_too_large', 'The provided request body is too large.'],
  [
    () => errors.requestHeadersTooLarge(),
    431,
    'shared/request_headers_too_large',
    'The provided request URI length or headers are too large.',
  ],
  [
    () => errors.tooManyRequests(7),
    429,
    'shared/too_many_requests',
    'IP address exceeded the allowed rate limit. Retry after the number of seconds in the Retry-After header.',
  ],
  [() => errors.internalError(), 500, 'shared/internal_error', 'An internal error occurred.'],
  [
    () => errors.serviceUnavailable('hint'),
    503,
    'shared/service_unavailable',
    'The service is temporarily unavailable.',
  ],
  [() => errors.temporarilyUnavailable('hint'), 540, 'shared/temporarily_unavailable', 'hint'],
  [() => errors.notFound('ctm_1'), 404, 'shared/not_found', 'Entity ctm_1 not found'],
  [
    () => errors.entityArchived('Address', 'add_1'),
    400,
    'shared/entity_archived',
    'Address add_1 is archived and cannot be modified.',
  ],
  [
    () => errors.customerAlreadyExists('ctm_1'),
    409,
    'customers/customer_already_exists',
    'customer email conflicts with customer of id ctm_1',
  ],
  [
    () => errors.customerEmailInvalid(),
    400,
    'customers/customer_email_invalid',
    'Cannot create or update customer with an invalid email address.',
  ],
  [
    () => errors.addressLocationNotAllowed(),
    400,
    'addresses/address_location_not_allowed',
    'Cannot create address with an unsupported location',
  ],
  [
    () => errors.urlNotificationSettingIncorrect(),
    400,
    'notifications/url_notification_setting_incorrect',
    'The destination of a url notification setting must be a URL.',
  ],
  [
    () => errors.emailNotificationSettingIncorrect(),
    400,
    'notifications/email_notification_setting_incorrect',
    'The destination of an email notification setting must be an email address.',
  ],
  [
    () => errors.notificationMaximumActiveSettingsReached(10),
    400,
    'notifications/notification_maximum_active_settings_reached',
    'There are 10 active notification settings already, and there may be no more.',
  ],
  [
    () => errors.notificationSettingCannotBeDuplicate(),
    400,
    'notifications/notification_setting_cannot_be_duplicate',
    'There is a notification setting with this destination already.',
  ],
  [
    () => errors.notificationCannotReplay('ntf_1'),
    400,
    'notifications/notification_cannot_replay',
    "Notification ntf_1 cannot be replayed because it's not `delivered` or `failed`.",
  ],
  [
    () => errors.notificationReplayInvalidOriginType('ntf_1'),
    400,
    'notifications/notification_replay_invalid_origin_type',
    'Notification ntf_1 cannot be replayed because it is a replay itself.',
  ],
];

describe('the error catalogue', () => {
  test.each(catalogue)('%s is answered with %i, %s', (make, status, page, detail) => {
    const error = make();
    expect([error.status, error.message, error.documentationUrl]).toEqual([
      status,
      detail,
      `https://developer.paddle.com/v1/errors/${page}`,
    ]);
    expect(error.code).toBe(page.split('/')[1]);
    // What is the server's fault, or the limit's, is an error of the API; the rest are the request's.
    expect(error.type).toBe(status >= 500 || status === 429 ? 'api_error' : 'request_error');
  });

  const field = { field: 'email', message: 'is wrong' };

  test.each<[make: () => errors.PaddleApiError, told: object]>([
    [() => errors.authenticationMissing(), { hint: 'Send the header "Authorization: Bearer <API key>".' }],
    [() => errors.authenticationMalformed('So.'), { hint: 'So.' }],
    [() => errors.invalidToken('So.'), { hint: 'So.' }],
    [() => errors.forbidden('customer.read'), { hint: 'The API key does not have the permission customer.read.' }],
    [() => errors.badRequest(), { errors: undefined, hint: undefined }],
    [() => errors.badRequest([field], 'So.'), { errors: [field], hint: 'So.' }],
    [() => errors.invalidField([field]), { errors: [field], hint: undefined }],
    [
      () => errors.invalidTimeQueryParameter('updated_at[GT]'),
      { errors: [{ field: 'updated_at[GT]', message: 'must be an RFC 3339 date and time' }] },
    ],
    [() => errors.invalidUrl('So.'), { hint: 'So.' }],
    [() => errors.methodNotAllowed(['GET', 'POST']), { hint: 'Use one of GET, POST.' }],
    [() => errors.tooManyRequests(7), { retryAfterSeconds: 7 }],
    [() => errors.internalError(), { hint: 'This is a bug in Paddock. The server printed the stack trace.' }],
    [() => errors.serviceUnavailable('So.'), { hint: 'So.', retryAfterSeconds: undefined }],
    [() => errors.temporarilyUnavailable('So.'), { hint: 'So.' }],
  ])('%s tells %j besides', (make, told) => {
    expect(make()).toMatchObject({ name: 'PaddleApiError', ...told });
  });

  test('has any error that Paddle publishes', () => {
    const published = { status: 503, type: 'api_error', group: 'shared', detail: 'It is so.' } as const;
    expect(errors.publishedError('gone', published, 5)).toMatchObject({
      ...{ status: 503, type: 'api_error', code: 'gone', message: 'It is so.', retryAfterSeconds: 5 },
      documentationUrl: 'https://developer.paddle.com/v1/errors/shared/gone',
    });
    expect(errors.publishedError('gone', published, undefined).retryAfterSeconds).toBeUndefined();
  });

  test('has each error that the catalogue can make', () => {
    const kinds = Object.keys(errors).filter((name) => !['PaddleApiError', 'publishedError'].includes(name));
    expect(catalogue).toHaveLength(kinds.length);
  });
});
