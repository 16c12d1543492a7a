import { readSchemas, type Schema } from '#openapi/document/schema.ts';
import type { Contract, Operation } from '../../contract/document.ts';
import { numberOf, valuesOf, wordOf } from './keywords.ts';
import type { ProbeKind } from './probe.ts';

/** A test value for a path or query parameter, and its expected result. */
export type ParameterCase = {
  readonly kind: ProbeKind;
  /** Parameter and value in words. */
  readonly text: string;
  readonly place: 'path' | 'query';
  readonly name: string;
  readonly value: string;
  /** True if the document allows the value. An unknown ID can still be not found. */
  readonly isValid: boolean;
};

/** Generates valid and invalid values for each parameter of an operation. */
export function parameterCasesOf(contract: Contract, operation: Operation): ParameterCase[] {
  return parametersOf(contract, operation).flatMap(({ name, place, schema }) => {
    const forms = schema.types.includes('object') ? [schema] : schema.forms;
    const tried = forms.length > 0 ? timeFilterValues(name, forms) : valuesFor(name, schema);
    return tried.map((one) => ({ ...one, place, text: `${one.name}=${one.value.slice(0, 60)}` }));
  });
}

type Tried = Pick<ParameterCase, 'kind' | 'name' | 'value' | 'isValid'>;
type Value = Omit<Tried, 'name'>;

function parametersOf({ document }: Contract, { parameters }: Operation) {
  const schemas = readSchemas(document);
  return parameters.flatMap(({ name, in: place, schema }) =>
    place === 'header' ? [] : [{ name, place, schema: schemas.of(schema) }],
  );
}

function valuesFor(name: string, schema: Schema): Tried[] {
  const values = schema.items ? listValues(schema.items) : scalarValues(schema);
  return values.map((value) => ({ ...value, name }));
}

function listValues(items: Schema): readonly Value[] {
  const ones = scalarValues(items);
  const [good, bad] = [ones.find(({ isValid }) => isValid), ones.find(({ isValid }) => !isValid)];
  if (!good) return ones;
  const both = { ...good, value: `${good.value},${good.value}` };
  return [...ones, both, ...(bad ? [{ ...bad, value: `${good.value},${bad.value}` }] : [])];
}

function scalarValues(schema: Schema): readonly Value[] {
  if (schema.types.includes('integer')) return integerValues;
  const values = valuesOf(schema);
  if (values.length > 0) {
    const outside = ['', 'no_such_value', `${values[0]}x`];
    const emulated = values.filter((value) => !Object.hasOwn(Object(schema.node['x-not-emulated']), value));
    return [...emulated.map(valid('enums')), ...outside.map(invalid('enums'))];
  }
  if (schema.node['x-time'] === true) return timeValues;
  if (wordOf(schema, 'format') === 'date') return dateValues;
  const pattern = wordOf(schema, 'pattern');
  if (pattern !== null) return idValues(pattern);
  return textValues(numberOf(schema, 'maxLength'));
}

const integerValues: readonly Value[] = [
  ...['0', '1', '2', '50', '199', '200', '201', '1000000'].map(valid('limits')),
  ...['-1', '-200'].map(invalid('limits')),
  ...['', ' ', 'x', '1.5', '1e2', '0x10', 'null', 'true', '1,2', '９'].map(invalid('types')),
];

/** Returns IDs that match a pattern such as `^ctm_[a-z\d]{26}$`, and some that do not. */
function idValues(pattern: string): Value[] {
  const prefixes = (/^\^\(?([a-z|]+)/.exec(pattern)?.[1] ?? '').split('|').filter((prefix) => prefix !== 'null');
  const words = pattern.includes('null|') ? ['null'] : [];
  const ids = prefixes.map((prefix) => `${prefix.replace(/_$/, '')}_01h${'0'.repeat(23)}`);
  const [id = ''] = ids.filter((one) => new RegExp(pattern).test(one));
  const wrong = [
    id.toUpperCase(),
    id.slice(0, -1),
    `${id}0`,
    id.replace('_', '-'),
    `xyz_${id.split('_')[1]}`,
    ' ',
    'null',
  ];
  return [
    ...[...words, ...ids].filter((value) => new RegExp(pattern).test(value)).map(valid('presence')),
    ...wrong.filter((value) => !new RegExp(pattern).test(value)).map(invalid('types')),
    ...['山田', '%', "' OR 1=1", 'x'.repeat(500)].map(invalid('text')),
  ];
}

/** Both ends of the range in the document's examples. */
const dateValues: readonly Value[] = [
  ...['2026-07-01', '2026-07-02'].map(valid('presence')),
  ...['', 'today', '2026-7-1', '2026-02-30', '2026-07-01T00:00:00Z'].map(invalid('types')),
];

const timeValues: readonly Value[] = [
  ...['2026-07-01T00:00:00Z', '2026-07-01T00:00:00.123456Z', '2026-07-01T02:00:00+02:00', '2026-07-01T00:00:00'].map(
    valid('presence'),
  ),
  ...['', 'yesterday', '2026-07-01', '2026-13-01T00:00:00Z', '2026-07-01T25:00:00Z', '1751328000'].map(
    invalid('types'),
  ),
];

function textValues(longest: number | null): Value[] {
  return [
    ...(longest === null ? [] : lengthsAround(longest)),
    ...['Zoë', '山田', '👩‍👩‍👧', "' OR 1=1 --", '%', '_', '*', '"', '\\'].map(valid('text')),
  ];
}

function lengthsAround(longest: number): Value[] {
  return [
    ...[longest - 1, longest].map((length) => valid('limits')('x'.repeat(length))),
    ...[longest + 1, 5000].map((length) => invalid('limits')('x'.repeat(length))),
  ];
}

/** Returns values for a time without an operator, and for each operator. */
function timeFilterValues(name: string, forms: readonly Schema[]): Tried[] {
  const bounds = forms.flatMap(({ properties }) => [...properties.keys()]);
  const unknown = ['[EQ]', '[gt]', '[]'].map((operator) => ({
    ...invalid('unknown fields')('2026-07-01T00:00:00Z'),
    name: `${name}${operator}`,
  }));
  return [
    ...forms.filter(({ types }) => !types.includes('object')).flatMap((form) => valuesFor(name, form)),
    ...bounds.flatMap((operator) => timeValues.map((value) => ({ ...value, name: `${name}[${operator}]` }))),
    ...unknown,
  ];
}

function valid(kind: ProbeKind) {
  return (value: string): Value => ({ kind, value, isValid: true });
}

function invalid(kind: ProbeKind) {
  return (value: string): Value => ({ kind, value, isValid: false });
}
