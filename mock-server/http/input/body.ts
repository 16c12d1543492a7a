import type { IncomingHttpHeaders } from 'node:http';
import { isTooDeep } from '#openapi/document/json-depth.ts';
import type { Operation } from '#openapi/document/operations.ts';
import { badRequest, type PaddleApiError, paddleError } from '../../errors/errors.ts';
import { findChangedNumber } from '../../text/json-numbers.ts';
import { giveTurns } from '../../time/in-portions.ts';
import type { ApiRequest, ApiResponse } from '../exchange.ts';
import { readBytes } from './read-bytes.ts';

/**
 * Reads the body of a request for an operation; undefined if its chunks are empty.
 *
 * @throws PaddleApiError
 */
export function readBody(
  { bodySchema, isEmptyBodyTaken }: Operation,
  bytesAtMost: number,
  request: ApiRequest,
  response: ApiResponse,
): Promise<unknown> {
  if (bodySchema !== undefined) return readJson(bytesAtMost, request, response);
  if (!isEmptyBodyTaken) throw paddleError('unexpected_request_body');
  return readEmpty(request, response);
}

async function readJson(bytesAtMost: number, request: ApiRequest, response: ApiResponse): Promise<unknown> {
  const charset = charsetOfJson(request.headers['content-type']);
  if (charset === undefined) throw paddleError('unsupported_media_type');
  const text = textOf(await readBytes(request, bytesAtMost), charset);
  response.locals.requestBody = text;
  if (text === '') return undefined;
  const value = parse(text);
  for (const refuse of refusals) {
    if (text.length > longText) await giveTurns();
    refuse(value, text);
  }
  if (text.length > longText) await giveTurns();
  return value;
}

/** Length of a text, in characters, from which other requests are answered between the passes over it. */
export const longText = 256 * 1024;

/** @throws PaddleApiError invalid_json */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw paddleError('invalid_json');
  }
}

/** Passes over a body. Each throws invalid_json, or bad_request for a number that would lose precision. */
const refusals: readonly ((value: unknown, text: string) => void)[] = [
  (value) => {
    if (isTooDeep(value)) throw paddleError('invalid_json');
  },
  (_value, text) => {
    const changed = findChangedNumber(text);
    if (changed !== undefined) throw outOfRange(changed);
  },
];

/**
 * Rejects a number that JavaScript cannot represent exactly.
 *
 * @evidence official: custom data of a transaction may hold a number that is too large. assumed: so may any field; rejecting it
 *   is better than changing it silently
 */
function outOfRange(field: string): PaddleApiError {
  return badRequest(
    [{ field, message: 'Number cannot be represented exactly' }],
    'Paddock stores numbers as JavaScript does: integers up to 2^53, and about 16 digits. Send this one as a string.',
  );
}

/** Reads a body of any type for the journal, and ignores failures. */
export async function readBodyForJournal(request: ApiRequest, response: ApiResponse): Promise<void> {
  try {
    const bytes = await readBytes(request, 1024 * 1024);
    if (bytes.length > 0) response.locals.requestBody = textOf(bytes, 'utf-8');
  } catch {
    // The unread rest would be parsed as the next request.
    response.shouldKeepAlive = false;
  }
}

/**
 * Accepts an empty object as no body.
 *
 * @evidence observed: `{}` to activate a subscription (2023-10-18). official: a GET with a body is refused.
 */
async function readEmpty(request: ApiRequest, response: ApiResponse): Promise<undefined> {
  await readBodyForJournal(request, response);
  const { requestBody = '' } = response.locals;
  if (!response.shouldKeepAlive || !/^(\{\s*\})?$/.test(requestBody.trim()))
    throw paddleError('unexpected_request_body');
}

/** Tells from the headers if a request has a body. */
export function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Decodes bytes, and drops a byte order mark. */
export function textOf(bytes: Buffer, charset: string): string {
  if (charset !== 'utf-8') return new TextDecoder(charset).decode(bytes);
  const text = bytes.toString();
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const charsets = ['utf-8', 'utf-16', 'utf-16le', 'utf-16be'];

/** The charset of a JSON body; undefined for another type or an unsupported charset. */
export function charsetOfJson(contentType = ''): string | undefined {
  if (contentType === 'application/json') return 'utf-8';
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (type !== 'application/json') return undefined;
  const named = parameters.find((parameter) => parameter.startsWith('charset='));
  const charset = named?.slice('charset='.length).replaceAll('"', '') ?? 'utf-8';
  return charsets.includes(charset) ? charset : undefined;
}
