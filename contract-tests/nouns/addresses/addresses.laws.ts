import fc from 'fast-check';
import { storedCustomData } from '../../arbitraries/custom-data.ts';
import { tooLong, unknownField, wrongType } from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createAddress, createCustomer, unknownId } from '../arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import { type AddressCreate, addressCreate, addressUpdate } from './arbitrary.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const valid = addressCreate(behaviours);

  /** The address that a body creates, without IDs and times. */
  function addressOf(body: AddressCreate) {
    const nothing = {
      description: null,
      first_line: null,
      second_line: null,
      city: null,
      postal_code: null,
      region: null,
    };
    const custom_data = storedCustomData(body.custom_data ?? null, behaviours);
    return { ...nothing, ...body, custom_data, status: 'active', import_meta: null };
  }

  test('address-subresource: what was sent on creation is read back below its customer', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const property = fc.asyncProperty(valid, async (body) => {
      const path = { customer_id: customer.id };
      const created = await createAddress(account, customer, body);
      const { id, created_at, updated_at, ...rest } = created;
      expect(id).toMatch(/^add_[a-z\d]{26}$/);
      expect(rest).toEqual({ ...addressOf(body), customer_id: customer.id });
      expect((await account.call('getAddress', { path: { ...path, address_id: id } })).data).toEqual(created);
      expect((await account.call('listAddresses', { path, query: { id } })).data).toEqual([created]);
      expect(updated_at).toBe(created_at);
    });
    await assertProperty(property);
  });

  test('create-status-code: creating an address answers 201', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const answer = await account.request('POST', `/customers/${customer.id}/addresses`, {
      body: { country_code: 'IE' },
    });
    expect(answer.status).toBe(201);
  });

  test('address-subresource: the address of one customer is not found below another', async () => {
    const account = target.newAccount();
    const [owner, other] = [await createCustomer(account), await createCustomer(account)];
    const address = await createAddress(account, owner);
    const path = { customer_id: other.id, address_id: address.id };
    expect(await account.refusal('getAddress', { path })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await account.refusal('updateAddress', { path, body: { city: 'Cork' } })).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    expect((await account.call('listAddresses', { path })).data).toEqual([]);
    const own = { customer_id: owner.id, address_id: address.id };
    expect((await account.call('getAddress', { path: own })).data).toEqual(address);
  });

  test('address-subresource: a customer that does not exist has no addresses', async () => {
    const account = target.newAccount();
    const path = { customer_id: unknownId('ctm') };
    expect(await account.refusal('listAddresses', { path })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await account.refusal('createAddress', { path, body: { country_code: 'IE' } })).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });

  test('get-404: an address that does not exist is not found', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const refusal = await account.refusal('getAddress', {
      path: { customer_id: customer.id, address_id: unknownId('add') },
    });
    expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
    expect(refusal.detail).toContain(unknownId('add'));
  });

  test('patch-partial: an update of an address changes the fields that are sent, and no others', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const property = fc.asyncProperty(valid, addressUpdate(behaviours), async (body, update) => {
      const before = await createAddress(account, customer, body);
      const path = { customer_id: customer.id, address_id: before.id };
      const after = (await account.call('updateAddress', { path, body: update })).data;
      const custom_data =
        'custom_data' in update ? storedCustomData(update.custom_data ?? null, behaviours) : before.custom_data;
      expect(after).toEqual({ ...before, ...update, custom_data, updated_at: after.updated_at });
      expect((await account.call('getAddress', { path })).data).toEqual(after);
    });
    await assertProperty(property);
  });

  test('addresses: a body with one fault is refused, names the field, and creates nothing', async () => {
    const account = target.newAccount();
    const path = { customer_id: (await createCustomer(account)).id };
    const invalid = fc.oneof(
      tooLong(valid, 'description', 1024),
      tooLong(valid, 'first_line', 1024),
      tooLong(valid, 'city', 200),
      tooLong(valid, 'region', 200),
      tooLong(valid, 'postal_code', 200),
      wrongType(valid, 'second_line', 'string'),
      unknownField(valid, ['status', 'customer_id', 'import_meta']),
    );
    const property = fc.asyncProperty(invalid, async (one) => {
      expectRefused(await account.refusal('createAddress', { path, body: one.body }), one);
    });
    await assertProperty(property);
    expect((await account.call('listAddresses', { path })).data).toEqual([]);
  });
});
