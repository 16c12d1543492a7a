import { isObject, type Json, type JsonObject } from '#openapi/document/json.ts';
import { canReachMaxItems } from '../keywords.ts';
import type { Probe } from '../probe.ts';
import type { Field } from './fields.ts';

/** A required case of a field, and the probes that cover it. */
type Need = { readonly text: string; readonly isTriedBy: (value: Json | undefined, probe: Probe) => boolean };

/** Lists required cases that no probe covers, such as `name: null`. */
export function missingCases(fields: readonly Field[], probes: readonly Probe[]): string[] {
  return fields.flatMap((field) => {
    const name = field.place.join('.') || '(root)';
    const [parent, own] = [field.place.slice(0, -1).join('.') || '(root)', field.place.at(-1)];
    const leavesOut = probes.filter(({ text }) => text === `${parent}: without ${own}`);
    const about = probes
      .filter(({ text }) => text.startsWith(`${name}: `))
      .map((probe) => ({ probe, value: at(probe.value, field.place) }));
    const needs = needsOf(field.schema).filter(
      ({ isTriedBy }) => !about.some(({ probe, value }) => isTriedBy(value, probe)),
    );
    const isNeverLeftOut = field.isNamed && !leavesOut.some(({ value }) => at(value, field.place) === undefined);
    return [...(isNeverLeftOut ? ['absent'] : []), ...needs.map(({ text }) => text)].map((text) => `${name}: ${text}`);
  });
}

const jsonTypes = ['null', 'string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
type JsonType = (typeof jsonTypes)[number];

const acceptedValue: Need = {
  text: 'a value',
  isTriedBy: (value, { refusedAt }) => value !== undefined && value !== null && refusedAt === null,
};

function needsOf(schema: JsonObject): Need[] {
  const types = [schema['type'] ?? []].flat().map(String);
  return [
    { text: 'null', isTriedBy: (value) => value === null },
    { text: '{}', isTriedBy: (value) => isObject(value) && Object.keys(value).length === 0 },
    ...(types.join() === 'null' ? [] : [acceptedValue]),
    ...jsonTypes
      .filter((type) => !types.includes(type))
      .map((type) => ({ text: `of type ${type}`, isTriedBy: (value: Json | undefined) => isOf(type, value) })),
    ...(types.includes('string') ? textNeeds(schema) : []),
    ...limits.flatMap(([keyword, sizeOf]) => (isReachable(schema, keyword) ? limitNeeds(schema, keyword, sizeOf) : [])),
    ...(schema['uniqueItems'] === true ? [{ text: 'an entry twice', isTriedBy: hasTwice }] : []),
    ...(types.includes('object') ? objectNeeds(schema) : []),
  ];
}

function textNeeds({ enum: values }: JsonObject): Need[] {
  const listed = Array.isArray(values) ? values : [];
  return [
    { text: 'unicode', isTriedBy: (value) => typeof value === 'string' && /[^\0-\x7f]/.test(value) },
    { text: 'very long', isTriedBy: (value) => typeof value === 'string' && value.length >= 100_000 },
    ...listed.map((one) => ({ text: `${one}`, isTriedBy: (value: Json | undefined) => value === one })),
    ...(listed.length === 0
      ? []
      : [
          {
            text: 'outside of the enum',
            isTriedBy: (value: Json | undefined, { kind }: Probe) =>
              kind === 'enums' && !listed.includes(value ?? null),
          },
        ]),
  ];
}

type SizeOf = (value: Json | undefined) => number | null;
const limits: readonly (readonly [string, SizeOf])[] = [
  ...['minLength', 'maxLength'].map(
    (keyword) => [keyword, (value) => (typeof value === 'string' ? [...value].length : null)] as [string, SizeOf],
  ),
  ...['minimum', 'maximum'].map(
    (keyword) => [keyword, (value) => (typeof value === 'number' ? value : null)] as [string, SizeOf],
  ),
  ...['minItems', 'maxItems'].map(
    (keyword) => [keyword, (value) => (Array.isArray(value) ? value.length : null)] as [string, SizeOf],
  ),
  ...['minProperties', 'maxProperties'].map(
    (keyword) => [keyword, (value) => (isObject(value) ? Object.keys(value).length : null)] as [string, SizeOf],
  ),
];

function isReachable(schema: JsonObject, keyword: string): boolean {
  return keyword !== 'maxItems' || !isObject(schema['items']) || canReachMaxItems(schema, schema['items']);
}

function limitNeeds(schema: JsonObject, keyword: string, sizeOf: SizeOf): Need[] {
  const limit = schema[keyword];
  if (typeof limit !== 'number') return [];
  return [limit - 1, limit, limit + 1]
    .filter((size) => size >= 0 || keyword === 'minimum')
    .map((size) => ({ text: `${keyword} ${limit}, with ${size}`, isTriedBy: (value) => sizeOf(value) === size }));
}

function objectNeeds({ properties, additionalProperties = true }: JsonObject): Need[] {
  const known = Object.keys(isObject(properties) ? properties : {});
  const isFurther = (value: Json | undefined) =>
    isObject(value) && Object.keys(value).some((name) => !known.includes(name));
  if (additionalProperties === false || known.length > 0) return [{ text: 'an unknown field', isTriedBy: isFurther }];
  if (additionalProperties !== true) return [];
  const further = (isWanted: (value: Json) => boolean) => (value: Json | undefined) =>
    isObject(value) && Object.values(value).some(isWanted);
  return [
    ...jsonTypes.map((type) => ({ text: `a key of type ${type}`, isTriedBy: further((value) => isOf(type, value)) })),
    ...textNeeds({}).map(({ text, isTriedBy }) => ({
      text: `a key that is ${text}`,
      isTriedBy: (value: Json | undefined, probe: Probe) => further((one) => isTriedBy(one, probe))(value),
    })),
  ];
}

function hasTwice(value: Json | undefined): boolean {
  return Array.isArray(value) && new Set(value.map((one) => JSON.stringify(one))).size < value.length;
}

function isOf(type: JsonType, value: Json | undefined): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return typeof value === 'number' && !Number.isInteger(value);
  return typeof value === type;
}

function at(value: Json | undefined, place: readonly string[]): Json | undefined {
  return place.reduce<Json | undefined>(
    (node, name) => (Array.isArray(node) ? node[Number(name)] : isObject(node) ? node[name] : undefined),
    value,
  );
}
