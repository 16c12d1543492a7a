import type { Json } from '#openapi/document/json.ts';
import type { Schema, TypeName } from '#openapi/document/schema.ts';
import type { Examples } from './examples.ts';
import { isFreeText, numberOf, valuesOf, wordOf } from './keywords.ts';
import { type Place, type Probe, prober } from './probe.ts';

const oneOfEachType: Readonly<Record<TypeName, Json>> = {
  string: 'text',
  integer: 7,
  number: 1.5,
  boolean: true,
  array: [],
  object: {},
};

/** Probes with `null` and a value of every type. */
export function typeProbes(schema: Schema, place: Place, examples: Examples): Probe[] {
  const { accept, refuse } = prober(place);
  const { types, isNullable } = schema;
  if (schema.node['type'] === 'null') {
    const values = Object.entries(oneOfEachType).map(([type, value]) => refuse('types', type, value));
    return [accept('presence', 'null', null), ...values];
  }
  if (schema.forms.length > 0) return formProbes(schema, place, examples);
  if (types.length === 0) return Object.entries(oneOfEachType).map(([type, value]) => accept('types', type, value));
  const others = Object.entries(oneOfEachType).filter(([type]) => !types.some((known) => known === type));
  return [
    isNullable ? accept('presence', 'null', null) : refuse('presence', 'null', null),
    accept('presence', 'a value', examples.of(schema)),
    ...others.map(([type, value]) => refuse(type === 'object' ? 'presence' : 'types', type, value)),
  ];
}

/** Probes with `null` and a value of every type, where a value may have one of several forms. */
function formProbes({ forms, isNullable }: Schema, place: Place, examples: Examples): Probe[] {
  const { accept, refuse } = prober(place);
  const formOf = (type: string) =>
    forms.find(({ types }) => types.some((one) => one === type || (one === 'number' && type === 'integer')));
  return [
    isNullable ? accept('presence', 'null', null) : refuse('presence', 'null', null),
    ...Object.entries(oneOfEachType).map(([type, value]) => {
      const form = formOf(type);
      if (form) return accept('types', type, type === 'array' || type === 'object' ? examples.of(form) : value);
      return refuse(type === 'object' ? 'presence' : 'types', type, value);
    }),
  ];
}

/** Probes with every value of an enum, and some others. */
export function enumProbes(schema: Schema, place: Place): Probe[] {
  const { accept, refuse } = prober(place);
  const values = valuesOf(schema);
  const [first] = values;
  if (first === undefined) return [];
  const swapped = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
  const outside = ['', 'no_such_value', swapped, ` ${first}`, '山田太郎'].filter((value) => !values.includes(value));
  return [
    ...values.map((value) => accept('enums', value, value)),
    ...outside.map((value) => refuse('enums', JSON.stringify(value), value)),
  ];
}

/** Probes with lengths of texts and sizes of numbers around their limits. */
export function limitProbes(schema: Schema, place: Place, examples: Examples): Probe[] {
  return [
    ...lengthProbes(schema, place, examples),
    ...aroundLimits(schema, place, 'minimum', 'maximum', (value) => value, String),
  ];
}

function lengthProbes(schema: Schema, place: Place, examples: Examples): Probe[] {
  const inWords = (length: number) => `${length} characters`;
  const isFree = isFreeText(schema);
  const text = (length: number) => examples.textOfLength(schema, length);
  // Limits count characters, not units of UTF-16 or UTF-8.
  const wide = isFree
    ? aroundLimits(
        schema,
        place,
        null,
        'maxLength',
        (length) => '💶'.repeat(length),
        (length) => `${length} emoji`,
      )
    : [];
  return [
    ...aroundLimits(schema, place, isFree ? 'minLength' : null, 'maxLength', text, inWords),
    ...(isFree ? [] : shortProbes(schema, place)),
    ...wide,
    ...longProbes(schema, place),
  ];
}

/** Probes with lengths around the minimum, and with texts too short for the format. */
function shortProbes(schema: Schema, place: Place): Probe[] {
  const { refuse } = prober(place);
  const shortest = numberOf(schema, 'minLength');
  if (shortest === null) return [];
  return [shortest - 1, shortest, shortest + 1].map((length) =>
    refuse('limits', `${length} characters without the form`, 'x'.repeat(length)),
  );
}

/** Text far beyond realistic lengths, but well below the largest body. */
export const veryLongText = 'x'.repeat(100_000);

function longProbes(schema: Schema, place: Place): Probe[] {
  if (!schema.types.includes('string')) return [];
  const { accept, refuse } = prober(place);
  const isAccepted = isFreeText(schema) && valuesOf(schema).length === 0 && numberOf(schema, 'maxLength') === null;
  return [(isAccepted ? accept : refuse)('limits', 'very long', veryLongText)];
}

/** Probes with values below, at and above the minimum and the maximum. */
export function aroundLimits(
  schema: Schema,
  place: Place,
  least: string | null,
  greatest: string | null,
  make: (size: number) => Json,
  inWords: (size: number) => string,
): Probe[] {
  const { accept, refuse } = prober(place);
  const lower = least === null ? null : numberOf(schema, least);
  const upper = greatest === null ? null : numberOf(schema, greatest);
  const sizes = [lower, upper].flatMap((limit) => (limit === null ? [] : [limit - 1, limit, limit + 1]));
  const isInside = (size: number) => size >= (lower ?? size) && size <= (upper ?? size);
  return [...new Set(sizes)].map((size) =>
    isInside(size) ? accept('limits', inWords(size), make(size)) : refuse('limits', inWords(size), make(size)),
  );
}

const scripts = [
  'Zoë Ångström',
  'Ødegård & Søn',
  '山田太郎',
  'مرحبا بالعالم',
  'שלום',
  'นายสมชาย',
  '👩‍👩‍👧‍👦 🏳️‍🌈',
  'e\u0301 is not \u00e9',
  'zero\u200bwidth',
  'a\nb\tc\r\n',
  '"quoted" \\ and \'quoted\'',
  "'); DROP TABLE customers; --",
  '<script>alert(1)</script>',
  ' space at both ends ',
  '\u202eright to left',
  '%00%2F../..',
];

/** Probes with texts in many scripts if any text is valid, else with texts that violate the format. */
export function textProbes(schema: Schema, place: Place): Probe[] {
  const { accept, refuse } = prober(place);
  if (!schema.types.includes('string') || valuesOf(schema).length > 0) return [];
  if (isFreeText(schema)) return scripts.map((text) => accept('text', JSON.stringify(text), text));
  const pattern = wordOf(schema, 'pattern');
  const hasForm = (text: string) => pattern !== null && new RegExp(pattern, 'u').test(text);
  return ['', 'no such form', '@', '山田太郎', '_'].map((text) =>
    hasForm(text) ? accept('text', JSON.stringify(text), text) : refuse('text', JSON.stringify(text), text),
  );
}
