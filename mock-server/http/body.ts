import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import express, { type NextFunction, type RequestHandler } from 'express';
import { badRequest, invalidJson, unexpectedRequestBody, unsupportedMediaType } from '../errors.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';

/** Deepest nesting that is read. @evidence assumed. It keeps recursion over a body from running out of stack. */
const depthAtMost = 200;

/** Makes what reads a JSON body into `request.body`, and leaves it undefined where there is none. */
export function readBody(bytesAtMost: number) {
  const parseAny = parserOf(bytesAtMost);
  return (request: ApiRequest, response: ApiResponse, next: NextFunction): void => {
    if (!hasBody(request.headers)) {
      next();
      return;
    }
    if (!isJson(request.headers['content-type'])) throw unsupportedMediaType();
    const parse = isPlain(request.headers, bytesAtMost) ? parsePlain : parseAny;
    parse(request, response, (error?: unknown) => {
      if (error === undefined && !isDeeperThan(request.body, depthAtMost)) return next();
      next(error ?? invalidJson());
    });
  };
}

/** Reads a plain body, without what Express's parser does for all others: that costs as much as validating it. */
function parsePlain(request: ApiRequest, response: ApiResponse, done: (error?: unknown) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.once('error', () => done(badRequest()));
  request.once('end', () => {
    const [first] = chunks;
    const text = textOf(first && chunks.length === 1 ? first : Buffer.concat(chunks));
    response.locals.requestBody = text;
    try {
      request.body = JSON.parse(text);
    } catch {
      done(invalidJson());
      return;
    }
    done();
  });
}

/** The text of bytes in UTF-8, without the mark of byte order that some begin with. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString();
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
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
  (response as ApiResponse).locals.requestBody = textOf(body);
}

/** Whether a request has a body, by its headers. */
export function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isJson(contentType = ''): boolean {
  return /^application\/json *(;|$)/i.test(contentType);
}

/** Whether a JSON body is as most are: in UTF-8, not compressed, of a length that is known and not too large. */
function isPlain(headers: IncomingHttpHeaders, bytesAtMost: number): boolean {
  return (
    headers['content-encoding'] === undefined &&
    Number(headers['content-length']) <= bytesAtMost &&
    /^application\/json *(; *charset=utf-8 *)?$/i.test(headers['content-type'] ?? '')
  );
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeperThan(part, depth - 1));
}
