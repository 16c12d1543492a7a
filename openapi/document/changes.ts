import { isObject, type Json, type JsonObject } from './json.ts';

/** An action of the official overlay, with its JSONPath resolved to the segments of a JSON Pointer. */
export type DocumentChange = {
  behaviour: string;
  value: string;
  path: readonly string[];
} & ({ remove: true } | { update: JsonObject });

/**
 * Applies changes to a document in order and returns a new one, which shares with it all that does not change. Neither may be
 * modified afterwards.
 *
 * Updates follow OpenAPI Overlay 1.0: objects are merged by key, arrays concatenated, and anything else replaced.
 */
export function applyChanges<Document extends JsonObject>(
  document: Document,
  changes: readonly DocumentChange[],
): Document {
  const copies = new Copies();
  const changed = copies.of(document);
  for (const change of changes) {
    const key = change.path.at(-1);
    if (key === undefined) throw new Error('Could not apply a change: it targets the whole document. Target a part.');
    const parent = copies.at(changed, change.path.slice(0, -1));
    if ('update' in change) {
      merge(copies.at(changed, change.path), change.update, copies);
    } else if (Array.isArray(parent)) {
      parent.splice(Number(key), 1);
    } else {
      delete parent[key];
    }
  }
  return changed;
}

type Container = JsonObject | Json[];

/** The objects and arrays that were copied, each once. */
class Copies {
  readonly #made = new WeakSet<Container>();

  of<Original extends Container>(node: Original): Original {
    if (this.#made.has(node)) return node;
    // The cast holds since an array is copied to an array, and an object to an object.
    const copy = (Array.isArray(node) ? [...node] : { ...node }) as Original;
    this.#made.add(copy);
    return copy;
  }

  /** Copies what a path leads to, and all on its way, within a copy. */
  at(copy: Container, path: readonly string[]): Container {
    let node = copy;
    for (const key of path) {
      const below = Array.isArray(node) ? node[Number(key)] : node[key];
      if (!below || typeof below !== 'object') {
        throw new Error(
          `Could not apply a change: there is nothing at /${path.join('/')}. Generate the changes again.`,
        );
      }
      node = replace(node, key, this.of(below));
    }
    return node;
  }
}

function replace<Value extends Json>(node: Container, key: string, value: Value): Value {
  if (Array.isArray(node)) node[Number(key)] = value;
  else node[key] = value;
  return value;
}

function merge(node: Container, update: JsonObject, copies: Copies): void {
  if (Array.isArray(node))
    throw new Error('Could not apply a change: it updates an array. Update the object that holds it.');
  for (const [key, value] of Object.entries(update)) {
    const before = node[key];
    if (Array.isArray(before) && Array.isArray(value)) node[key] = [...before, ...value];
    else if (isObject(before) && isObject(value)) merge(replace(node, key, copies.of(before)), value, copies);
    else node[key] = value;
  }
}
