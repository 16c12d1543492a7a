import fc from 'fast-check';
import type { Json, JsonObject } from '#openapi/document/json.ts';
import { objectAt } from '#openapi/document/refs.ts';
import { drawTime, type Named, namedValues } from './named-values.ts';

/** Context for drawing values. */
export type Drawing = Named & { document: JsonObject };

/** Draws a value that fits a schema, preferably with the account's IDs. */
export function drawValue(schema: JsonObject, drawing: Drawing, name = '', depth = 0): Json {
  const { dice } = drawing;
  const named = namedValues[name];
  if (named && dice.chance(0.95)) return named(drawing);
  const reference = schema['$ref'];
  if (typeof reference === 'string') return drawValue(objectAt(drawing.document, reference), drawing, name, depth);
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(schema['enum'])) return dice.pick(schema['enum']);
  const branches = schema['anyOf'] ?? schema['oneOf'];
  if (Array.isArray(branches)) return drawValue(asObject(dice.pick(branches)), drawing, name, depth);
  return drawOfType(dice.pick([schema['type'] ?? 'object'].flat()), schema, drawing, name, depth);
}

function drawOfType(type: Json, schema: JsonObject, drawing: Drawing, name: string, depth: number): Json {
  const { dice } = drawing;
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return dice.chance(0.5);
    case 'integer':
      return Math.round(drawNumber(schema, drawing));
    case 'number':
      return drawNumber(schema, drawing);
    case 'string':
      return drawText(schema, drawing);
    case 'array':
      return drawList(schema, drawing, name, depth);
    default:
      return drawObject(schema, drawing, depth);
  }
}

function drawNumber({ minimum, maximum, exclusiveMinimum }: JsonObject, { dice }: Drawing): number {
  const least = Number(minimum ?? exclusiveMinimum ?? 0);
  const most = Math.min(Number(maximum ?? 1_000_000), least + dice.pick([1, 3, 50, 1_000]));
  return least + dice.below(1_000) * ((most - least) / 1_000) + (exclusiveMinimum === undefined ? 0 : 0.001);
}

/** Sample texts by pattern, cached. */
const samples = new Map<string, readonly string[]>();

function drawText({ pattern, format, maxLength }: JsonObject, drawing: Drawing): string {
  const { dice, account } = drawing;
  if (typeof pattern === 'string') {
    const prefix = /^\^([a-z]+)_\[/.exec(pattern)?.[1];
    const known = prefix === undefined ? undefined : account.ids.get(prefix);
    if (known && dice.chance(0.9)) return dice.pick(known);
    const made = samples.get(pattern) ?? fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 50, seed: 1 });
    samples.set(pattern, made);
    return dice.pick(made);
  }
  if (format === 'date-time') return drawTime(drawing);
  if (format === 'email') return `sam.${dice.below(60)}@example.com`;
  return dice.pick(plainTexts).slice(0, Number(maxLength ?? 1_000));
}

const plainTexts = [
  'Sam Miller',
  'a',
  'pro',
  'Zoë Ångström',
  '東京都',
  'x'.repeat(200),
  'line\nline',
  '"quoted" \\ <b>&amp;',
  '💶',
  'null',
];

function drawList({ items, minItems, uniqueItems }: JsonObject, drawing: Drawing, name: string, depth: number): Json[] {
  const length = Number(minItems ?? 0) + drawing.dice.below(4);
  const list = Array.from({ length }, () => drawValue(asObject(items), drawing, name, depth + 1));
  const seen = new Map(list.map((item) => [JSON.stringify(item), item]));
  return uniqueItems === true ? [...seen.values()] : list;
}

function drawObject(schema: JsonObject, drawing: Drawing, depth: number): JsonObject {
  const { dice } = drawing;
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const fields = Object.entries(asObject(schema['properties']));
  const probability = dice.pick([0.1, 0.4, 0.9]) / (1 + depth / 4);
  const chosen = fields.filter(([name]) => required.includes(name) || dice.chance(probability));
  const kept = chosen.length === 0 && schema['minProperties'] ? [dice.pick(fields)] : chosen;
  const atMost = Number(schema['maxProperties'] ?? kept.length);
  const object = Object.fromEntries(
    kept.slice(0, atMost).map(([name, field]) => [name, drawValue(asObject(field), drawing, name, depth + 1)]),
  );
  const { additionalProperties: free } = schema;
  if (typeof free !== 'object' || free === null) return object;
  for (let left = dice.below(3); left > 0; left -= 1) {
    object[dice.pick(['plan', 'user id', 'ключ', 'constructor', ''])] = drawValue(
      asObject(free),
      drawing,
      '',
      depth + 1,
    );
  }
  return object;
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
