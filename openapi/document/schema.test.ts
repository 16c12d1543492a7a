import { expect, test } from 'vitest';
import type { JsonObject } from './json.ts';
import { readSchemas } from './schema.ts';

const duration = {
  type: 'object',
  required: ['interval'],
  properties: { interval: { type: 'string' }, frequency: { type: 'integer', minimum: 1 } },
  additionalProperties: false,
  default: 'month',
};
const part: JsonObject = {
  type: 'object',
  properties: { parts: { type: 'array', items: { $ref: '#/components/schemas/part' } } },
  additionalProperties: { type: 'string' },
};
const schemas = readSchemas({ components: { schemas: { duration, part } } });
const reference = { $ref: '#/components/schemas/duration' };

test.each<[string, JsonObject]>([
  ['itself', duration],
  ['a reference to it', reference],
  ['a reference or null', { anyOf: [reference, { type: 'null' }] }],
  ['null or a reference', { anyOf: [{ type: 'null' }, reference] }],
  ['a form of a form', { anyOf: [{ anyOf: [reference, { type: 'null' }] }] }],
])('a schema is read from %s', (_what, written) => {
  const { types, properties, required, additional, forms, node } = schemas.of(written);
  expect(types).toEqual(['object']);
  expect([...properties.keys()]).toEqual(['interval', 'frequency']);
  expect(properties.get('frequency')?.node).toEqual({ type: 'integer', minimum: 1 });
  expect([...required]).toEqual(['interval']);
  expect(additional).toBe(false);
  expect(forms).toEqual([]);
  expect(node['default']).toBe('month');
});

test.each<[string, JsonObject, boolean]>([
  ['one type', { type: 'string' }, false],
  ['a list of types', { type: ['string', 'null'] }, true],
  ['a form that is null', { anyOf: [reference, { type: 'null' }] }, true],
  ['a nullable form', { anyOf: [{ type: ['string', 'null'] }, reference] }, true],
  ['forms that are not null', { anyOf: [{ type: 'string' }, reference] }, false],
  ['no type', {}, true],
  ['values without null', { enum: ['a', 'b'] }, false],
  ['values with null', { type: ['string', 'null'], enum: ['a', null] }, true],
])('a schema with %s is nullable if null is valid', (_what, written, isNullable) => {
  expect(schemas.of(written).isNullable).toBe(isNullable);
});

test('several forms are kept apart, without null', () => {
  const { forms, types, properties } = schemas.of({ anyOf: [{ type: 'string' }, reference, { type: 'null' }] });
  expect(forms.map((form) => form.types)).toEqual([['string'], ['object']]);
  expect([types, properties.size]).toEqual([[], 0]);
});

test.each<[string, JsonObject]>([
  ['a reference', { ...reference, default: 'year' }],
  ['forms', { anyOf: [reference, { type: 'null' }], default: 'year' }],
])('a keyword beside %s overrides the one behind', (_what, written) => {
  expect(schemas.of(written).node['default']).toBe('year');
});

test('a schema may refer to itself', () => {
  const found = schemas.named('part');
  expect(found.properties.get('parts')?.items?.properties.get('parts')?.types).toEqual(['array']);
  expect(found.additional).toMatchObject({ types: ['string'] });
  expect(found.properties.get('parts')?.items?.additional).not.toBe(true);
});

test('anything but a schema is refused', () => {
  expect(() => schemas.of(undefined)).toThrow('npm run generate');
  expect(() => schemas.named('nothing')).toThrow('#/components/schemas/nothing');
});
