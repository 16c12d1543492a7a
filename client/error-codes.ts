/**
 * Paddle's error codes.
 *
 * @evidence official, https://developer.paddle.com/errors
 */
export const paddleErrorCodes = [
  'address_location_not_allowed',
  'authentication_malformed',
  'authentication_missing',
  'bad_gateway',
  'bad_request',
  'concurrent_modification',
  'conflict',
  'customer_already_exists',
  'customer_email_invalid',
  'email_notification_setting_incorrect',
  'entity_archived',
  'forbidden',
  'internal_error',
  'invalid_access_token',
  'invalid_field',
  'invalid_json',
  'invalid_time_query_parameter',
  'invalid_token',
  'invalid_url',
  'method_not_allowed',
  'not_found',
  'not_implemented',
  'notification_cannot_replay',
  'notification_maximum_active_settings_reached',
  'notification_replay_invalid_origin_type',
  'notification_setting_cannot_be_duplicate',
  'paddle_billing_not_enabled',
  'request_body_too_large',
  'request_headers_too_large',
  'service_unavailable',
  'temporarily_unavailable',
  'too_many_requests',
  'unexpected_request_body',
  'unsupported_media_type',
  'url_notification_setting_incorrect',
] as const;

/**
 * Codes of the client, for failures without a code of Paddle's:
 *
 * - `network_error`: there was no complete response. The request may have been processed.
 * - `timeout`: like `network_error`, because the response took longer than `timeoutMs`.
 * - `invalid_response`: the response did not come from Paddle's API, such as a proxy's page or broken JSON.
 */
export type ClientErrorCode = 'network_error' | 'timeout' | 'invalid_response';

/** An error code. Paddle has more than these, so any string is allowed. */
export type PaddleErrorCode = (typeof paddleErrorCodes)[number] | ClientErrorCode | (string & {});
