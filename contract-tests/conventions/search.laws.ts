import { expect } from '../law/expect.ts';
import { createAddress, createBusiness, createCustomer } from '../nouns/arrange.ts';
import { listedCustomers } from '../nouns/customers/listed.ts';
import { laws } from '../suite/laws.ts';

export default laws(({ target, test }) => {
  test('lists: customers are found by ID, name and email address, in any case', async ({ skip }) => {
    if (!target.can.isolate) skip('other customers may match');
    const account = target.newAccount();
    const customer = await createCustomer(account, { name: 'Ada Lovelace', custom_data: { note: 'analytical' } });
    await createCustomer(account, { name: 'Sam' });
    for (const search of [customer.id, 'lovelace', 'ADA', customer.email]) {
      expect(await listedCustomers(account, { search }), search).toEqual([customer.id]);
    }
    expect(await listedCustomers(account, { search: 'analytical' })).toEqual([]);
    expect(await listedCustomers(account, { search: '100%' })).toEqual([]);
  });

  test('lists: addresses and businesses are found by their text fields', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = { customer_id: customer.id };
    const address = await createAddress(account, customer, { city: 'Oughterard', description: 'Head office' });
    await createAddress(account, customer, { city: 'Cork' });
    const business = await createBusiness(account, customer, {
      contacts: [{ name: 'Parker Jones', email: 'parker@example.com' }],
    });
    await createBusiness(account, customer, { company_number: '555' });
    for (const search of ['oughter', 'head OFFICE', address.id]) {
      expect((await account.call('listAddresses', { path, query: { search } })).data, search).toEqual([address]);
    }
    for (const search of ['parker jones', 'parker@example.com', business.id]) {
      expect((await account.call('listBusinesses', { path, query: { search } })).data, search).toEqual([business]);
    }
  });

  test('lists: a search of more than 100 characters is refused', async () => {
    const account = target.newAccount();
    expect(await account.refusal('listCustomers', { query: { search: 'x'.repeat(101) } })).toMatchObject({
      status: 400,
    });
    expect(await listedCustomers(account, { search: 'nobody is called this, '.repeat(5).slice(0, 100) })).toEqual([]);
  });
});
