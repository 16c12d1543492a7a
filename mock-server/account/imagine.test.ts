import { expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { changed } from '../state/change.ts';
import { openAccounts } from '../testing/open-accounts.ts';

const customer = buildCustomer({ seed: 1 });
const creation = changed('customers', customer, ['customer.created']);

test('what happens on a copy of an account is seen there alone, and undone', () => {
  const { accounts, count } = openAccounts();
  const account = accounts.default();
  const seen = account.imagine((copy) => {
    copy.apply(creation);
    return { name: copy.store.customers.require(customer.id).name, events: count('events') };
  });
  expect(seen).toEqual({ name: customer.name, events: 1 });
  expect([count('customers'), count('events')]).toEqual([0, 0]);
  expect(account.store.customers.find(customer.id)).toBeUndefined();
});

test('a copy begins at the time of the account, with its entities, and has a clock of its own', () => {
  const account = openAccounts({ clock: { now: '2026-01-01T00:00:00Z', frozen: true } }).accounts.default();
  account.apply(creation);
  const [before, after, known] = account.imagine((copy) => {
    const start = copy.clock.now();
    copy.clock.advance(60_000);
    return [start, copy.clock.now(), copy.store.customers.has(customer.id)];
  });
  expect([before, after, known]).toEqual([account.clock.now(), account.clock.now() + 60_000, true]);
});

test('an error on a copy is thrown, and nothing of it is left', () => {
  const { accounts, count } = openAccounts();
  const account = accounts.default();
  const fail = () =>
    account.imagine((copy) => {
      copy.apply(creation);
      throw new Error('It was refused.');
    });
  expect(fail).toThrow('It was refused.');
  expect(count('customers')).toBe(0);
});

test('copies of a seeded account have IDs of their own', () => {
  const account = openAccounts({ seed: 7 }).accounts.default();
  const draw = () => account.imagine((copy) => copy.ids.next('ctm'));
  expect(draw()).not.toBe(draw());
});
