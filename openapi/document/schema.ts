import { isObject, type Json, type JsonObject } from './json.ts';
import { nodeAt, objectAt } from './refs.ts';

/** Types of JSON Schema except `null`. */
export type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** A schema with references followed. What is inside is read when it is needed, since schemas may refer to themselves. */
export type Schema = {
  /** Empty if values of any type are valid, or if there are several forms. */
  readonly types: readonly TypeName[];
  readonly isNullable: boolean;
  /** All keywords. Those beside a reference override the ones behind it. */
  readonly node: JsonObject;
  /** Schemas of `anyOf` except `null`; empty if there is only one, which then is the schema itself. */
  readonly forms: readonly Schema[];
  readonly properties: ReadonlyMap<string, Schema>;
  readonly required: ReadonlySet<string>;
  readonly items: Schema | undefined;
  /** Schema of additional properties; `true` or `false` if all or none are allowed. */
  readonly additional: Schema | boolean;
};

/** Reads the schemas of a document. */
export type Schemas = {
  /** Returns a schema of `components`. */
  named(name: string): Schema;
  /** Returns such a schema; undefined if the document has none of this name. */
  find(name: string): Schema | undefined;
  /** Returns the schema at a JSON Pointer. */
  at(pointer: string): Schema;
  /** Returns the schema of a node of the document. */
  of(written: unknown): Schema;
};

/** Makes a reader of a document's schemas, which reads each once. */
export function readSchemas(document: JsonObject): Schemas {
  const known = new WeakMap<JsonObject, Schema>();
  function of(written: unknown): Schema {
    const before = isObject(written) ? known.get(written) : undefined;
    if (before) return before;
    const schema = new LazySchema(resolve(document, written), of);
    if (isObject(written)) known.set(written, schema);
    return schema;
  }
  const byPointer = new Map<string, Schema>();
  function at(pointer: string): Schema {
    const schema = byPointer.get(pointer) ?? of(objectAt(document, pointer));
    byPointer.set(pointer, schema);
    return schema;
  }
  const named = (name: string) => at(`#/components/schemas/${name}`);
  const isKnown = (name: string) => nodeAt(document, ['components', 'schemas', name]) !== undefined;
  return { of, at, named, find: (name) => (isKnown(name) ? named(name) : undefined) };
}

class LazySchema implements Schema {
  readonly types: readonly TypeName[];
  readonly isNullable: boolean;
  readonly node: JsonObject;
  readonly required: ReadonlySet<string>;
  readonly #formNodes: readonly JsonObject[];
  readonly #of: Schemas['of'];
  #properties: ReadonlyMap<string, Schema> | undefined;

  constructor({ node, forms, isNullable }: Resolved, of: Schemas['of']) {
    this.types = typesOf(node).filter(isTypeName);
    this.isNullable = isNullable;
    this.node = node;
    this.required = new Set(listOf(node['required']).map(String));
    this.#formNodes = forms;
    this.#of = of;
  }

  get forms(): readonly Schema[] {
    return this.#formNodes.map(this.#of);
  }

  get properties(): ReadonlyMap<string, Schema> {
    this.#properties ??= new Map(
      Object.entries(this.node['properties'] ?? {}).map(([name, property]) => [name, this.#of(property)]),
    );
    return this.#properties;
  }

  get items(): Schema | undefined {
    const { items } = this.node;
    return items === undefined ? undefined : this.#of(items);
  }

  get additional(): Schema | boolean {
    const { additionalProperties: additional = true } = this.node;
    return typeof additional === 'boolean' ? additional : this.#of(additional);
  }
}

type Resolved = { readonly node: JsonObject; readonly forms: readonly JsonObject[]; readonly isNullable: boolean };

/** Follows references, and merges the only form besides `null` into the schema. */
function resolve(document: JsonObject, written: unknown): Resolved {
  const node = followRefs(document, written);
  const branches = listOf(node['anyOf']).map((branch) => resolve(document, branch));
  const isNullable = branches.length === 0 ? allowsNull(node) : branches.some((branch) => branch.isNullable);
  const others = branches.filter((branch) => branch.node['type'] !== 'null');
  const [only] = others;
  if (only === undefined || others.length > 1) return { node, forms: others.map((other) => other.node), isNullable };
  const { anyOf: _, ...beside } = node;
  return { node: { ...only.node, ...beside }, forms: only.forms, isNullable };
}

function followRefs(document: JsonObject, written: unknown): JsonObject {
  if (!isObject(written))
    throw new Error(`Could not read the schema ${JSON.stringify(written)}: it is no object. Run \`npm run generate\`.`);
  const { $ref: reference, ...beside } = written;
  return typeof reference === 'string'
    ? { ...followRefs(document, objectAt(document, reference)), ...beside }
    : written;
}

function allowsNull(node: JsonObject): boolean {
  const [types, values] = [typesOf(node), listOf(node['enum'])];
  return (types.length === 0 || types.includes('null')) && (values.length === 0 || values.includes(null));
}

function typesOf({ type }: JsonObject): Json[] {
  return [type ?? []].flat();
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function isTypeName(type: Json): type is TypeName {
  return typeof type === 'string' && type !== 'null';
}
