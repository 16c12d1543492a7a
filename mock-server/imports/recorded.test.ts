import { expect, test } from 'vitest';
import * as recorded from './recorded.ts';

const findRecorded = (json: unknown, isKnown: (id: unknown) => boolean) => [...recorded.findRecorded(json, isKnown)];
const isCustomer = (id: unknown) => typeof id === 'string' && id.startsWith('ctm_');
const [one, other] = [{ id: 'ctm_1' }, { id: 'ctm_2' }];

test.each<[string, unknown, object[]]>([
  ['an entity', one, [one]],
  ['an answer of one', { data: one, meta: {} }, [one]],
  ['an answer of a list', { data: [one, other], meta: {} }, [one, other]],
  ['answers of lists', [{ data: [one] }, { data: [] }, { data: [other] }], [one, other]],
  ['arrays in arrays', [[one], [[other]]], [one, other]],
  ['a webhook', { event_id: 'evt_1', event_type: 'customer.created', data: one }, [one]],
  ['a notification', { id: 'ntf_1', type: 'customer.created', payload: { event_id: 'evt_1', data: one } }, [one]],
  ['an exchange', { method: 'GET', path: '/customers/ctm_1', response: { status: 200, body: { data: one } } }, [one]],
  ['an object with an ID and data', { id: 'ctm_3', data: {} }, [{ id: 'ctm_3', data: {} }]],
  ['an object without an ID', { name: 'Sam' }, [{ name: 'Sam' }]],
  ['an empty list', [], []],
  ['a list with other values', [null, 7, 'ctm_1', one], [{}, {}, {}, one]],
])('in %s each entity is found, in order', (_what, json, entities) => {
  expect(findRecorded(json, isCustomer)).toEqual(entities.map((entity) => ({ entity })));
});

test.each<[string, object, object]>([
  ['nothing', { data: null }, { data: null }],
  ['an error', { error: { code: 'not_found' } }, { error: { code: 'not_found' } }],
  ['a preview', { response: { data: { currency_code: 'USD' } } }, { currency_code: 'USD' }],
])('a response with %s is distinguished from entities', (_what, json, entity) => {
  expect(findRecorded(json, isCustomer)).toEqual([{ entity, isOther: true }]);
});

test('an entity is followed by those that it includes', () => {
  const transaction = { id: 'txn_1', customer: one, items: [{ payer: other, price: { id: 'pri_1' } }] };
  expect(findRecorded([transaction], isCustomer)).toEqual([
    { entity: transaction },
    { entity: one, within: transaction },
    { entity: other, within: transaction },
  ]);
});

test('no nesting exhausts the stack', () => {
  const deep = JSON.parse(`${'['.repeat(5_000)}1${']'.repeat(5_000)}`);
  expect(findRecorded(deep, isCustomer)).toEqual([{ entity: {} }]);
  expect(findRecorded({ id: 'ctm_1', custom_data: deep }, isCustomer)).toHaveLength(1);
});
