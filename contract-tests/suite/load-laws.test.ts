import { expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { chooseLaws } from './load-laws.ts';

const laws = ['ips: there are some', 'ips and get-404: there are few'].map((title) => ({ title, body() {} }));
const [first, second] = laws;

test.each([
  [[], laws],
  [['ips'], laws],
  [['get-404'], [second]],
  [['ips: there are some'], [first]],
  [['get-404', 'ips: there are some'], laws],
  // A claim of the ledger that none of these laws names.
  [['scim-none'], []],
])('%j chooses laws by claims and titles, in their order', (names, chosen) => {
  expect(chooseLaws(laws, names)).toEqual(chosen);
});

test('an unknown name is rejected', () => {
  expect(() => chooseLaws(laws, ['ips', 'mars'])).toThrow(UsageError);
  expect(() => chooseLaws(laws, ['ips', 'mars'])).toThrow('mars');
});
