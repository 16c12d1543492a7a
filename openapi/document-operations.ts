import type { JsonObject } from './document-changes.ts';
import { isObject, resolveRef } from './document-refs.ts';

/** An operation with its place, and with the path's own parameters and its own, all resolved. */
export type DocumentOperation = { path: string; method: string; operation: JsonObject; parameters: JsonObject[] };

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Lists the operations of a document, or those that its webhooks call. */
export function listOperations(document: JsonObject, section: 'paths' | 'webhooks' = 'paths'): DocumentOperation[] {
  return Object.entries(document[section] ?? {}).flatMap(([path, entry]) => {
    const item = resolveRef(document, entry);
    return methods
      .filter((method) => item[method] !== undefined)
      .map((method) => {
        const operation = resolveRef(document, item[method]);
        const parameters = [item.parameters, operation.parameters].flatMap((list) => (Array.isArray(list) ? list : []));
        return { path, method, operation, parameters: parameters.map((parameter) => resolveRef(document, parameter)) };
      });
  });
}

/** An operation's responses by status, resolved. */
export function listResponses(document: JsonObject, operation: JsonObject): [status: string, response: JsonObject][] {
  const responses = isObject(operation.responses) ? operation.responses : {};
  return Object.entries(responses).map(([status, response]) => [status, resolveRef(document, response)]);
}
