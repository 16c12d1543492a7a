import { expect, test } from 'vitest';
import { conditionsOf, type ListQuery } from './list-query.ts';

test.each<[what: string, Partial<ListQuery>, sql: string[], values: (string | number)[]]>([
  ['nothing', {}, [], []],
  ['one value', { where: { email: ['a'] } }, ['email = ?'], ['a']],
  ['alternatives', { where: { id: ['a', 'b'] } }, ['id IN (SELECT value FROM json_each(?))'], ['["a","b"]']],
  ['no value that there is', { where: { id: [] } }, ['id IN (SELECT value FROM json_each(?))'], ['[]']],
  ['one status', { where: { status: ['active'] } }, ['status = ?'], ['active']],
  // A literal in the statement, so that SQLite can use the partial index.
  ['what is archived', { where: { status: ['archived'] } }, ["status = 'archived'"], []],
  ['what is called archived', { where: { email: ['archived'] } }, ['email = ?'], ['archived']],
  [
    'several statuses',
    { where: { status: ['archived', 'active'] } },
    ['+status IN (SELECT value FROM json_each(?))'],
    ['["archived","active"]'],
  ],
  ['nothing or a value', { where: { a: ['null', 'x'] } }, ['(a IS NULL OR a = ?)'], ['x']],
  ['nothing', { where: { a: ['null'] } }, ['(a IS NULL OR a IN (SELECT value FROM json_each(?)))'], ['[]']],
  ['two columns', { where: { a: ['x'], b: ['y'] } }, ['a = ?', 'b = ?'], ['x', 'y']],
  [
    'prices',
    { prices: ['pri_1', 'pri_2'] },
    [expect.stringContaining("WHERE json_extract(item.value, '$.price.id') = price.value")],
    ['["pri_1","pri_2"]'],
  ],
  ['an entity', { about: 'ctm_1' }, ["instr(' ' || about || ' ', ?) > 0"], [' ctm_1 ']],
  ['text', { search: 'Sam' }, ['instr(searched, ?) > 0'], ['sam']],
  ['a time', { times: [{ column: 'at', operator: '>=', time: 5 }] }, ['at >= ?'], [5]],
  ['the first ID', { firstId: 'evt_1' }, ['id >= ?'], ['evt_1']],
])('a list of one account that asks for %s', (_what, query, sql, values) => {
  const conditions = conditionsOf(7, { where: {}, order: 'ASC', limit: 1, ...query });
  expect(conditions.map((condition) => condition.sql)).toEqual(['account = ?', ...sql]);
  expect(conditions.flatMap((condition) => condition.values)).toEqual([7, ...values]);
});
