import fc from 'fast-check';
import { invalidEmail } from '../../arbitraries/email.ts';
import { missingRequiredField, tooLong } from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createCustomer, readCustomer } from '../arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import { customerCreate } from './arbitrary.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const valid = customerCreate(behaviours);

  test('customer-email-required: a customer without an email address is refused', async () => {
    const property = fc.asyncProperty(missingRequiredField(valid, 'email'), async (invalid) => {
      expectRefused(await target.newAccount().refusal('createCustomer', { body: invalid.body }), invalid);
    });
    await assertProperty(property);
  });

  test('customer-email-required: an email address of more than 320 characters is refused', async () => {
    const property = fc.asyncProperty(tooLong(valid, 'email', 320), async (invalid) => {
      expectRefused(await target.newAccount().refusal('createCustomer', { body: invalid.body }), invalid);
    });
    await assertProperty(property);
  });

  test('customer-email-required: an update needs no email address', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const { data } = await account.call('updateCustomer', {
      path: { customer_id: customer.id },
      body: { name: 'Sam' },
    });
    expect(data.email).toBe(customer.email);
  });

  test('customer-email-required: what is no email address is refused on create and on update', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const property = fc.asyncProperty(invalidEmail, async (email) => {
      for (const refusal of [
        await account.refusal('createCustomer', { body: { email } }),
        await account.refusal('updateCustomer', { path: { customer_id: customer.id }, body: { email } }),
      ]) {
        expect(refusal.status).toBe(400);
        expect(['bad_request', 'customer_email_invalid']).toContain(refusal.code);
      }
    });
    await assertProperty(property);
    expect(await readCustomer(account, customer)).toEqual(customer);
  });

  const outcome = {
    allow: 'a second customer with the same email address gets an ID of its own',
    reject: 'a second customer with the same email address is refused, and the refusal names the first',
  }[behaviours['duplicate-emails']];

  test(`customer-email-uniqueness: ${outcome}`, async () => {
    const account = target.newAccount();
    const first = await createCustomer(account);
    if (behaviours['duplicate-emails'] === 'allow') {
      const second = await createCustomer(account, { email: first.email });
      expect(second.id).not.toBe(first.id);
      expect(second.email).toBe(first.email);
    } else {
      const refusal = await account.refusal('createCustomer', { body: { email: first.email } });
      expect(refusal).toMatchObject({ status: 409, type: 'request_error', code: 'customer_already_exists' });
      expect(refusal.detail).toBe(`customer email conflicts with customer of id ${first.id}`);
    }
  });

  test('customer-email-uniqueness: a customer can be sent its own email address again', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = { customer_id: customer.id };
    expect((await account.call('updateCustomer', { path, body: { email: customer.email } })).data.email).toBe(
      customer.email,
    );
  });

  test('customer-email-uniqueness: an update to the email address of another follows the same rule', async () => {
    const account = target.newAccount();
    const [first, second] = [await createCustomer(account), await createCustomer(account)];
    const update = { path: { customer_id: second.id }, body: { email: first.email } };
    if (behaviours['duplicate-emails'] === 'allow') {
      expect((await account.call('updateCustomer', update)).data.email).toBe(first.email);
    } else {
      expect(await account.refusal('updateCustomer', update)).toMatchObject({
        status: 409,
        code: 'customer_already_exists',
      });
      expect(await readCustomer(account, second)).toEqual(second);
    }
  });
});
