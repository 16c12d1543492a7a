import fc from 'fast-check';
import { valueOutsideEnum } from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { archiveCustomer, createCustomer, readCustomer } from '../arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import { customerUpdate, locale } from './arbitrary.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const defaultLocale = behaviours['customer-locale-default'] === 'en' ? 'en' : null;

  test('customer-name-optional: a name may be left out, be null, or have 1024 characters of any script', async () => {
    const account = target.newAccount();
    expect((await createCustomer(account)).name).toBeNull();
    expect((await createCustomer(account, { name: null })).name).toBeNull();
    const longest = '💶'.repeat(1024);
    expect((await createCustomer(account, { name: longest })).name).toBe(longest);
  });

  test(`customer-locale: a locale is kept as sent, and is ${defaultLocale} without one`, async () => {
    const account = target.newAccount();
    expect((await createCustomer(account)).locale).toBe(defaultLocale);
    const property = fc.asyncProperty(locale, async (sent) => {
      expect((await createCustomer(account, { locale: sent })).locale).toBe(sent);
    });
    await assertProperty(property);
  });

  test(`customer-marketing-consent: consent is ${behaviours['marketing-consent']}, and false without it`, async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    expect(customer.marketing_consent).toBe(false);
    const update = { path: { customer_id: customer.id }, body: { marketing_consent: true } };
    const create = { body: { email: target.freshEmail(), marketing_consent: true } };
    if (behaviours['marketing-consent'] === 'writable') {
      expect((await account.call('createCustomer', create)).data.marketing_consent).toBe(true);
      expect((await account.call('updateCustomer', update)).data.marketing_consent).toBe(true);
    } else {
      const refusals = [
        await account.refusal('createCustomer', create),
        await account.refusal('updateCustomer', update),
      ];
      for (const refusal of refusals) expect(refusal).toMatchObject({ status: 400, code: 'bad_request' });
      expect(await readCustomer(account, customer)).toEqual(customer);
    }
  });

  test('customer-status-enum: a customer is active at first, and no status but active and archived is accepted', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    expect(customer.status).toBe('active');
    const invalidStatus = valueOutsideEnum(customerUpdate(behaviours), 'status', ['deleted', 'Active', '']);
    const property = fc.asyncProperty(invalidStatus, async (invalid) => {
      expectRefused(
        await account.refusal('updateCustomer', { path: { customer_id: customer.id }, body: invalid.body }),
        invalid,
      );
    });
    await assertProperty(property);
    expect((await archiveCustomer(account, customer)).status).toBe('archived');
  });

  test('no-passwords: a customer has no password, session or role, and is given none', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = { customer_id: customer.id };
    for (const field of ['password', 'session', 'role']) {
      expect(customer).not.toHaveProperty(field);
      const body = { email: target.freshEmail(), [field]: 'secret' };
      for (const refusal of [
        await account.refusal('createCustomer', { body }),
        await account.refusal('updateCustomer', { path, body }),
      ]) {
        expect(refusal, field).toMatchObject({ status: 400, code: 'bad_request' });
      }
    }
  });

  test('customer-status-enum: a customer cannot be created archived', async () => {
    const body = { email: target.freshEmail(), status: 'archived' };
    expect(await target.newAccount().refusal('createCustomer', { body })).toMatchObject({
      status: 400,
      code: 'bad_request',
    });
  });
});
