import { isObject, type Json, type JsonObject } from './json.ts';
import { resolveRef } from './refs.ts';

/** An example, where it stands, and the path of the schema that it must fit. */
export type FoundExample = { path: string[]; schemaPath: string[]; value: Json };

/** Keys whose values are data and not part of the document's structure. */
const dataKeys = new Set(['default', 'enum', 'const', 'required']);
/** Keys under which the keys are names, so that an `example` there would be something of that name. */
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
 * Finds every example: of a schema, which must fit the schema itself, and of a media type, a parameter or a header,
 * which must fit its `schema`.
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
    // A schema's examples are values; those of a media type or a parameter are objects that hold the value.
    value: 'schema' in node && isObject(entry) ? (entry.value ?? null) : entry,
  }));
  return [...one, ...many];
}

/**
 * Says whether a reader finds an example of what a media type holds: there, in its schema, or, for the envelope that
 * Paddle puts around everything, in the schema of `data`.
 */
export function hasExample(document: JsonObject, mediaType: Json | undefined): boolean {
  const node = resolveRef(document, mediaType);
  if (node.example !== undefined || node.examples !== undefined) return true;
  if (node.schema !== undefined) return hasExample(document, node.schema);
  if (node.items !== undefined) return hasExample(document, node.items);
  return isObject(node.properties) && node.properties.data !== undefined && hasExample(document, node.properties.data);
}
