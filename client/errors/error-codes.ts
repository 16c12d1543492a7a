import type { PublishedErrorCode } from '#openapi/generated/errors.ts';

/**
 * Codes of the client, for failures without a code of Paddle's:
 *
 * - `network_error`: there was no complete response. The request may have been processed.
 * - `timeout`: like `network_error`, because the response took longer than `timeoutMs`.
 * - `invalid_response`: the response did not come from Paddle's API, such as a proxy's page or broken JSON.
 */
export type ClientErrorCode = 'network_error' | 'timeout' | 'invalid_response';

/** An error code: those that Paddle publishes, those of the client, and any string, since Paddle adds more. */
export type PaddleErrorCode = PublishedErrorCode | ClientErrorCode | (string & {});
