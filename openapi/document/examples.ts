import { isObject, type Json, type JsonObject } from './json.ts';
import { resolveRef } from './refs.ts';

/** An example with its path, and the path of the schema that it must match. */
export type FoundExample = { path: string[]; schemaPath: string[]; value: Json };

/** Keys whose values are data, not structure. */
const dataKeys = new Set(['default', 'enum', 'const', 'required']);
/** Keys whose values map names, so that `example` in them would be a name. */
const nameKeys = new Set([
  'properties',
  'schemas',
  'parameters',
  'responses',
  'headers',
  'paths',
  'webhooks',
  'content',
]);

/**
 * Finds all examples. That of a schema must match the schema itself, and that of a media type, a parameter or a header
 * must match its `schema`.
 */
export function findExamples(node: Json | undefined, path: string[] = []): FoundExample[] {
  if (typeof node !== 'object' || node === null) return [];
  const named = nameKeys.has(path.at(-1) ?? '');
  const own = isObject(node) && !named ? ownExamples(node, path) : [];
  const inner = Object.entries(node).flatMap(([key, child]) => {
    const data = !named && (key === 'example' || key === 'examples' || key.startsWith('x-') || dataKeys.has(key));
    return data ? [] : findExamples(child, [...path, key]);
  });
  return [...own, ...inner];
}

function ownExamples(node: JsonObject, path: string[]): FoundExample[] {
  const schemaPath = 'schema' in node ? [...path, 'schema'] : path;
  const one = node.example === undefined ? [] : [{ path: [...path, 'example'], schemaPath, value: node.example }];
  const many = Object.entries(node.examples ?? {}).map(([key, entry]: [string, Json]) => ({
    path: [...path, 'examples', key],
    schemaPath,
    // In a schema, `examples` are values; elsewhere, they are objects with a `value`.
    value: 'schema' in node && isObject(entry) ? (entry.value ?? null) : entry,
  }));
  return [...one, ...many];
}

/**
 * Checks that a media type has an example: directly, in its schema or, for Paddle's envelope, in the schema of `data`.
 */
export function hasExample(document: JsonObject, mediaType: Json | undefined): boolean {
  const node = resolveRef(document, mediaType);
  if (node.example !== undefined || node.examples !== undefined) return true;
  if (node.schema !== undefined) return hasExample(document, node.schema);
  if (node.items !== undefined) return hasExample(document, node.items);
  return isObject(node.properties) && node.properties.data !== undefined && hasExample(document, node.properties.data);
}
