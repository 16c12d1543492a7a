import type { Ajv2020, AnySchemaObject, ErrorObject } from 'ajv/dist/2020.js';
import type { Json, JsonObject } from '#openapi/document/json.ts';

/** A keyword's check, given the keyword's value, the data, and the schema around it. */
type Check<Wanted, Sent> = {
  (wanted: Wanted, sent: Sent, parentSchema?: AnySchemaObject): boolean;
  errors?: Partial<ErrorObject>[];
};

/** Limit of undeclared fields per object. A response lists no more errors. */
const undeclaredAtMost = 100;

/**
 * Rewrites the schemas of a document so that validation time is bounded by the length of a body. ajv alone collects
 * every error in the entries of an overlong array, and in any number of fields.
 */
export function boundSchemas(document: JsonObject): JsonObject {
  const node = Object.fromEntries(Object.entries(document).map(([key, child]) => [key, boundNode(child)]));
  return boundMap(boundArray(closeObject(node)));
}

function boundNode(node: Json): Json {
  if (Array.isArray(node)) return node.map(boundNode);
  return typeof node === 'object' && node !== null ? boundSchemas(node) : node;
}

/** Validates the entries of an array only if there are not too many. */
function boundArray(schema: JsonObject): JsonObject {
  const { items, uniqueItems, ...rest } = schema;
  const { maxItems } = schema;
  if (typeof maxItems !== 'number') return schema;
  const ofItems = { ...(items !== undefined && { items }), ...(uniqueItems !== undefined && { uniqueItems }) };
  return withCondition(rest, { maxItems }, ofItems);
}

/** Validates the values of a map only if there are not too many. */
function boundMap(schema: JsonObject): JsonObject {
  const { additionalProperties, ...rest } = schema;
  const { maxProperties } = schema;
  if (typeof maxProperties !== 'number' || additionalProperties === undefined) return schema;
  return withCondition(rest, { maxProperties }, { additionalProperties });
}

function withCondition(schema: JsonObject, condition: JsonObject, consequence: JsonObject): JsonObject {
  const allOf = Array.isArray(schema['allOf']) ? schema['allOf'] : [];
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema names it like this, and nobody awaits a schema.
  return { ...schema, allOf: [...allOf, { if: condition, then: consequence }] };
}

/** Finds undeclared fields with a keyword of our own. */
function closeObject(schema: JsonObject): JsonObject {
  const { additionalProperties, ...rest } = schema;
  return additionalProperties === false ? { ...rest, onlyDeclared: true } : schema;
}

/** Adds the keywords of bounded schemas. They report the errors of the ajv keywords that they replace. */
export function addBoundedKeywords(ajv: Ajv2020): void {
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', errors: true, validate: isUnique });
  const place = { type: 'object', before: 'properties' } as const;
  ajv.addKeyword({ keyword: 'onlyDeclared', ...place, errors: true, validate: hasOnlyDeclared });
}

const isUnique: Check<boolean, readonly unknown[]> = (wanted, items) => {
  const twins = wanted ? lastTwins(items) : undefined;
  isUnique.errors = twins ? [{ keyword: 'uniqueItems', params: twins }] : [];
  return !twins;
};

/** Returns the last entry that equals an earlier one, with that one; undefined if all are different. */
function lastTwins(items: readonly unknown[]): { i: number; j: number } | undefined {
  const places = new Map<string, number>();
  let twins: { i: number; j: number } | undefined;
  for (const [i, item] of items.entries()) {
    const text = canonicalJson(item);
    const j = places.get(text);
    if (j !== undefined) twins = { i, j };
    places.set(text, i);
  }
  return twins;
}

const hasOnlyDeclared: Check<true, object> = (_wanted, fields, parentSchema) => {
  const declared: object = parentSchema?.['properties'] ?? {};
  const undeclared: string[] = [];
  for (const name in fields) {
    if (Object.hasOwn(declared, name)) continue;
    undeclared.push(name);
    if (undeclared.length === undeclaredAtMost) break;
  }
  if (undeclared.length === 0) return true;
  const keyword = 'additionalProperties';
  const around = parentSchema ? { parentSchema } : {};
  hasOnlyDeclared.errors = undeclared.map((name) => ({ keyword, params: { additionalProperty: name }, ...around }));
  return false;
};

/** Prints JSON with sorted keys, so that equal values have equal texts. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`).join()}}`;
}
