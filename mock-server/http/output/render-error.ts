import type { NextFunction } from 'express';
import { badRequest, PaddleApiError, paddleError } from '../../errors/errors.ts';
import { storageFailureOf } from '../../state/database/storage-failure.ts';
import { printable } from '../../text/printable.ts';
import type { ApiRequest, ApiResponse } from '../exchange.ts';
import { send } from './send.ts';

/** Renders everything thrown as Paddle's error envelope. Internal failures go to `report`. */
export function renderErrors(report: (error: unknown) => void) {
  // Express recognises error middleware by its four parameters.
  return (thrown: unknown, _request: ApiRequest, response: ApiResponse, _next: NextFunction): void => {
    const error =
      thrown instanceof PaddleApiError
        ? thrown
        : (refusalOf(thrown) ??
          paddleError('internal_error', { hint: 'This is a bug in Paddock. The server printed the stack trace.' }));
    if (error !== thrown && error.type === 'api_error') report(thrown);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error.retryAfterSeconds !== undefined) response.setHeader('Retry-After', error.retryAfterSeconds);
    if (error.hint) response.setHeader('X-Paddock-Hint', printable(error.hint));
    // The unread rest of the body would be parsed as the next request.
    if (error.status === 413) response.setHeader('Connection', 'close');
    send(response, error.status, errorText(error, response.locals.requestId));
  };
}

/** Formats the error envelope. */
export function errorText(error: PaddleApiError, requestId: string): string {
  return JSON.stringify({
    error: {
      type: error.type,
      code: error.code,
      detail: error.message,
      documentation_url: error.documentationUrl,
      ...(error.errors && { errors: error.errors }),
    },
    meta: { request_id: requestId },
  });
}

/** Paddle's error for a failure of Express, its body parser or the data file; undefined for anything else. */
function refusalOf(thrown: unknown): PaddleApiError | undefined {
  const storageFailure = storageFailureOf(thrown);
  if (storageFailure !== undefined) return paddleError('service_unavailable', { hint: storageFailure });
  if (!(thrown instanceof Error) || !('status' in thrown) || typeof thrown.status !== 'number') return undefined;
  if ('type' in thrown && thrown.type === 'entity.parse.failed') return paddleError('invalid_json');
  switch (thrown.status) {
    case 413:
      return paddleError('request_body_too_large');
    case 415:
      return paddleError('unsupported_media_type');
    default:
      return thrown.status >= 400 && thrown.status < 500 ? badRequest() : undefined;
  }
}
