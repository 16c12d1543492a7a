import { paddleErrors } from '#openapi/generated/errors.ts';
import { isPaddleErrorCode, PaddleApiError, type PaddleErrorCode } from '../errors/errors.ts';

const codesByStatus: readonly PaddleErrorCode[] = [
  'too_many_requests',
  'internal_error',
  'bad_gateway',
  'service_unavailable',
  'temporarily_unavailable',
];

/** Codes of the statuses that have one general error. */
export const codeByStatus: ReadonlyMap<number, PaddleErrorCode> = new Map(
  codesByStatus.map((code) => [paddleErrors[code].status, code]),
);

/** Codes that a fault can inject: all that Paddle publishes. */
export const injectableCodes: readonly string[] = Object.keys(paddleErrors);

/**
 * Makes the error that a fault names by code or status.
 *
 * @param id ID in the request's path
 */
export function injectedError(error: string | number, retryAfter: number | undefined, id = '…'): PaddleApiError {
  const code = typeof error === 'number' ? codeByStatus.get(error) : error;
  if (code === undefined || !isPaddleErrorCode(code)) throw new Error(`The fault's error ${error} was not checked.`);
  const retryAfterSeconds = retryAfter ?? (code === 'too_many_requests' ? 1 : undefined);
  const detail = paddleErrors[code].detail.replaceAll('{id}', id).replaceAll(/\{\w+\}/g, '…');
  return new PaddleApiError(code, { detail, retryAfterSeconds });
}
