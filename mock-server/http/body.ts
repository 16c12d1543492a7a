import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import express, { type RequestHandler } from 'express';
import { invalidJson, unexpectedRequestBody, unsupportedMediaType } from '../errors.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';

/** Largest body that is read. @evidence assumed: Paddle publishes the error and not the number. */
const bodyBytesAtMost = 1024 * 1024;
/** Deepest nesting that is read. @evidence assumed. It keeps recursion over a body from running out of stack. */
const depthAtMost = 200;

const parseJson = express.json({ limit: bodyBytesAtMost, strict: false, type: () => true, verify: keepBody });

/** Reads a JSON body into `request.body`; leaves it undefined where there is none. */
export const readBody: RequestHandler = (request, response, next) => {
  if (!hasBody(request.headers)) return next();
  if (!isJson(request.headers['content-type'])) throw unsupportedMediaType();
  parseJson(request, response, (error?: unknown) => {
    if (error === undefined && !isDeeperThan(request.body, depthAtMost)) return next();
    next(error ?? invalidJson());
  });
};

/** Reads a body that the answer does not depend on any more, whatever it is, for those who look at the request later. */
export function readWhateverBody(request: ApiRequest, response: ApiResponse, done: () => void): void {
  parseJson(request, response, () => done());
}

/** Refuses a body where the operation takes none. */
export const refuseBody: RequestHandler = (request, _response, next) => {
  if (hasBody(request.headers)) throw unexpectedRequestBody();
  next();
};

function keepBody(_request: unknown, response: ServerResponse, body: Buffer): void {
  // The parser is typed for Node's own responses, and is given Express's.
  (response as ApiResponse).locals.requestBody = body;
}

function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isJson(contentType = ''): boolean {
  return /^application\/json *(;|$)/i.test(contentType);
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeperThan(part, depth - 1));
}
