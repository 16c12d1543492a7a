import { isObject, type Json, type JsonObject } from './json.ts';
import { nodeAt } from './refs.ts';

/** An action of the official overlay, with its JSONPath resolved to the segments of a JSON Pointer. */
export type DocumentChange = {
  behaviour: string;
  value: string;
  path: readonly string[];
} & ({ remove: true } | { update: JsonObject });

/**
 * Applies changes to a document in order and returns a new one.
 *
 * Updates follow OpenAPI Overlay 1.0: objects are merged by key, arrays concatenated, and anything else replaced.
 */
export function applyChanges<Document extends JsonObject>(
  document: Document,
  changes: readonly DocumentChange[],
): Document {
  const changed = structuredClone(document);
  for (const change of changes) {
    const parent = containerAt(changed, change.path.slice(0, -1));
    const key = change.path.at(-1);
    if (key === undefined) throw new Error('Could not apply a change: it targets the whole document. Target a part.');
    if ('update' in change) {
      merge(containerAt(changed, change.path), change.update);
    } else if (Array.isArray(parent)) {
      parent.splice(Number(key), 1);
    } else {
      delete parent[key];
    }
  }
  return changed;
}

function containerAt(document: JsonObject, path: readonly string[]): JsonObject | Json[] {
  const node = nodeAt(document, path);
  if (node === null || typeof node !== 'object') {
    throw new Error(`Could not apply a change: there is nothing at /${path.join('/')}. Generate the changes again.`);
  }
  return node;
}

function merge(node: JsonObject | Json[], update: JsonObject): void {
  if (Array.isArray(node))
    throw new Error('Could not apply a change: it updates an array. Update the object that holds it.');
  for (const [key, value] of Object.entries(update)) {
    const before = node[key];
    if (Array.isArray(before) && Array.isArray(value)) {
      node[key] = [...before, ...structuredClone(value)];
    } else if (isObject(before) && isObject(value)) {
      merge(before, value);
    } else {
      node[key] = structuredClone(value);
    }
  }
}
