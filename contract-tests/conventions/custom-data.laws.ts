import fc from 'fast-check';
import { customData, noCustomData, storedCustomData } from '../arbitraries/custom-data.ts';
import { assertProperty } from '../law/assert-property.ts';
import { expect } from '../law/expect.ts';
import { createAddress, createBusiness, createCustomer, readCustomer } from '../nouns/arrange.ts';
import { laws } from '../suite/laws.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const none = noCustomData(behaviours);

  test(`custom-data-default: custom_data is ${JSON.stringify(none)} where none was sent`, async () => {
    const account = target.newAccount();
    // Created without the mark that other laws put into custom data.
    const customer = (await account.call('createCustomer', { body: { email: target.freshEmail() } })).data;
    const entities = [customer, await createAddress(account, customer), await createBusiness(account, customer)];
    for (const { custom_data } of entities) expect(custom_data).toEqual(none);
  });

  test('custom-data: an update replaces all keys, and an update without it keeps them', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account, { custom_data: { plan: 'free', seats: '1' } });
    const path = { customer_id: customer.id };
    const property = fc.asyncProperty(customData(behaviours), async (sent) => {
      const stored = storedCustomData(sent, behaviours);
      expect((await account.call('updateCustomer', { path, body: { custom_data: sent } })).data.custom_data).toEqual(
        stored,
      );
      expect((await account.call('updateCustomer', { path, body: { name: 'Sam' } })).data.custom_data).toEqual(stored);
      expect((await readCustomer(account, customer)).custom_data).toEqual(stored);
    });
    await assertProperty(property);
  });

  test('custom-data-empty-object-clears: {} and null both clear', async () => {
    const account = target.newAccount();
    for (const custom_data of [{}, null]) {
      const customer = await createCustomer(account, { custom_data: { plan: 'pro' } });
      const path = { customer_id: customer.id };
      expect((await account.call('updateCustomer', { path, body: { custom_data } })).data.custom_data).toEqual(none);
      expect((await readCustomer(account, customer)).custom_data).toEqual(none);
    }
  });

  const accepted = behaviours['custom-data-values'] === 'json';
  test(`custom-data-strings-only: values other than strings are ${accepted ? 'kept' : 'refused'}`, async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account, { custom_data: { plan: 'pro' } });
    const path = { customer_id: customer.id };
    for (const value of [1, 1.5, true, null, ['a'], {}, { nested: 'object' }]) {
      const custom_data = { plan: 'pro', more: value };
      if (accepted) {
        expect((await account.call('updateCustomer', { path, body: { custom_data } })).data.custom_data).toEqual(
          custom_data,
        );
      } else {
        const refusals = [
          await account.refusal('updateCustomer', { path, body: { custom_data } }),
          await account.refusal('createCustomer', { body: { email: target.freshEmail(), custom_data } }),
          await account.refusal('createAddress', { path, body: { country_code: 'IE', custom_data } }),
        ];
        for (const refusal of refusals) {
          expect(refusal).toMatchObject({ status: 400, code: 'bad_request', errors: [{ field: 'custom_data.more' }] });
        }
      }
    }
    if (!accepted) expect(await readCustomer(account, customer)).toEqual(customer);
  });

  test('custom-data-strings-only: what is no object is refused', async () => {
    const account = target.newAccount();
    for (const custom_data of ['text', 1, true, ['a']]) {
      const refusal = await account.refusal('createCustomer', { body: { email: target.freshEmail(), custom_data } });
      expect(refusal).toMatchObject({ status: 400, code: 'bad_request', errors: [{ field: 'custom_data' }] });
    }
  });

  const keys = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`key_${index}`, 'value']));

  test('custom-data-50-keys: 50 keys are accepted', async () => {
    const custom_data = keys(50);
    expect((await createCustomer(target.newAccount(), { custom_data })).custom_data).toEqual(custom_data);
  });

  test(`custom-data-50-keys: 51 keys are ${accepted ? 'accepted too' : 'refused'}`, async () => {
    const account = target.newAccount();
    const custom_data = keys(51);
    if (accepted) {
      expect((await createCustomer(account, { custom_data })).custom_data).toEqual(custom_data);
    } else {
      const refusal = await account.refusal('createCustomer', { body: { email: target.freshEmail(), custom_data } });
      expect(refusal).toMatchObject({ status: 400, code: 'bad_request', errors: [{ field: 'custom_data' }] });
    }
  });
});
