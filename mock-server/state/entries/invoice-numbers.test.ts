import { expect, test } from 'vitest';
import { buildTransaction } from '#fixtures/index.ts';
import { openAccounts } from '../../testing/open-accounts.ts';

const invoice = (seed: number, invoice_number: string | null) =>
  buildTransaction({ seed, overrides: { invoice_number } });

test('the numbers of an account begin with 10001 and leave out none', () => {
  const { invoiceNumbers } = openAccounts().accounts.default().store;
  expect([invoiceNumbers.next(), invoiceNumbers.next()]).toEqual(['325-10001', '325-10002']);
});

test.each([
  [['325-10566', '325-10003'], '325-10567'],
  [['325-99999', '325-100000', '325-10001'], '325-100001'],
  [['7-20000', '325-x', '325-20000a', null], '325-10001'],
])('after the numbers %j comes %s', (numbers, next) => {
  const { store } = openAccounts().accounts.default();
  store.invoiceNumbers.next();
  store.insertAll({ transactions: numbers.map((number, index) => invoice(index, number)) });
  expect(store.invoiceNumbers.next()).toBe(next);
});
