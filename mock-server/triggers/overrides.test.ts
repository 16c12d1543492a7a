import { expect, test } from 'vitest';
import { buildCustomer } from '#fixtures/index.ts';
import { startPaddock } from '../index.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { Newcomers } from './newcomers.ts';
import { triggering } from './testing/triggering.ts';

test.each(['customer', 'address', 'business', 'subscription', 'transaction'])(
  'custom data of a triggered %s replaces what was drawn, and all else stays',
  async (noun) => {
    await using paddock = await startPaddock({ profile: 'official', clock: { frozen: true } });
    const { happens } = triggering(paddock);
    const { data } = await happens(`${noun}.created`, { overrides: { custom_data: { order: '7' } } });
    const { data: cleared } = await happens(`${noun}.updated`, {
      entity_id: data.id,
      overrides: { custom_data: {} },
    });
    expect([data['custom_data'], cleared['custom_data']]).toEqual([{ order: '7' }, null]);
    expect(cleared).toEqual({ ...data, custom_data: null });
    expect(Object.keys(data).length).toBeGreaterThan(8);
  },
);

test('who comes into being is nobody who is there, also where a seeded run goes on with the same rows', async () => {
  const { database } = openAccounts();
  const emails: string[] = [];
  for (let run = 0; run < 3; run += 1) {
    const account = openAccounts({ seed: 1 }, database).accounts.default();
    const { id, email } = (await Newcomers.for(account)).customer();
    account.store.insertAll({ customers: [{ ...buildCustomer({ seed: 1 }), id, email }] });
    emails.push(email);
  }
  expect(new Set(emails).size).toBe(3);
});
