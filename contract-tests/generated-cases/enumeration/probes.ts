import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import type { Schema } from '#openapi/document/schema.ts';
import type { Examples } from './examples.ts';
import { alternativesOf, canReachMaxItems, numberOf } from './keywords.ts';
import { type Place, type Probe, prober } from './probe.ts';
import { aroundLimits, enumProbes, limitProbes, textProbes, typeProbes, veryLongText } from './scalar-probes.ts';

/**
 * Generates the probes of a place in a body and of all places below it, in a fixed order.
 *
 * @param makeBase Creates a valid value for the place. In an object, it supplies all fields but the one that is tried.
 */
export function probesOf(
  schema: Schema,
  place: Place,
  examples: Examples,
  makeBase = () => examples.of(schema),
): Probe[] {
  return [
    ...typeProbes(schema, place, examples).filter((probe) => !isObjectItself(schema, probe)),
    ...enumProbes(schema, place),
    ...limitProbes(schema, place, examples),
    ...textProbes(schema, place),
    ...(schema.types.includes('object') ? objectProbes(schema, place, examples, () => objectIn(makeBase())) : []),
    ...(schema.types.includes('array') && schema.items ? listProbes(schema, schema.items, place, examples) : []),
  ];
}

/** True for a probe that the probes of the object's fields make redundant. */
function isObjectItself({ types }: Schema, { value }: Probe): boolean {
  return types.includes('object') && isObject(value);
}

function objectProbes(schema: Schema, place: Place, examples: Examples, makeBase: () => JsonObject): Probe[] {
  const { accept, refuse } = prober(place);
  const first = makeBase();
  // One base serves all probes, unless it has an email address, which is new in each.
  const base = JSON.stringify(first).includes('@') ? makeBase : () => first;
  const { properties, required, additional } = schema;
  const [missing] = [...required];
  const empty =
    missing === undefined && alternativesOf(schema).length === 0
      ? accept('presence', '{}', {})
      : refuse('presence', '{}', {});
  const fields = [...properties].flatMap(([name, property]) => [
    required.has(name) || isNeeded(schema, name, base())
      ? refuse('presence', `without ${name}`, without(base(), name))
      : accept('presence', `without ${name}`, without(base(), name)),
    ...probesOf(property, [...place, name], examples).map((probe) => inside(base(), name, probe)),
  ]);
  // Other probes accept such an object without a field.
  const isWhole = properties.size > 0 && [...properties.keys()].every((name) => required.has(name));
  const whole = isWhole ? [accept('presence', 'a value', examples.of(schema))] : [];
  const isOpen = additional === true && properties.size > 0;
  const further = isOpen
    ? [accept('unknown fields', `with ${undescribedField}`, { ...base(), [undescribedField]: 'x' })]
    : furtherProbes(schema, place, examples, base);
  return [empty, ...whole, ...fields, ...further, ...sizeProbes(schema, place)];
}

/** True for the only field of a group, of which an object needs one. */
function isNeeded(schema: Schema, name: string, base: JsonObject): boolean {
  return alternativesOf(schema).some(
    (names) => names.includes(name) && !names.some((one) => one !== name && one in base),
  );
}

/** Name of an unknown field. */
export const undescribedField = 'nickname';

function furtherProbes(
  { additional, properties }: Schema,
  place: Place,
  examples: Examples,
  base: () => JsonObject,
): Probe[] {
  const { accept, refuse } = prober(place);
  if (additional === false) {
    const names = [undescribedField, 'Id', 'created_at', 'customer', '', 'x'.repeat(300)];
    const unknown = names.filter((name) => !properties.has(name));
    return unknown.map((name) => refuse('unknown fields', `with ${name.slice(0, 20)}`, { ...base(), [name]: 'x' }));
  }
  if (additional === true) {
    const values: Json[] = ['x', 1.5, -1, true, null, [], [1, 'x', null], {}, { deep: { deeper: ['x'] } }];
    return [
      ...values.map((value) => accept('types', `a key with ${JSON.stringify(value)}`, { key: value })),
      accept('text', 'a key with "山田太郎"', { key: '山田太郎' }),
      accept('limits', 'a key with a very long text', { key: veryLongText }),
    ];
  }
  return probesOf(additional, [...place, 'key'], examples).map((probe) => inside({}, 'key', probe));
}

function sizeProbes(schema: Schema, place: Place): Probe[] {
  const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, nth) => [`key_${nth}`, 'x']));
  return aroundLimits(schema, place, 'minProperties', 'maxProperties', keys, (count) => `${count} keys`);
}

function listProbes(schema: Schema, items: Schema, place: Place, examples: Examples): Probe[] {
  const { accept, refuse } = prober(place);
  const many = (length: number) => distinct(items, length, examples);
  const twice = examples.of(items);
  const greatest = canReachMaxItems(schema.node, items.node) ? 'maxItems' : null;
  return [
    ...(numberOf(schema, 'minItems') === null ? [accept('presence', 'an empty list', [])] : []),
    ...aroundLimits(schema, place, 'minItems', greatest, many, (length) => `${length} entries`),
    ...(schema.node['uniqueItems'] === true ? [refuse('limits', 'an entry twice', [twice, twice])] : []),
    ...probesOf(items, [...place, '0'], examples).map((probe) => ({ ...probe, value: [probe.value ?? null] })),
  ];
}

/** Creates list entries, distinct as far as an enum allows. */
function distinct(items: Schema, length: number, examples: Examples): Json[] {
  if (items.properties.size > 0) return Array.from({ length }, () => examples.of(items));
  const first = examples.of(items);
  const values = Array.isArray(items.node['enum']) ? items.node['enum'] : idsLike(String(first), length);
  return Array.from({ length }, (_, nth) => values[nth % values.length] ?? null);
}

function idsLike(id: string, length: number): string[] {
  return Array.from({ length }, (_, nth) => id.replace(/.{3}$/, String(nth).padStart(3, '0')));
}

function objectIn(json: Json): JsonObject {
  return isObject(json) ? json : {};
}

function inside(base: JsonObject, name: string, { value, ...probe }: Probe): Probe {
  return { ...probe, value: value === undefined ? without(base, name) : { ...base, [name]: value } };
}

function without(base: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(base).filter(([other]) => other !== name));
}
