import { expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import type { Account } from '../account/account.ts';
import { startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { importInto } from './import.ts';
import { seedAccount } from './seeds.ts';
import { webhook } from './testing/recorded.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const base = buildCustomer();
const customers = Array.from({ length: 3_000 }, (_, index) => ({
  ...base,
  id: `ctm_01h8441jn5pcwrfhwh78jqt${[10, 5, 0].map((bits) => alphabet[(index >> bits) % 32]).join('')}`,
  email: `c${index}@example.com`,
}));

test.each<[string, (account: Account) => Promise<unknown>]>([
  ['import of a recording', (account) => importInto(account, { recorded: customers })],
  [
    'import of a table',
    (account) => importInto(account, { csv: `email\n${customers.map((one) => one.email).join('\n')}` }),
  ],
  ['seed', (account) => seedAccount(account, { customers })],
])('a large %s gives others their turn, and all of it is there in the end', async (_what, add) => {
  const account = openAccounts().accounts.default();
  let turns = 0;
  const count = () => {
    turns += 1;
    timer = setImmediate(count);
  };
  let timer = setImmediate(count);
  const work = add(account);
  expect(account.isIdle).toBe(false);
  await work;
  clearImmediate(timer);
  expect(turns).toBeGreaterThan(2);
  expect(account.isIdle).toBe(true);
  const { estimatedTotal } = account.store.customers.list({ where: {}, order: 'DESC', limit: 1 });
  expect(estimatedTotal).toBe(customers.length);
  expect(account.ids.next('ctm') > (customers.at(-1)?.id ?? '')).toBe(true);
});

test('a large invalid seed leaves nothing behind, wherever its fault is', async () => {
  await using paddock = await startPaddock({ profile: 'official', rateLimit: false });
  const twin = { ...base, id: 'ctm_01h8441jn5pcwrfhwh78jqt8hk', email: customers[0]?.email };
  for (const wrong of [twin, { ...base, name: 7 }]) {
    const seed = { customers: [...customers, wrong] };
    const { error } = await call(paddock, 'POST', '/_paddock/seed', seed);
    expect(error.detail).toContain(`customers.${customers.length}.`);
    expect((await call(paddock, 'GET', '/customers')).meta.pagination.estimated_total).toBe(0);
  }
  expect(await paddock.seed({ customers })).toMatchObject({ customers: customers.length });
});

test('a large invalid recording as a seed restores the placeholders that it replaced', async () => {
  await using paddock = await startPaddock({ profile: 'official', rateLimit: false });
  await paddock.import({ recorded: webhook });
  const path = `/customers/${webhook.data.customer_id}`;
  const standIn = await call(paddock, 'GET', path);
  const recorded = [{ ...base, id: webhook.data.customer_id }, ...customers, { ...base, name: 7 }];
  await expect(paddock.seed({ recorded })).rejects.toThrow(`row ${recorded.length}: name: `);
  expect((await call(paddock, 'GET', path)).data).toEqual(standIn.data);
  expect((await call(paddock, 'GET', '/customers')).meta.pagination.estimated_total).toBe(1);
});
