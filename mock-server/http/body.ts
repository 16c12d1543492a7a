import type { IncomingHttpHeaders } from 'node:http';
import type { NextFunction } from 'express';
import { isTooDeep } from '#openapi/json-depth.ts';
import { invalidJson, numberOutOfRange, unexpectedRequestBody, unsupportedMediaType } from '../errors.ts';
import { findChangedNumber } from '../json-numbers.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';
import { readBytes } from './read-bytes.ts';

/** Makes what reads a JSON body into `request.body`, and leaves it undefined where there is none. */
export function readBody(bytesAtMost: number) {
  return (request: ApiRequest, response: ApiResponse, next: NextFunction): void => {
    if (!hasBody(request.headers)) {
      next();
      return;
    }
    const charset = charsetOfJson(request.headers['content-type']);
    if (charset === undefined) throw unsupportedMediaType();
    readBytes(request, bytesAtMost, (refusal, bytes) => {
      if (refusal) return next(refusal);
      const text = textOf(bytes, charset);
      response.locals.requestBody = text;
      next(parseInto(request, text));
    });
  };
}

/** Parses a body; answers why it is refused, if it is. */
function parseInto(request: ApiRequest, text: string) {
  // Chunks may add up to nothing.
  if (text === '') return undefined;
  try {
    request.body = JSON.parse(text);
  } catch {
    return invalidJson();
  }
  if (isTooDeep(request.body)) return invalidJson();
  const changed = findChangedNumber(text);
  return changed === undefined ? undefined : numberOutOfRange(changed);
}

/** Reads a body that the answer does not depend on any more, whatever it is, for those who look at the request later. */
export function readWhateverBody(request: ApiRequest, response: ApiResponse, done: () => void): void {
  readBytes(request, 1024 * 1024, (refusal, bytes) => {
    response.locals.requestBody = bytes.length > 0 ? textOf(bytes, 'utf-8') : undefined;
    // The rest of it would be taken for the next request.
    if (refusal) response.shouldKeepAlive = false;
    done();
  });
}

/**
 * Refuses a body where the operation takes none.
 *
 * @param isEmptyTaken whether an empty object is as good as no body
 * @evidence observed: `{}` to activate a subscription (2023-10-18). official: a GET with a body is refused.
 */
export function refuseBody(isEmptyTaken: boolean) {
  return (request: ApiRequest, response: ApiResponse, next: NextFunction): void => {
    if (!hasBody(request.headers)) {
      next();
      return;
    }
    if (!isEmptyTaken) throw unexpectedRequestBody();
    // Chunks may add up to nothing.
    readBytes(request, 1024, (refusal, bytes) => {
      const text = textOf(bytes, 'utf-8');
      response.locals.requestBody = text;
      if (refusal) response.shouldKeepAlive = false;
      next(!refusal && /^\s*(\{\s*\})?\s*$/.test(text) ? undefined : unexpectedRequestBody());
    });
  };
}

/** Whether a request has a body, by its headers. */
export function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** The text of bytes, without the mark of byte order that some begin with. */
export function textOf(bytes: Buffer, charset: string): string {
  if (charset !== 'utf-8') return new TextDecoder(charset).decode(bytes);
  const text = bytes.toString();
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const charsets = ['utf-8', 'utf-16', 'utf-16le', 'utf-16be'];

/** What the text of a JSON body is encoded in; undefined for another type, and for what cannot be read. */
export function charsetOfJson(contentType = ''): string | undefined {
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type !== 'application/json') return undefined;
  const named = parameters.find((parameter) => parameter.startsWith('charset='));
  const charset = named?.slice('charset='.length).replaceAll('"', '') ?? 'utf-8';
  return charsets.includes(charset) ? charset : undefined;
}
