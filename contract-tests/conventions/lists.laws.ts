import { expect } from '../law/expect.ts';
import { archiveAddress, archiveCustomer, createAddress, createCustomer, unknownId } from '../nouns/arrange.ts';
import { listedCustomers } from '../nouns/customers/listed.ts';
import { laws } from '../suite/laws.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;

  test('list-customers-email-exact: the filter finds exactly the given addresses, not longer or shorter ones', async () => {
    const account = target.newAccount();
    const email = target.freshEmail();
    const customer = await createCustomer(account, { email });
    const longer = await createCustomer(account, { email: `x${email}` });
    expect(await listedCustomers(account, { email })).toEqual([customer.id]);
    expect(await listedCustomers(account, { email: email.slice(1) })).toEqual([]);
    expect(await listedCustomers(account, { email: `${email},${longer.email}` })).toEqual([longer.id, customer.id]);
  });

  test('list-customers-email-exact: a hundred addresses are taken, of any length, and no more', async () => {
    const account = target.newAccount();
    const email = `${'x'.repeat(120)}@example.com`;
    expect(await listedCustomers(account, { email: Array(100).fill(email).join() })).toEqual([]);
    const refusal = await account.refusal('listCustomers', { query: { email: Array(101).fill(email).join() } });
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_field' });
  });

  test('list-customers-email-exact: an address with a plus is found', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account, { email: `plus+${target.freshEmail()}` });
    expect(await listedCustomers(account, { email: customer.email })).toEqual([customer.id]);
  });

  test(`list-customers-default-status: a list without status shows ${behaviours['list-default-status']} entities`, async () => {
    const account = target.newAccount();
    const active = await createCustomer(account);
    const archived = await archiveCustomer(account, await createCustomer(account));
    const id = `${active.id},${archived.id}`;
    const both = [archived.id, active.id];
    expect(await listedCustomers(account, { id })).toEqual(
      behaviours['list-default-status'] === 'all' ? both : [active.id],
    );
    expect(await listedCustomers(account, { id, status: 'active' })).toEqual([active.id]);
    expect(await listedCustomers(account, { id, status: 'archived' })).toEqual([archived.id]);
    expect(await listedCustomers(account, { id, status: 'active,archived' })).toEqual(both);
  });

  test('list-customers-default-status: the rule is the same for addresses', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const active = await createAddress(account, customer);
    const archived = await archiveAddress(account, await createAddress(account, customer));
    const path = { customer_id: customer.id };
    const shown = behaviours['list-default-status'] === 'all' ? [archived, active] : [active];
    expect((await account.call('listAddresses', { path })).data).toEqual(shown);
    expect((await account.call('listAddresses', { path, query: { status: 'archived' } })).data).toEqual([archived]);
  });

  test('list-customers-default-status: an unknown status is refused', async () => {
    const account = target.newAccount();
    for (const status of ['deleted', 'active,deleted', 'Active']) {
      expect(await account.refusal('listCustomers', { query: { status } })).toMatchObject({ status: 400 });
    }
  });

  test('lists: an id list finds the entities that exist, and filters add up', async () => {
    const account = target.newAccount();
    const [first, second] = [await createCustomer(account), await createCustomer(account)];
    expect(await listedCustomers(account, { id: `${first.id},${unknownId('ctm')},${second.id}` })).toEqual([
      second.id,
      first.id,
    ]);
    expect(await listedCustomers(account, { id: first.id, email: second.email })).toEqual([]);
  });

  test('lists: a malformed ID in an id list is refused', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const refusal = await account.refusal('listCustomers', { query: { id: `${customer.id},foo` } });
    expect(refusal).toMatchObject({
      status: 400,
      code: 'bad_request',
      errors: [{ field: 'id', message: 'invalid input' }],
    });
  });

  test('lists: IDs sort by time of creation, in either direction, newest first without order_by', async () => {
    const account = target.newAccount();
    const ids = [await createCustomer(account), await createCustomer(account), await createCustomer(account)].map(
      (one) => one.id,
    );
    const id = ids.join();
    expect(await listedCustomers(account, { id, order_by: 'id[ASC]' })).toEqual(ids);
    expect(await listedCustomers(account, { id, order_by: 'id[DESC]' })).toEqual(ids.toReversed());
    expect(await listedCustomers(account, { id })).toEqual(ids.toReversed());
  });

  test('lists: a direction is taken in any case', async () => {
    const account = target.newAccount();
    const ids = [(await createCustomer(account)).id, (await createCustomer(account)).id];
    for (const direction of ['asc', 'Asc'])
      expect(await listedCustomers(account, { id: ids.join(), order_by: `id[${direction}]` })).toEqual(ids);
    expect(await listedCustomers(account, { id: ids.join(), order_by: 'id[desc]' })).toEqual(ids.toReversed());
  });

  test('lists: no other order is accepted', async () => {
    const account = target.newAccount();
    for (const order_by of ['name[ASC]', 'id', 'ID[asc]', 'id[up]', 'billed_at[ASC]', 'id[ASC],id[DESC]']) {
      expect(await account.refusal('listCustomers', { query: { order_by } })).toMatchObject({ status: 400 });
    }
  });
});
