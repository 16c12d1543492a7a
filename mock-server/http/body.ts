import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import express, { type RequestHandler } from 'express';
import { invalidJson, unexpectedRequestBody, unsupportedMediaType } from '../errors.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';

/** Deepest nesting that is read. @evidence assumed. It keeps recursion over a body from running out of stack. */
const depthAtMost = 200;

/** Makes what reads a JSON body into `request.body`, and leaves it undefined where there is none. */
export function readBody(bytesAtMost: number): RequestHandler {
  const parseJson = parserOf(bytesAtMost);
  return (request, response, next) => {
    if (!hasBody(request.headers)) return next();
    if (!isJson(request.headers['content-type'])) throw unsupportedMediaType();
    parseJson(request, response, (error?: unknown) => {
      if (error === undefined && !isDeeperThan(request.body, depthAtMost)) return next();
      next(error ?? invalidJson());
    });
  };
}

const parseWhatever = parserOf(1024 * 1024);

/** Reads a body that the answer does not depend on any more, whatever it is, for those who look at the request later. */
export function readWhateverBody(request: ApiRequest, response: ApiResponse, done: () => void): void {
  parseWhatever(request, response, () => done());
}

/** Refuses a body where the operation takes none. */
export const refuseBody: RequestHandler = (request, _response, next) => {
  if (hasBody(request.headers)) throw unexpectedRequestBody();
  next();
};

function parserOf(bytesAtMost: number) {
  return express.json({ limit: bytesAtMost, strict: false, type: () => true, verify: keepBody });
}

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
