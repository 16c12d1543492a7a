import { expect, test } from 'vitest';
import { openAccounts } from '../testing/open-accounts.ts';
import { inPortions } from './in-portions.ts';

function* steps() {
  for (let number = 0; number < 2_500; number += 1) yield;
}

test('between two portions, others get several turns, since each turn accepts only one connection', async () => {
  const { accounts } = openAccounts();
  let turns = 0;
  let next = setImmediate(function count() {
    turns += 1;
    next = setImmediate(count);
  });
  await inPortions(accounts.default(), steps());
  clearImmediate(next);
  expect(turns).toBeGreaterThan(20);
});
