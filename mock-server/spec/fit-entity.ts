import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { importRules } from './import-rules.ts';
import type { Shape, Shapes } from './spec-shapes.ts';

/** An entity fitted to a schema, and the paths of dropped fields, such as `items.*.seller_id`. */
export type Fitted = { entity: Json; dropped: readonly string[] };

/**
 * Fits an entity of another year, or of another mix of behaviours, to a shape. Unknown fields are dropped. A required
 * field that is absent, or `null` although not nullable, gets the first available of: the result of its
 * `x-import-rule`, its `x-import-default`, its default, `null`, an empty list, an object of such fields. Without any
 * it is left as it is.
 *
 * An `x-import-default` may name fields in braces, which are those of the nearest enclosing object.
 *
 * @param within the object around the entity itself
 */
export function fitEntity(shapes: Shapes, shape: Shape, entity: Json, within: JsonObject = {}): Fitted {
  const dropped: string[] = [];
  return { entity: fitValue(shape, entity, { shapes, dropped, path: '', around: [within] }), dropped };
}

type Place = { shapes: Shapes; dropped: string[]; path: string; around: readonly JsonObject[] };

function fitValue(shape: Shape, value: Json, place: Place): Json {
  if (Array.isArray(value)) return shape.items ? fitItems(shape.items, value, place) : value;
  if (!isObject(value)) return value;
  if (shape.fields) return fitObject(shape, shape.fields, value, place);
  // An empty map: some mixes have `null` instead.
  return shape.importDefault === null && Object.keys(value).length === 0 ? null : value;
}

function fitItems(items: JsonObject, values: Json[], place: Place): Json {
  const shape = place.shapes.of(items);
  const inside = { ...place, path: `${place.path}*.` };
  const fitted = values.map((value) => fitValue(shape, value, inside));
  return fitted.some((value, index) => value !== values[index]) ? fitted : values;
}

/** Returns the same object if it fits; otherwise a new one, with its fields in the schema's order. */
function fitObject(shape: Shape, fields: NonNullable<Shape['fields']>, value: JsonObject, place: Place): Json {
  const fitted = new Map<string, Json>();
  for (const [name, { property, isRequired }] of fields) {
    const before = Object.hasOwn(value, name) ? value[name] : undefined;
    const inside = { ...place, path: `${place.path}${name}.`, around: [value, ...place.around] };
    const after = fitField(place.shapes.of(property), before, isRequired, inside);
    if (after !== undefined) fitted.set(name, after);
  }
  for (const [name, part] of Object.entries(value)) {
    if (fields.has(name)) continue;
    if (shape.isClosed) place.dropped.push(place.path + name);
    else fitted.set(name, part);
  }
  const isSame = fitted.size === Object.keys(value).length && [...fitted].every(([name, part]) => value[name] === part);
  return isSame ? value : Object.fromEntries(fitted);
}

function fitField(shape: Shape, before: Json | undefined, isRequired: boolean, place: Place): Json | undefined {
  if (before !== undefined && (before !== null || shape.isNullable)) return fitValue(shape, before, place);
  if (!isRequired) return undefined;
  const filled = fill(shape, place);
  return filled === undefined ? before : filled;
}

/** Returns a value for an absent field; undefined if the document gives none. */
function fill(shape: Shape, place: Place): Json | undefined {
  const rule = shape.importRule === undefined ? undefined : importRules[shape.importRule];
  const workedOut = rule?.((path) => textAround(place.around, path));
  if (workedOut !== undefined) return workedOut;
  const stated = shape.importDefault === undefined ? undefined : writeOut(shape.importDefault, place.around);
  if (stated !== undefined) return fitValue(shape, stated, place);
  if (shape.default !== undefined) return shape.default;
  if (shape.isNullable) return null;
  if (shape.isArray) return shape.mayBeEmpty ? [] : undefined;
  return shape.fields ? fillObject(shape, shape.fields, place) : undefined;
}

/** Returns an object with all fields filled in; undefined if one of them cannot be. */
function fillObject(shape: Shape, fields: NonNullable<Shape['fields']>, place: Place): Json | undefined {
  const filled = fitObject(shape, fields, {}, place);
  const isWhole = [...fields].every(([name, { isRequired }]) => !isRequired || (isObject(filled) && name in filled));
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
