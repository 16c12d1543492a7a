import fc from 'fast-check';
import { storedCustomData } from '../../arbitraries/custom-data.ts';
import {
  missingRequiredField,
  tooLong,
  tooManyItems,
  unknownField,
  wrongType,
} from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createBusiness, createCustomer, unknownId } from '../arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import { type BusinessCreate, businessCreate, businessUpdate, type Contact } from './arbitrary.ts';

/** @evidence assumed, for the empty name of a contact without one */
const contactsOf = (contacts: readonly Contact[] = []) => contacts.map(({ name = '', email }) => ({ name, email }));

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const valid = businessCreate(behaviours);

  /** The business that a body creates, without IDs and times. */
  function businessOf(body: BusinessCreate) {
    const custom_data = storedCustomData(body.custom_data ?? null, behaviours);
    const nothing = { company_number: null, tax_identifier: null };
    return {
      ...nothing,
      ...body,
      contacts: contactsOf(body.contacts),
      custom_data,
      status: 'active',
      import_meta: null,
    };
  }

  test('address-subresource: a business is read back below its customer as it was sent', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const property = fc.asyncProperty(valid, async (body) => {
      const path = { customer_id: customer.id };
      const created = await createBusiness(account, customer, body);
      const { id, created_at, updated_at, ...rest } = created;
      expect(id).toMatch(/^biz_[a-z\d]{26}$/);
      expect(rest).toEqual({ ...businessOf(body), customer_id: customer.id });
      expect((await account.call('getBusiness', { path: { ...path, business_id: id } })).data).toEqual(created);
      expect((await account.call('listBusinesses', { path, query: { id } })).data).toEqual([created]);
      expect(updated_at).toBe(created_at);
    });
    await assertProperty(property);
  });

  test('create-status-code: creating a business answers 201', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const answer = await account.request('POST', `/customers/${customer.id}/businesses`, {
      body: { name: 'ChatApp Inc.' },
    });
    expect(answer.status).toBe(201);
  });

  test('address-subresource: the business of one customer is not found below another', async () => {
    const account = target.newAccount();
    const [owner, other] = [await createCustomer(account), await createCustomer(account)];
    const business = await createBusiness(account, owner);
    const path = { customer_id: other.id, business_id: business.id };
    expect(await account.refusal('getBusiness', { path })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await account.refusal('updateBusiness', { path, body: { name: 'Taken' } })).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    expect((await account.call('listBusinesses', { path })).data).toEqual([]);
  });

  test('get-404: a business that does not exist is not found', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = { customer_id: customer.id, business_id: unknownId('biz') };
    expect(await account.refusal('getBusiness', { path })).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('patch-partial: an update of a business changes the fields that are sent, and replaces its contacts whole', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const property = fc.asyncProperty(valid, businessUpdate(behaviours), async (body, update) => {
      const before = await createBusiness(account, customer, body);
      const path = { customer_id: customer.id, business_id: before.id };
      const after = (await account.call('updateBusiness', { path, body: update })).data;
      const contacts = update.contacts ? contactsOf(update.contacts) : before.contacts;
      const custom_data =
        'custom_data' in update ? storedCustomData(update.custom_data ?? null, behaviours) : before.custom_data;
      expect(after).toEqual({ ...before, ...update, contacts, custom_data, updated_at: after.updated_at });
      expect((await account.call('getBusiness', { path })).data).toEqual(after);
    });
    await assertProperty(property);
  });

  test('patch-partial: an archived business is refused as archived until an update makes it active', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const business = await createBusiness(account, customer);
    const path = { customer_id: customer.id, business_id: business.id };
    await account.call('updateBusiness', { path, body: { status: 'archived' } });
    expect(await account.refusal('updateBusiness', { path, body: { name: 'New' } })).toMatchObject({
      status: 400,
      code: 'entity_archived',
    });
    expect((await account.call('updateBusiness', { path, body: { status: 'active' } })).data).toMatchObject({
      name: business.name,
    });
  });

  test('businesses: contacts may be null, on creation and on change, and there are none then', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const without = await createBusiness(account, customer, { name: 'ChatApp Inc.', contacts: null });
    const before = await createBusiness(account, customer, { contacts: [{ email: 'sam@example.com' }] });
    const path = { customer_id: customer.id, business_id: before.id };
    const after = (await account.call('updateBusiness', { path, body: { contacts: null } })).data;
    expect([without.contacts, after.contacts]).toEqual([[], []]);
    expect((await account.call('getBusiness', { path })).data).toEqual(after);
  });

  test('businesses: a body with one fault is refused, names the field, and creates nothing', async () => {
    const account = target.newAccount();
    const path = { customer_id: (await createCustomer(account)).id };
    const tooMany = Array.from({ length: 101 }, (_, index) => ({ email: `sam.${index}@example.com` }));
    const invalid = fc.oneof(
      missingRequiredField(valid, 'name'),
      tooLong(valid, 'name', 1024),
      tooLong(valid, 'company_number', 1024),
      wrongType(valid, 'contacts', 'array'),
      tooManyItems(valid, 'contacts', tooMany),
      unknownField(valid, ['status', 'customer_id']),
    );
    const property = fc.asyncProperty(invalid, async (one) => {
      expectRefused(await account.refusal('createBusiness', { path, body: one.body }), one);
    });
    await assertProperty(property);
    expect((await account.call('listBusinesses', { path })).data).toEqual([]);
  });

  test('businesses: a contact without an email address, or with a bad one, is refused at its place in the list', async () => {
    const account = target.newAccount();
    const path = { customer_id: (await createCustomer(account)).id };
    const first = { email: 'sam@example.com' };
    for (const [contact, field] of [
      [{ name: 'Sam' }, 'contacts.1'],
      [{ email: 'plain' }, 'contacts.1.email'],
    ] as const) {
      const refusal = await account.refusal('createBusiness', {
        path,
        body: { name: 'ChatApp Inc.', contacts: [first, contact] },
      });
      expect(refusal).toMatchObject({ status: 400, code: 'bad_request', errors: [{ field }] });
    }
  });
});
