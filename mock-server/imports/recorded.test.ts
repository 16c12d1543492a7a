import { expect, test } from 'vitest';
import { readRecorded } from './recorded.ts';

const [one, other] = [{ id: 'ctm_1' }, { id: 'ctm_2' }];

test.each<[string, unknown, object[]]>([
  ['an entity', one, [one]],
  ['an answer of one', { data: one, meta: {} }, [one]],
  ['an answer of a list', { data: [one, other], meta: {} }, [one, other]],
  ['answers of lists', [{ data: [one] }, { data: [] }, { data: [other] }], [one, other]],
  ['arrays in arrays', [[one], [[other]]], [one, other]],
  ['what has data of its own beside its ID', { id: 'evt_1', data: one }, [{ id: 'evt_1', data: one }]],
  ['what has neither', { name: 'Sam' }, [{ name: 'Sam' }]],
  ['an empty list', [], []],
  ['an answer of nothing', { data: null }, [{}]],
  ['what are no entities', [null, 7, 'ctm_1', one], [{}, {}, {}, one]],
])('in %s each entity is found, in order', (_what, json, entities) => {
  expect(readRecorded(json)).toEqual(entities.map((entity, index) => ({ row: index + 1, entity })));
});
