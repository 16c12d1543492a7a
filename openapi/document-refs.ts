import type { Json, JsonObject } from './document-changes.ts';

/** What is at the end of a path of keys, or `undefined`. */
export function nodeAt(document: JsonObject, path: readonly string[]): Json | undefined {
  let node: Json | undefined = document;
  for (const key of path) {
    if (node === null || typeof node !== 'object') return undefined;
    node = Array.isArray(node) ? node[Number(key)] : node[key];
  }
  return node;
}

/** The path that a reference within the document names, such as `#/components/schemas/customer`. */
function pathOfRef(ref: string): string[] {
  const keys = ref.slice('#/'.length).split('/');
  return keys.map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A path as a reference within the document. */
export function refOfPath(path: readonly string[]): string {
  return `#${path.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
}

/** What a node is, or what it refers to. */
export function resolveRef(document: JsonObject, node: Json | undefined): JsonObject {
  if (!isObject(node))
    throw new Error(`Could not resolve ${JSON.stringify(node)}: it is no object. Correct the document.`);
  return typeof node.$ref === 'string' ? resolveRef(document, nodeAt(document, pathOfRef(node.$ref))) : node;
}

/** References whose target is not in the document, or that lead out of it. */
export function danglingRefs(document: JsonObject): string[] {
  const refs = new Set<string>();
  collectRefs(document, refs);
  return [...refs].filter((ref) => !ref.startsWith('#/') || nodeAt(document, pathOfRef(ref)) === undefined);
}

export function isObject(node: Json | undefined): node is JsonObject {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function collectRefs(node: Json | undefined, refs: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if (isObject(node) && typeof node.$ref === 'string') refs.add(node.$ref);
  for (const child of Object.values(node)) collectRefs(child, refs);
}
