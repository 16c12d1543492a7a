import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { objectAt } from '#openapi/document/refs.ts';

/** Types of JSON Schema except `null`. */
export type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** A schema with references resolved, limited to keywords that bodies and parameters use. */
export type Schema = {
  /** Empty if any value is valid. */
  readonly types: readonly TypeName[];
  readonly isNullable: boolean;
  readonly node: JsonObject;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly items: Schema | null;
  /** Schemas of `anyOf`. */
  readonly forms: readonly Schema[];
  /** Schema of additional properties; `true` or `false` if all or none are allowed. */
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

/** Returns a numeric keyword, such as `maxLength`, or `null`. */
export function numberOf({ node }: Schema, keyword: string): number | null {
  const value = node[keyword];
  return typeof value === 'number' ? value : null;
}

/** Returns a text keyword, such as `pattern`, or `null`. */
export function wordOf({ node }: Schema, keyword: string): string | null {
  const value = node[keyword];
  return typeof value === 'string' ? value : null;
}

/** True if the schema accepts any text that has a letter. */
export function isFreeText(schema: Schema): boolean {
  return wordOf(schema, 'format') === null && new RegExp(wordOf(schema, 'pattern') ?? '', 'u').test('x');
}

/** Returns the values of the enum; empty without one. */
export function valuesOf({ node }: Schema): string[] {
  return Array.isArray(node['enum']) ? node['enum'].map(String) : [];
}

/** Tests whether a list can have `maxItems` entries: unique entries cannot be more than the values of an enum. */
export function canReachMaxItems({ maxItems, uniqueItems }: JsonObject, items: JsonObject): boolean {
  return uniqueItems !== true || !Array.isArray(items['enum']) || Number(maxItems) <= items['enum'].length;
}

function isTypeName(type: Json): type is TypeName {
  return typeof type === 'string' && type !== 'null';
}
