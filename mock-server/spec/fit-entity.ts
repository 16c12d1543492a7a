import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import type { Schema } from '#openapi/document/schema.ts';
import { importRules } from './import-rules.ts';

/** An entity fitted to a schema, and the paths of dropped fields, such as `items.*.seller_id`. */
export type Fitted = { entity: Json; dropped: readonly string[] };

/**
 * Fits an entity of another year, or of another mix of behaviours, to a schema. Unknown fields are dropped. A required
 * field that is absent, or `null` although not nullable, gets the first available of: the result of its
 * `x-import-rule`, its `x-import-default`, its default, `null`, an empty list, an object of such fields. Without any
 * it is left as it is.
 *
 * An `x-import-default` may name fields in braces, which are those of the nearest enclosing object.
 *
 * @param within the object around the entity itself
 */
export function fitEntity(schema: Schema, entity: Json, within: JsonObject = {}): Fitted {
  const dropped: string[] = [];
  return { entity: fitValue(schema, entity, { dropped, path: '', around: [within] }), dropped };
}

type Place = { dropped: string[]; path: string; around: readonly JsonObject[] };

function fitValue(schema: Schema, value: Json, place: Place): Json {
  if (Array.isArray(value)) return schema.items ? fitItems(schema.items, value, place) : value;
  if (!isObject(value)) return value;
  if (schema.properties.size > 0) return fitObject(schema, value, place);
  // An empty map: some mixes have `null` instead.
  return schema.node['x-import-default'] === null && Object.keys(value).length === 0 ? null : value;
}

function fitItems(items: Schema, values: Json[], place: Place): Json {
  const inside = { ...place, path: `${place.path}*.` };
  const fitted = values.map((value) => fitValue(items, value, inside));
  return fitted.some((value, index) => value !== values[index]) ? fitted : values;
}

/** Returns the same object if it fits; otherwise a new one, with its fields in the schema's order. */
function fitObject({ properties, required, additional }: Schema, value: JsonObject, place: Place): Json {
  const fitted = new Map<string, Json>();
  for (const [name, property] of properties) {
    const before = Object.hasOwn(value, name) ? value[name] : undefined;
    const inside = { ...place, path: `${place.path}${name}.`, around: [value, ...place.around] };
    const after = fitField(property, before, required.has(name), inside);
    if (after !== undefined) fitted.set(name, after);
  }
  for (const [name, part] of Object.entries(value)) {
    if (properties.has(name)) continue;
    if (additional === false) place.dropped.push(place.path + name);
    else fitted.set(name, part);
  }
  const isSame = fitted.size === Object.keys(value).length && [...fitted].every(([name, part]) => value[name] === part);
  return isSame ? value : Object.fromEntries(fitted);
}

function fitField(schema: Schema, before: Json | undefined, isRequired: boolean, place: Place): Json | undefined {
  if (before !== undefined && (before !== null || schema.isNullable)) return fitValue(schema, before, place);
  if (!isRequired) return undefined;
  const filled = fill(schema, place);
  return filled === undefined ? before : filled;
}

/** Returns a value for an absent field; undefined if the document gives none. */
function fill(schema: Schema, place: Place): Json | undefined {
  const { 'x-import-rule': ruleName, 'x-import-default': importDefault, default: usual, minItems } = schema.node;
  const rule = typeof ruleName === 'string' ? importRules[ruleName] : undefined;
  const workedOut = rule?.((path) => textAround(place.around, path));
  if (workedOut !== undefined) return workedOut;
  const stated = importDefault === undefined ? undefined : writeOut(importDefault, place.around);
  if (stated !== undefined) return fitValue(schema, stated, place);
  if (usual !== undefined) return usual;
  if (schema.isNullable) return null;
  if (schema.types.includes('array')) return minItems ? undefined : [];
  return schema.properties.size > 0 ? fillObject(schema, place) : undefined;
}

/** Returns an object with all fields filled in; undefined if one of them cannot be. */
function fillObject(schema: Schema, place: Place): Json | undefined {
  const filled = fitObject(schema, {}, place);
  const isWhole = [...schema.required].every((name) => isObject(filled) && name in filled);
  return isWhole ? filled : undefined;
}

/** Replaces field names in braces by their values; undefined if one is not found. */
function writeOut(stated: Json, around: readonly JsonObject[]): Json | undefined {
  if (typeof stated === 'string') return writeText(stated, around);
  if (!isObject(stated)) return stated;
  const parts = Object.entries(stated).flatMap(([name, part]) => {
    const written = writeOut(part, around);
    return written === undefined ? [] : [[name, written] as const];
  });
  return parts.length === Object.keys(stated).length ? Object.fromEntries(parts) : undefined;
}

function writeText(text: string, around: readonly JsonObject[]): string | undefined {
  let isWhole = true;
  const written = text.replaceAll(/\{([\w.]+)\}/g, (_, path: string) => {
    const found = textAround(around, path);
    isWhole &&= found !== undefined;
    return found ?? '';
  });
  return isWhole ? written : undefined;
}

function textAround(around: readonly JsonObject[], path: string): string | undefined {
  return around.map((object) => valueAt(object, path)).find((value) => typeof value === 'string');
}

function valueAt(object: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = object;
  for (const name of path.split('.')) value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}
