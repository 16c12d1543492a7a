import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import {
  archiveAddress,
  archiveCustomer,
  createAddress,
  createBusiness,
  createCustomer,
  readCustomer,
} from '../arrange.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;

  test('customer-archive-endpoint: a PATCH of the status archives', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const archived = await archiveCustomer(account, customer);
    expect(archived).toEqual({ ...customer, status: 'archived', updated_at: archived.updated_at });
    expect(await readCustomer(account, customer)).toEqual(archived);
  });

  test.runIf(behaviours.archiving === 'endpoint')('customer-archive-endpoint: the endpoint archives', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const { data } = await account.call('archiveCustomer', { path: { customer_id: customer.id } });
    expect(data).toEqual({ ...customer, status: 'archived', updated_at: data.updated_at });
    expect(await readCustomer(account, customer)).toEqual(data);
  });

  test.runIf(behaviours.archiving === 'endpoint')('customer-archive-endpoint: the endpoint takes no body', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = { customer_id: customer.id };
    const refusal = await account.refusal('archiveCustomer', { path, body: { reason: 'left' } });
    expect(refusal).toMatchObject({ status: 400, code: 'unexpected_request_body' });
    expect(await readCustomer(account, customer)).toEqual(customer);
    expect(await account.call('archiveCustomer', { path, body: {} })).toMatchObject({ data: { status: 'archived' } });
  });

  test.runIf(behaviours.archiving === 'patch')('customer-archive-endpoint: there is no endpoint for it', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const answer = await account.request('POST', `/customers/${customer.id}/archive`);
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'invalid_url' } } });
    expect(await readCustomer(account, customer)).toEqual(customer);
  });

  test('archived-cannot-transact: an archived customer gets no address, business or portal session', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    await archiveCustomer(account, customer);
    const path = { customer_id: customer.id };
    for (const refusal of [
      await account.refusal('createAddress', { path, body: { country_code: 'IE' } }),
      await account.refusal('createBusiness', { path, body: { name: 'ChatApp Inc.' } }),
      await account.refusal('createCustomerPortalSession', { path }),
    ]) {
      expect(refusal).toMatchObject({ status: 400, type: 'request_error', code: 'entity_archived' });
      expect(refusal.detail).toBe(`Customer ${customer.id} is archived and cannot be modified.`);
    }
    expect((await account.call('listAddresses', { path })).data).toEqual([]);
    expect((await account.call('listBusinesses', { path })).data).toEqual([]);
  });

  test('archived-cannot-transact: addresses and businesses of an archived customer can be read', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const address = await createAddress(account, customer);
    const business = await createBusiness(account, customer);
    await archiveCustomer(account, customer);
    const path = { customer_id: customer.id, address_id: address.id, business_id: business.id };
    expect((await account.call('getAddress', { path })).data).toEqual(address);
    expect((await account.call('getBusiness', { path })).data).toEqual(business);
  });

  test('archived-gives-404: an archived customer can be read by its ID', async () => {
    const account = target.newAccount();
    const archived = await archiveCustomer(account, await createCustomer(account));
    expect((await readCustomer(account, archived)).status).toBe('archived');
  });

  const refused = { 'not-found': 'not found', 'entity-archived': 'refused as archived' }[behaviours['patch-archived']];
  test(`archived-gives-404: an update of an archived customer is ${refused}, and changes nothing`, async () => {
    const account = target.newAccount();
    const archived = await archiveCustomer(account, await createCustomer(account));
    const path = { customer_id: archived.id };
    const expected = {
      'not-found': { status: 404, code: 'not_found' },
      'entity-archived': { status: 400, code: 'entity_archived' },
    }[behaviours['patch-archived']];
    for (const body of [{ name: 'Sam' }, { status: 'archived' }, { email: target.freshEmail() }]) {
      expect(await account.refusal('updateCustomer', { path, body })).toMatchObject(expected);
    }
    expect(await readCustomer(account, archived)).toEqual(archived);
  });

  test('archived-gives-404: whether a customer can be made active again goes by how archived ones are updated', async () => {
    const account = target.newAccount();
    const archived = await archiveCustomer(account, await createCustomer(account));
    const update = { path: { customer_id: archived.id }, body: { status: 'active' } };
    if (behaviours['patch-archived'] === 'not-found') {
      expect(await account.refusal('updateCustomer', update)).toMatchObject({ status: 404, code: 'not_found' });
    } else {
      expect((await account.call('updateCustomer', update)).data).toMatchObject({ id: archived.id, status: 'active' });
      expect((await createAddress(account, archived)).customer_id).toBe(archived.id);
    }
  });

  test('archived-gives-404: an archived address is refused as archived until an update makes it active', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const archived = await archiveAddress(account, await createAddress(account, customer));
    const path = { customer_id: customer.id, address_id: archived.id };
    const refusal = await account.refusal('updateAddress', { path, body: { city: 'Cork' } });
    expect(refusal).toMatchObject({ status: 400, code: 'entity_archived' });
    expect(refusal.detail).toBe(`Address ${archived.id} is archived and cannot be modified.`);
    expect((await account.call('getAddress', { path })).data).toEqual(archived);
    expect((await account.call('updateAddress', { path, body: { status: 'active' } })).data.status).toBe('active');
  });
});
