import fc from 'fast-check';
import { storedCustomData } from '../../arbitraries/custom-data.ts';
import { tooLong, unknownField, wrongType } from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createCustomer, readCustomer, unknownId, withFreeEmail } from '../arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import { type CustomerCreate, customerCreate } from './arbitrary.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const defaultLocale = behaviours['customer-locale-default'] === 'en' ? 'en' : null;
  const valid = customerCreate(behaviours);

  /** The customer that a body creates, without ID and times. */
  function customerOf(body: CustomerCreate) {
    return {
      email: body.email,
      name: body.name ?? null,
      locale: body.locale ?? defaultLocale,
      custom_data: storedCustomData(body.custom_data ?? null, behaviours),
      marketing_consent: body.marketing_consent ?? false,
      status: 'active',
    };
  }

  test('customer-id-prefix: a new customer has an ID of its own that begins with ctm_', async () => {
    const account = target.newAccount();
    const ids = [(await createCustomer(account)).id, (await createCustomer(account)).id];
    expect(ids).toEqual([expect.stringMatching(/^ctm_[a-z\d]{26}$/), expect.stringMatching(/^ctm_[a-z\d]{26}$/)]);
    expect(new Set(ids).size).toBe(2);
  });

  test('customer-id-prefix: the ID of a customer cannot be chosen or changed', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = { customer_id: customer.id };
    const chosen = { id: unknownId('ctm'), email: target.freshEmail() };
    expect(await account.refusal('createCustomer', { body: chosen })).toMatchObject({ status: 400 });
    expect(await account.refusal('updateCustomer', { path, body: chosen })).toMatchObject({ status: 400 });
    expect(await readCustomer(account, customer)).toEqual(customer);
  });

  test('create-status-code: creating a customer answers 201, everything else about customers 200', async () => {
    const account = target.newAccount();
    const created = await account.request('POST', '/customers', { body: { email: target.freshEmail() } });
    expect(created.status).toBe(201);
    const customer = await createCustomer(account);
    for (const [method, path] of [
      ['GET', '/customers'],
      ['GET', `/customers/${customer.id}`],
      ['PATCH', `/customers/${customer.id}`],
    ] as const) {
      expect(await account.request(method, path, method === 'PATCH' ? { body: { name: 'Sam' } } : {})).toMatchObject({
        status: 200,
      });
    }
  });

  test('customers: what was sent on creation is read back, and the rest has its defaults', async () => {
    const property = fc.asyncProperty(valid, async (fields) => {
      const account = target.newAccount();
      const body = withFreeEmail(target, fields);
      const created = (await account.call('createCustomer', { body })).data;
      expect(created).toMatchObject(customerOf(body));
      expect(created.custom_data).toEqual(customerOf(body).custom_data);
      expect(await readCustomer(account, created)).toEqual(created);
    });
    await assertProperty(property);
  });

  test('customers: a body with one fault is refused, names the field, and creates nothing', async () => {
    const invalid = fc.oneof(
      wrongType(valid, 'email', 'string'),
      wrongType(valid, 'name', 'string'),
      wrongType(valid, 'locale', 'string'),
      wrongType(valid, 'custom_data', 'object'),
      tooLong(valid, 'name', 1024),
      unknownField(valid, ['status', 'customer_id']),
    );
    const property = fc.asyncProperty(invalid, async (one) => {
      const account = target.newAccount();
      expectRefused(await account.refusal('createCustomer', { body: one.body }), one);
      if (target.can.isolate) expect((await account.call('listCustomers')).data).toEqual([]);
    });
    await assertProperty(property);
  });

  test('get-404: a customer that does not exist is not found, and the refusal names the ID', async () => {
    const account = target.newAccount();
    const path = { customer_id: unknownId('ctm') };
    for (const refusal of [
      await account.refusal('getCustomer', { path }),
      await account.refusal('updateCustomer', { path, body: { name: 'Sam' } }),
    ]) {
      expect(refusal).toMatchObject({ status: 404, type: 'request_error', code: 'not_found' });
      expect(refusal.detail).toContain(path.customer_id);
    }
  });

  test('customers: what is no customer ID is refused as a bad request', async () => {
    for (const customer_id of [
      'ctm_1',
      'add_01h00000000000000000000000',
      'CTM_01h00000000000000000000000',
      'sam@example.com',
    ]) {
      expect(await target.newAccount().refusal('getCustomer', { path: { customer_id } })).toMatchObject({
        status: 400,
        code: 'bad_request',
      });
    }
  });
});
