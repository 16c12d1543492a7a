import { isObject, type Json, type JsonObject } from '../document/json.ts';
import type { RefTo } from './component-refs.ts';

/** Rules that all operations of a document share. */
export type Conventions = {
  refTo: RefTo;
  /** Default responses of an operation: names of components by status. */
  usualResponses(operation: JsonObject, path: string): JsonObject;
  /** Completes a response that the operation itself describes. */
  completeResponse(response: JsonObject): JsonObject;
};

const methods = ['get', 'post', 'patch', 'put', 'delete'];

/**
 * Expands the operations of a path. Parameters and responses can be names of components, a request body can be the name
 * of its schema, and a JSON body can omit its media type.
 */
export function expandPath(path: string, item: JsonObject, tag: string, conventions: Conventions): JsonObject {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      if (key === 'parameters') return [key, expandParameters(value, conventions.refTo)];
      return [key, methods.includes(key) && isObject(value) ? expandOperation(path, value, tag, conventions) : value];
    }),
  );
}

function expandOperation(path: string, operation: JsonObject, tag: string, conventions: Conventions): JsonObject {
  const { refTo, usualResponses, completeResponse } = conventions;
  const { parameters, requestBody, responses } = operation;
  const all = { ...usualResponses(operation, path), ...(isObject(responses) ? responses : {}) };
  return {
    tags: [tag],
    ...operation,
    ...(parameters !== undefined && { parameters: expandParameters(parameters, refTo) }),
    ...(requestBody !== undefined && { requestBody: expandBody(requestBody, refTo) }),
    responses: Object.fromEntries(
      Object.entries(all).map(([status, response]) => {
        if (typeof response === 'string') return [status, refTo('responses', response)];
        return [status, isObject(response) ? completeResponse(withMediaType(response)) : response];
      }),
    ),
  };
}

function expandParameters(parameters: Json, refTo: RefTo): Json {
  if (!Array.isArray(parameters)) return parameters;
  return parameters.map((one) => (typeof one === 'string' ? refTo('parameters', one) : one));
}

function expandBody(body: Json, refTo: RefTo): Json {
  if (typeof body === 'string') return withMediaType({ required: true, schema: refTo('schemas', body) });
  if (!isObject(body)) return body;
  const schema = typeof body.schema === 'string' ? { schema: refTo('schemas', body.schema) } : {};
  return withMediaType({ required: true, ...body, ...schema });
}

/** Puts a `schema` and an `example` under the media type of JSON. */
export function withMediaType({ schema, example, ...rest }: JsonObject): JsonObject {
  if (schema === undefined) return rest;
  const json = { schema, ...(example !== undefined && { example }) };
  return { ...rest, content: { 'application/json': json, ...(isObject(rest.content) ? rest.content : {}) } };
}
