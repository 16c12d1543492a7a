import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { objectAt } from '#openapi/document/refs.ts';

/** The types that JSON Schema has, but for `null`. */
export type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** A schema of the document with its references followed, as far as bodies and parameters use schemas. */
export type Schema = {
  /** Empty where any value will do. */
  readonly types: readonly TypeName[];
  readonly isNullable: boolean;
  readonly node: JsonObject;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly items: Schema | null;
  /** Where any of several schemas will do. */
  readonly forms: readonly Schema[];
  /** The schema of further properties, or whether there may be any. */
  readonly additional: Schema | boolean;
};

/** Reads a schema of the document. */
export function readSchema(document: JsonObject, json: unknown): Schema {
  if (!isObject(json)) throw new Error('Could not read a schema: there is none. Generate the document again.');
  const { $ref: reference } = json;
  if (typeof reference === 'string') return readSchema(document, objectAt(document, reference));
  const { type, properties, items, required, anyOf, additionalProperties: additional = true } = json;
  const types = [type ?? []].flat();
  return {
    types: types.filter(isTypeName),
    isNullable: types.includes('null') || type === undefined,
    node: json,
    properties: isObject(properties)
      ? Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, readSchema(document, part)]))
      : {},
    required: Array.isArray(required) ? required.map(String) : [],
    forms: Array.isArray(anyOf) ? anyOf.map((form) => readSchema(document, form)) : [],
    items: items === undefined ? null : readSchema(document, items),
    additional: typeof additional === 'boolean' ? additional : readSchema(document, additional),
  };
}

/** A number that a schema has, such as `maxLength`, or `null`. */
export function numberOf({ node }: Schema, keyword: string): number | null {
  const value = node[keyword];
  return typeof value === 'number' ? value : null;
}

/** A text that a schema has, such as `pattern`, or `null`. */
export function wordOf({ node }: Schema, keyword: string): string | null {
  const value = node[keyword];
  return typeof value === 'string' ? value : null;
}

/** The values that a schema lists, or none where it lists none. */
export function valuesOf({ node }: Schema): string[] {
  return Array.isArray(node['enum']) ? node['enum'].map(String) : [];
}

/** Whether a list can be as long as its limit: one of different values of an enum cannot be longer than the enum. */
export function canReachMaxItems({ maxItems, uniqueItems }: JsonObject, items: JsonObject): boolean {
  return uniqueItems !== true || !Array.isArray(items['enum']) || Number(maxItems) <= items['enum'].length;
}

function isTypeName(type: Json): type is TypeName {
  return typeof type === 'string' && type !== 'null';
}
