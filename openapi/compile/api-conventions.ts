import type { Json, JsonObject } from '../document/json.ts';
import type { RefTo } from './component-refs.ts';
import { type ErrorCatalogue, errorResponse } from './errors.ts';
import type { Conventions } from './operations.ts';

/**
 * Conventions of Paddle's API: each success is `data` with `meta`, each response has the request's ID, and all
 * operations share their error responses.
 *
 * @param parameters Parameters by name.
 */
export function apiConventions(refTo: RefTo, parameters: JsonObject, errors: ErrorCatalogue): Conventions {
  return {
    refTo,
    usualResponses: (operation, path) => ({
      400: refusalOfInput(operation, path, parameters),
      ...(Array.isArray(operation.security) ? {} : { 401: 'unauthorized', 403: 'forbidden' }),
      ...(path.includes('{') && { 404: 'not-found' }),
      ...(operation.requestBody !== undefined && { 413: 'payload-too-large', 415: 'unsupported-media-type' }),
      429: 'too-many-requests',
      431: 'headers-too-large',
      '5XX': 'server-error',
    }),
    completeResponse: (response) =>
      'codes' in response ? errorResponse(response, errors, refTo) : successResponse(response, refTo),
  };
}

function successResponse({ data, list, page, expires, ...response }: JsonObject, refTo: RefTo): JsonObject {
  return {
    ...response,
    headers: {
      'Request-Id': refTo('headers', 'request-id'),
      ...(expires === true && { Expires: refTo('headers', 'expires') }),
    },
    ...(typeof data === 'string' && envelope(refTo('schemas', data), 'meta', refTo)),
    ...(typeof list === 'string' && envelope(listOf(refTo('schemas', list)), 'meta', refTo)),
    ...(typeof page === 'string' && envelope(listOf(refTo('schemas', page)), 'paginated-meta', refTo)),
  };
}

/** Returns the default component for status 400, which depends on the operation's input. */
function refusalOfInput({ requestBody, parameters }: JsonObject, path: string, known: JsonObject): string {
  if (requestBody !== undefined) return 'bad-request';
  if (!Array.isArray(parameters)) return path.includes('{') ? 'bad-path' : 'unexpected-body';
  return parameters.some((name) => isTime(known[String(name)])) ? 'bad-time-query' : 'bad-query';
}

function isTime(parameter: Json | undefined): boolean {
  return JSON.stringify(parameter ?? null).includes('/time-filter.yaml#/');
}

function listOf(items: JsonObject): JsonObject {
  return { type: 'array', items };
}

function envelope(data: JsonObject, meta: string, refTo: RefTo): JsonObject {
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['data', 'meta'],
    properties: { data, meta: refTo('schemas', meta) },
  };
  return { content: { 'application/json': { schema } } };
}
