import { describe, expect, test } from 'vitest';
import { profile } from '../spec/behaviours.ts';
import { readCsv } from './csv.ts';

const now = '2026-07-01T00:00:00Z';
const defaults = { now, behaviours: profile('guide'), makeId: (prefix: string) => `${prefix}_new` };
const rowsIn = (text: string, more = {}) => [...readCsv(text, { ...defaults, ...more })];
const entitiesIn = (text: string) => rowsIn(text).map(({ entity }) => entity);

const entity = { custom_data: {}, status: 'active', created_at: now, updated_at: now, import_meta: null };
const customer = { id: 'ctm_new', name: null, marketing_consent: false, locale: null, ...entity };
const address = {
  id: 'add_new',
  description: null,
  first_line: null,
  second_line: null,
  city: null,
  postal_code: null,
  region: null,
  ...entity,
};

describe('a row', () => {
  test.each<[string, string, object]>([
    ['without a country is a customer', 'email\nsam@example.com', { ...customer, email: 'sam@example.com' }],
    ['with a country is an address', 'Country\nde', { ...address, country_code: 'DE' }],
    ['with the ID of an address is one', 'id,city\nadd_1,Berlin', { ...address, id: 'add_1', city: 'Berlin' }],
    ['with another ID is none', 'id,Country\nctm_add_,', { ...customer, id: 'ctm_add_' }],
  ])('%s, and has what a new one has', (_what, text, expected) => {
    expect(entitiesIn(text)).toEqual([expected]);
  });

  test('has the locale of a new customer', () => {
    const behaviours = profile('official');
    expect(rowsIn('email\ne', { behaviours })).toMatchObject([{ entity: { locale: 'en' } }]);
  });
});

describe('a column', () => {
  test.each([
    ['Full  name', 'name'],
    ['full-name', 'name'],
    ['" Full name "', 'name'],
    ['Email address', 'email'],
    ['State', 'region'],
    ['Address second line', 'second_line'],
    ['Colour', 'colour'],
  ])('%s is %s', (column, field) => {
    expect(entitiesIn(`${column},x\nwhat it says,`)).toMatchObject([{ [field]: 'what it says' }]);
  });

  test.each<[string, string, object]>([
    ['ID of its customer beside an email is the own', 'Customer ID,email\nctm_1,e', { id: 'ctm_1', email: 'e' }],
    ['ID of its customer beside that email, too', 'Customer ID,Customer email\nctm_1,e', { id: 'ctm_1', email: 'e' }],
    ['ID of its customer is the owner’s without one', 'Customer ID,city\nctm_1,Ulm', { customer_id: 'ctm_1' }],
    [
      'ID of its customer is the owner’s beside an own',
      'id,Customer ID,email\nadd_1,ctm_1,e',
      { id: 'add_1', customer_id: 'ctm_1' },
    ],
  ])('for the %s', (_what, text, expected) => {
    expect(entitiesIn(text)).toMatchObject([expected]);
  });
});

describe('a cell', () => {
  test.each<[string, string, unknown]>([
    ['marketing_consent', 'YES', true],
    ['marketing_consent', 'true', true],
    ['marketing_consent', '1', true],
    ['marketing_consent', 'No', false],
    ['marketing_consent', 'FALSE', false],
    ['marketing_consent', '0', false],
    ['marketing_consent', 'none', 'none'],
    ['marketing_consent', 'uno', 'uno'],
    ['marketing_consent', 'yesterday', 'yesterday'],
    ['marketing_consent', 'oh yes', 'oh yes'],
    ['marketing_consent', '', false],
    ['status', 'Archived', 'archived'],
    ['country_code', 'de', 'DE'],
    ['custom_data', '"{""plan"":1}"', { plan: 1 }],
    ['custom_data', 'plan', 'plan'],
    ['custom_data', `${'['.repeat(5000)}${']'.repeat(5000)}`, `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['import_meta', '"{""imported_from"":""shop""}"', { imported_from: 'shop' }],
    ['created_at', '2026-02-03 04:05:06.700Z', '2026-02-03T04:05:06Z'],
    ['updated_at', '2026-02-03T04:05:06+01:00', '2026-02-03T03:05:06Z'],
    ['created_at', 'long ago', 'long ago'],
    ['updated_at', 'yesterday', 'yesterday'],
    ['name', 'ACTIVE', 'ACTIVE'],
  ])('%s of %s means %j', (column, cell, meant) => {
    expect(entitiesIn(`email,${column}\ne,${cell}`)).toMatchObject([{ [column]: meant }]);
  });
});

test('rows are numbered by their lines, and empty lines are skipped', () => {
  expect(rowsIn('\uFEFFemail\n\na@example.com\n\nb@example.com\n').map(({ row }) => row)).toEqual([3, 5]);
  expect(rowsIn('')).toEqual([]);
});

test('a long file is read like a short one, with line breaks in quotes', () => {
  const lines = Array.from({ length: 3_000 }, (_, row) => `c${row}@example.com,"Line\nbreak, ""quoted"" ${row}"\r\n`);
  const rows = rowsIn(`email,name\r\n${lines.join('')}`);
  expect(rows).toHaveLength(lines.length);
  for (const index of [0, 1_499, 2_999]) {
    const entity = { email: `c${index}@example.com`, name: `Line\nbreak, "quoted" ${index}` };
    expect(rows[index]).toMatchObject({ row: 3 + 2 * index, entity });
  }
});

test('invalid CSV is refused, with advice', () => {
  expect(() => rowsIn('email\n"open')).toThrow(
    /^Could not read the CSV: Quote Not Closed: .*\. Correct it and import again; nothing was added\.$/,
  );
});
