import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#openapi/document/json.ts';
import { readSchemas } from '#openapi/document/schema.ts';
import { fitEntity } from './fit-entity.ts';

/** Fits a value to an object with these fields, all required, beside other schemas of `components`. */
function fitted(properties: JsonObject, entity: Json, others: JsonObject = {}, within?: JsonObject) {
  const schema = { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
  const schemas = readSchemas({ components: { schemas: { whole: schema, ...others } } });
  return fitEntity(schemas.named('whole'), entity, within);
}

const text = { type: 'string' };
const nullableText = { type: ['string', 'null'] };

test.each<[string, JsonObject, Json]>([
  ['its default', { type: 'string', default: 'x' }, 'x'],
  ['its import default before its default', { type: 'string', 'x-import-default': 'y', default: 'x' }, 'y'],
  ['null where it may be null', nullableText, null],
  ['null where one of its forms is', { anyOf: [text, { type: 'null' }] }, null],
  ['an empty list', { type: 'array', items: text }, []],
  ['an object of filled fields', { type: 'object', required: ['a'], properties: { a: nullableText } }, { a: null }],
])('a field that is absent, or null and may not be, is given %s', (_what, field, filled) => {
  expect(fitted({ field }, {}).entity).toEqual({ field: filled });
  expect(fitted({ field }, { field: null }).entity).toEqual({ field: filled });
});

test.each<[string, JsonObject]>([
  ['a text', text],
  ['a list that may not be empty', { type: 'array', minItems: 1, items: text }],
  ['an object with a field that has no default', { type: 'object', required: ['a'], properties: { a: text } }],
  ['what names a field that is not there', { type: 'string', 'x-import-default': '{nothing}' }],
])('%s without a default stays as it is', (_what, field) => {
  expect(fitted({ field }, {}).entity).toEqual({});
  expect(fitted({ field }, { field: null }).entity).toEqual({ field: null });
});

test('an optional field is dropped if it is null but not nullable', () => {
  const optional = { type: 'object', additionalProperties: false, properties: { a: text } };
  expect(fitted({ optional }, { optional: { a: null } }).entity).toEqual({ optional: {} });
});

test('unknown fields of closed objects are dropped at every level, and named', () => {
  const item = { type: 'object', additionalProperties: false, properties: { a: text } };
  const free = { type: 'object', properties: { a: text } };
  const entity = { items: [{ a: '1' }, { b: '2', a: '3' }], free: { b: 4 }, extra: { c: 5 } };
  expect(fitted({ items: { type: 'array', items: item }, free }, entity)).toEqual({
    entity: { items: [{ a: '1' }, { a: '3' }], free: { b: 4 } },
    dropped: ['items.*.b', 'extra'],
  });
});

test('an empty map becomes null if the document has null for it, and is otherwise unchanged', () => {
  const data = (none: Json) => ({ type: ['object', 'null'], additionalProperties: true, 'x-import-default': none });
  expect(fitted({ data: data(null) }, { data: {} }).entity).toEqual({ data: null });
  expect(fitted({ data: data({}) }, { data: {} }).entity).toEqual({ data: {} });
  expect(fitted({ data: data(null) }, { data: { a: null, b: {} } }).entity).toEqual({ data: { a: null, b: {} } });
});

test('defaults refer to the nearest enclosing object that has the field', () => {
  const inner = {
    type: 'object',
    required: ['at'],
    properties: { at: { type: 'string', 'x-import-default': '{at}' } },
  };
  const link = { type: 'string', 'x-import-default': 'https://shop.example.com/{owner.id}' };
  const given = { at: 'noon', owner: { id: 'o1' }, inner: {} };
  const whole = { ...given, inner: { at: 'noon' }, link: 'https://shop.example.com/o1' };
  const owner = { type: 'object', properties: { id: text } };
  expect(
    fitted({ at: text, owner, inner: { $ref: '#/components/schemas/inner' }, link }, given, { inner }).entity,
  ).toEqual(whole);
  expect(fitted({ at: { ...text, 'x-import-default': '{at}' } }, {}, {}, { at: 'outside' }).entity).toEqual({
    at: 'outside',
  });
});

const rate = { type: 'string', 'x-import-rule': 'exchange-rate' };
const feeRate = { type: 'string', 'x-import-rule': 'fee-rate' };
const sold = { total: '1500', currency_code: 'EUR' };

test.each<[string, JsonObject, JsonObject, Json]>([
  ['5 % of what was paid by card', feeRate, { total: '1270', collection_mode: 'automatic' }, '0.05'],
  ['3.5 % of an invoice', feeRate, { total: '1270', collection_mode: 'manual' }, '0.035'],
  ['nothing of nothing', feeRate, { total: '0' }, '0'],
  ['1 within a currency', rate, { totals: sold, payout_totals: sold }, '1'],
  ['what two sums give back', rate, { totals: sold, payout_totals: { total: '1512', currency_code: 'USD' } }, '1.008'],
  ['the other one', rate, { totals: sold, payout_totals: { currency_code: 'USD', exchange_rate: '1.1' } }, '1.1'],
])('a rate that is absent is worked out: %s', (_what, field, around, value) => {
  expect(fitted({ field }, {}, {}, around).entity).toEqual({ field: value });
});

test('a rate stays absent if it cannot be derived', () => {
  expect(fitted({ feeRate }, {}, {}, { total: 'much' }).entity).toEqual({});
  const nothing = { totals: { ...sold, total: '0' }, payout_totals: { total: '5', currency_code: 'USD' } };
  expect(fitted({ rate }, {}, {}, nothing).entity).toEqual({});
});

test('a valid object is returned as it is, and invalid values are left to the validation', () => {
  const entity = { a: 'x', items: [{ b: null }] };
  const item = { type: 'object', required: ['b'], properties: { b: nullableText } };
  expect(fitted({ a: text, items: { type: 'array', items: item } }, entity).entity).toBe(entity);
  for (const wrong of [7, null, 'text', [1]]) expect(fitted({ a: text }, wrong).entity).toBe(wrong);
  expect(fitted({ a: text }, { a: [7] }).entity).toEqual({ a: [7] });
});
