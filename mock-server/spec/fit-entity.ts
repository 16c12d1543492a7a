import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { importRules } from './import-rules.ts';
import type { Shape, Shapes } from './spec-shapes.ts';

/** An entity as a schema has it, and the paths of the fields that the schema does not have, such as `items.*.seller_id`. */
export type Fitted = { entity: Json; keptOut: readonly string[] };

/**
 * Fits an entity of another year, or of another mix of behaviours, to a shape. Unknown fields are kept out. A required
 * field that is absent, or is `null` where it may not be, gets the first of these that there is: what its `x-import-rule`
 * works out, its `x-import-default`, its default, `null`, an empty list, an object of such fields. Without any it stays as
 * it is.
 *
 * Texts of an `x-import-default` may name fields in braces, which are those of the nearest object around it.
 *
 * @param within what is around the entity itself
 */
export function fitEntity(shapes: Shapes, shape: Shape, entity: Json, within: JsonObject = {}): Fitted {
  const keptOut: string[] = [];
  return { entity: fitValue(shape, entity, { shapes, keptOut, path: '', around: [within] }), keptOut };
}

type Place = { shapes: Shapes; keptOut: string[]; path: string; around: readonly JsonObject[] };

function fitValue(shape: Shape, value: Json, place: Place): Json {
  if (Array.isArray(value)) return shape.items ? fitItems(shape.items, value, place) : value;
  if (!isObject(value)) return value;
  if (shape.fields) return fitObject(shape, shape.fields, value, place);
  // Free keys, and none of them: some mixes have `null` in its place.
  return shape.importDefault === null && Object.keys(value).length === 0 ? null : value;
}

function fitItems(items: JsonObject, values: Json[], place: Place): Json {
  const shape = place.shapes.of(items);
  const inside = { ...place, path: `${place.path}*.` };
  const fitted = values.map((value) => fitValue(shape, value, inside));
  return fitted.some((value, index) => value !== values[index]) ? fitted : values;
}

/** The same object where it fits as it is; else a new one, with its fields in the schema's order. */
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
    if (shape.isClosed) place.keptOut.push(place.path + name);
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

/** A value for a field that is absent; undefined where the document tells of none. */
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

/** An object of nothing but what its fields are filled with; undefined where one of them cannot be. */
function fillObject(shape: Shape, fields: NonNullable<Shape['fields']>, place: Place): Json | undefined {
  const filled = fitObject(shape, fields, {}, place);
  const isWhole = [...fields].every(([name, { isRequired }]) => !isRequired || (isObject(filled) && name in filled));
  return isWhole ? filled : undefined;
}

/** The value with the fields that its texts name; undefined where one of them is nowhere around. */
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
