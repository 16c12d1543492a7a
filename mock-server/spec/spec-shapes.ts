import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';

/** Constraints of a document on a value, with references followed. */
export type Shape = {
  isNullable: boolean;
  isArray: boolean;
  isText: boolean;
  /** Fields by name; undefined for other types than objects, and for maps. */
  fields: ReadonlyMap<string, Field> | undefined;
  /** True if other fields are not allowed. */
  isClosed: boolean;
  /** The schema of each item of a list. */
  items: JsonObject | undefined;
  /** True if a list may be empty. */
  mayBeEmpty: boolean;
  pattern: string | undefined;
  format: string | undefined;
  /** Default of an import, or else of the document, for an absent field. */
  importDefault: Json | undefined;
  /** Name of the import's rule for an absent field. */
  importRule: string | undefined;
  default: Json | undefined;
  example: JsonObject | undefined;
};

export type Field = { property: JsonObject; isRequired: boolean };

/** Reads the shapes of a document. */
export type Shapes = {
  /** Returns the shape of a schema of `components`. */
  named(name: string): Shape;
  /** Returns the shape of a subschema. */
  of(property: JsonObject): Shape;
};

/** Makes a reader of a document's shapes, which caches each. */
export function shapesOf(document: JsonObject): Shapes {
  const schemas = asObject(asObject(document['components'])['schemas']);
  const known = new WeakMap<JsonObject, Shape>();
  const named = (name: string) => asObject(schemas[name]);

  function resolve(property: JsonObject): JsonObject {
    const reference = property['$ref'];
    if (typeof reference === 'string') return resolve(named(reference.slice(reference.lastIndexOf('/') + 1)));
    const branch = branchesOf(property).find(({ type }) => type !== 'null');
    return branch ? resolve(branch) : property;
  }

  function isNullable(property: JsonObject): boolean {
    const branches = branchesOf(property);
    if (branches.length > 0) return branches.some(isNullable);
    const { type } = resolve(property);
    return type === 'null' || asArray(type).includes('null');
  }

  function of(property: JsonObject): Shape {
    const shape = known.get(property) ?? read(property, resolve(property), isNullable(property));
    known.set(property, shape);
    return shape;
  }

  return { of, named: (name) => of(named(name)) };
}

/** A keyword beside a reference overrides the one behind it. */
function read(property: JsonObject, schema: JsonObject, isNullable: boolean): Shape {
  return {
    isNullable,
    isArray: schema['type'] === 'array',
    isText: schema['type'] === 'string' || asArray(schema['type']).includes('string'),
    fields: fieldsOf(schema),
    isClosed: schema['additionalProperties'] === false,
    items: isObject(schema['items']) ? schema['items'] : undefined,
    mayBeEmpty: !schema['minItems'],
    pattern: asText(schema['pattern']),
    format: asText(schema['format']),
    importDefault: property['x-import-default'] ?? schema['x-import-default'],
    importRule: asText(property['x-import-rule'] ?? schema['x-import-rule']),
    default: property['default'] ?? schema['default'],
    example: isObject(schema['example']) ? schema['example'] : undefined,
  };
}

function fieldsOf(schema: JsonObject): ReadonlyMap<string, Field> | undefined {
  if (!isObject(schema['properties'])) return undefined;
  const required = new Set(asArray(schema['required']));
  const fields = Object.entries(schema['properties']);
  return new Map(
    fields.map(([name, property]) => [name, { property: asObject(property), isRequired: required.has(name) }]),
  );
}

function branchesOf(property: JsonObject): JsonObject[] {
  return asArray(property['anyOf']).map(asObject);
}

function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function asArray(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function asText(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
