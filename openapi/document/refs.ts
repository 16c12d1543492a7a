import { isObject, type Json, type JsonObject } from './json.ts';

/** Returns the node at a path of keys, or `undefined`. */
export function nodeAt(document: JsonObject, path: readonly string[]): Json | undefined {
  let node: Json | undefined = document;
  for (const key of path) {
    if (node === null || typeof node !== 'object') return undefined;
    node = Array.isArray(node) ? node[Number(key)] : node[key];
  }
  return node;
}

/** Returns the object at a JSON Pointer, such as `#/components/schemas/customer`. */
export function objectAt(document: JsonObject, pointer: string): JsonObject {
  const node = nodeAt(document, pathOf(pointer));
  if (!isObject(node))
    throw new Error(`Could not read the document: there is no object at ${pointer}. Run \`npm run generate\`.`);
  return node;
}

/** Paths of pointers, which the documents repeat. */
const paths = new Map<string, readonly string[]>();

/** Splits a JSON Pointer into keys, and decodes it, since references are percent-encoded. */
function pathOf(pointer: string): readonly string[] {
  const known = paths.get(pointer);
  if (known) return known;
  const keys = pointer.split('/').slice(1);
  const path = keys.map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
  paths.set(pointer, path);
  return path;
}

/** Formats a path as a JSON Pointer. */
export function pointerOf(path: readonly string[]): string {
  return `#${path.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}

/** Returns the target of a reference, or the node itself if it is not one. */
export function resolveRef(document: JsonObject, node: Json | undefined): JsonObject {
  if (!isObject(node))
    throw new Error(`Could not resolve ${JSON.stringify(node)}: it is no object. Run \`npm run generate\`.`);
  return typeof node.$ref === 'string' ? resolveRef(document, objectAt(document, node.$ref)) : node;
}

/** Resolves all references inside a node. */
export function resolveAll(document: JsonObject, node: Json): Json {
  if (Array.isArray(node)) return node.map((entry) => resolveAll(document, entry));
  if (!isObject(node)) return node;
  const fields = Object.entries(resolveRef(document, node));
  return Object.fromEntries(fields.map(([key, value]) => [key, resolveAll(document, value)]));
}

/** Lists references whose targets are missing or outside the document. */
export function danglingRefs(document: JsonObject): string[] {
  const refs = new Set<string>();
  collectRefs(document, refs);
  return [...refs].filter((ref) => !ref.startsWith('#/') || nodeAt(document, pathOf(ref)) === undefined);
}

function collectRefs(node: Json | undefined, refs: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if (isObject(node) && typeof node.$ref === 'string') refs.add(node.$ref);
  for (const child of Object.values(node)) collectRefs(child, refs);
}
