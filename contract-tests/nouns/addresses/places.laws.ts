import fc from 'fast-check';
import { missingRequiredField, valueOutsideEnum, wrongType } from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createAddress, createCustomer } from '../arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import { addressCreate } from './arbitrary.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const valid = addressCreate(behaviours);

  test('address-country-code: an address without a country, or with none of ISO 3166-1, is refused', async () => {
    const account = target.newAccount();
    const path = { customer_id: (await createCustomer(account)).id };
    const invalid = fc.oneof(
      missingRequiredField(valid, 'country_code'),
      wrongType(valid, 'country_code', 'string'),
      valueOutsideEnum(valid, 'country_code', ['ZZ', 'us', 'USA', 'UK', '']),
    );
    const property = fc.asyncProperty(invalid, async (one) => {
      expectRefused(await account.refusal('createAddress', { path, body: one.body }), one);
    });
    await assertProperty(property);
    expect((await account.call('listAddresses', { path })).data).toEqual([]);
  });

  test('address-country-code: a country that Paddle does not sell to is refused with a code of its own', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const address = await createAddress(account, customer);
    const path = { customer_id: customer.id, address_id: address.id };
    for (const country_code of ['RU', 'KP', 'IR', 'CU']) {
      const body = { country_code, postal_code: '10001' };
      expect(await account.refusal('createAddress', { path, body })).toMatchObject({
        status: 400,
        code: 'address_location_not_allowed',
      });
      expect(await account.refusal('updateAddress', { path, body })).toMatchObject({
        status: 400,
        code: 'address_location_not_allowed',
      });
    }
    expect((await account.call('listAddresses', { path })).data).toEqual([address]);
  });

  const required = behaviours['postal-code'] === 'required-by-country';

  test(`address-postal-code: an address in US or GB ${required ? 'needs a postal code' : 'may be without a postal code'}`, async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = { customer_id: customer.id };
    for (const country_code of ['US', 'GB']) {
      const body = { country_code };
      if (required) {
        expect(await account.refusal('createAddress', { path, body })).toMatchObject({ status: 400 });
        const address = await createAddress(account, customer, { ...body, postal_code: '10001' });
        const cleared = { path: { ...path, address_id: address.id }, body: { postal_code: null } };
        expect(await account.refusal('updateAddress', cleared)).toMatchObject({ status: 400 });
      } else {
        expect((await createAddress(account, customer, body)).postal_code).toBeNull();
      }
    }
  });

  test('address-postal-code: a postal code is kept as it was sent', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const address = await createAddress(account, customer, { country_code: 'GB', postal_code: ' sw1a  1aa' });
    expect(address.postal_code).toBe(' sw1a  1aa');
  });
});
