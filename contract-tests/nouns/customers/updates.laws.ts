import fc from 'fast-check';
import { storedCustomData } from '../../arbitraries/custom-data.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createCustomer, readCustomer, withFreeEmail } from '../arrange.ts';
import { customerCreate, customerUpdate } from './arbitrary.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;

  test('patch-partial: an update changes the fields that are sent, and no others', async () => {
    const property = fc.asyncProperty(customerCreate(behaviours), customerUpdate(behaviours), async (body, change) => {
      const account = target.newAccount();
      const before = await createCustomer(account, withFreeEmail(target, body));
      const update = withFreeEmail(target, change);
      const path = { customer_id: before.id };
      const after = (await account.call('updateCustomer', { path, body: update })).data;
      const custom_data =
        'custom_data' in update ? storedCustomData(update.custom_data ?? null, behaviours) : before.custom_data;
      expect(after).toEqual({ ...before, ...update, custom_data, updated_at: after.updated_at });
      expect(await readCustomer(account, before)).toEqual(after);
    });
    await assertProperty(property);
  });

  test('patch-partial: an update without any field changes nothing, and is not refused', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account, { name: 'Sam', custom_data: { plan: 'pro' } });
    const { data } = await account.call('updateCustomer', { path: { customer_id: customer.id }, body: {} });
    expect(data).toEqual({ ...customer, updated_at: data.updated_at });
    expect(await readCustomer(account, customer)).toEqual(data);
  });

  test('patch-partial: null clears a field that may be null, and is refused for one that may not', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account, { name: 'Sam', locale: 'de' });
    const path = { customer_id: customer.id };
    expect((await account.call('updateCustomer', { path, body: { name: null } })).data.name).toBeNull();
    const never = ['email', 'status', ...(behaviours['customer-locale-default'] === 'en' ? ['locale'] : [])];
    for (const field of never) {
      const refusal = await account.refusal('updateCustomer', { path, body: { [field]: null } });
      expect(refusal).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: expect.arrayContaining([expect.objectContaining({ field })]),
      });
    }
  });

  test('patch-partial: a refused update changes nothing, not even its valid fields', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account, { name: 'Sam' });
    const path = { customer_id: customer.id };
    for (const fault of [{ email: 'plain' }, { status: 'gone' }, { nickname: 'S' }, { custom_data: 'text' }]) {
      const body = { name: 'Other', ...fault };
      expect(await account.refusal('updateCustomer', { path, body })).toMatchObject({ status: 400 });
    }
    expect(await readCustomer(account, customer)).toEqual(customer);
  });

  const fractions = behaviours.timestamps === 'fractions';
  const format = fractions ? /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d*[1-9])?Z$/ : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

  test('created-at-format: times are RFC 3339 in UTC, in the precision of the target', async () => {
    const customer = await createCustomer(target.newAccount());
    expect(customer.created_at).toMatch(format);
    expect(customer.updated_at).toMatch(format);
  });

  test(`created-at-format: fractions of a second are ${fractions ? 'kept without trailing zeros' : 'dropped'}`, async ({
    skip,
  }) => {
    const clock = target.can.clock ?? skip('the clock of the target cannot be set');
    const account = target.newAccount();
    for (const [time, precise] of [
      ['15.620', '15.62'],
      ['16.004', '16.004'],
      ['17.000', '17'],
    ] as const) {
      await clock.set(account, { now: `2026-07-01T10:20:${time}Z`, frozen: true });
      const expected = `2026-07-01T10:20:${fractions ? precise : time.slice(0, 2)}Z`;
      expect((await createCustomer(account)).created_at).toBe(expected);
    }
  });

  test('created-at-format: updated_at moves with an update, created_at never does', async ({ skip }) => {
    const clock = target.can.clock ?? skip('the clock of the target cannot be moved');
    const account = target.newAccount();
    await clock.set(account, { now: '2026-07-01T10:20:30Z', frozen: true });
    const customer = await createCustomer(account);
    await clock.advance(account, { hours: 1 });
    const { data } = await account.call('updateCustomer', {
      path: { customer_id: customer.id },
      body: { name: 'Sam' },
    });
    expect(data).toMatchObject({ created_at: '2026-07-01T10:20:30Z', updated_at: '2026-07-01T11:20:30Z' });
  });

  const import_meta = { imported_from: 'paddle_classic', external_id: '4711' };

  test('import-meta: it is null for a customer who was not imported', async () => {
    expect((await createCustomer(target.newAccount())).import_meta).toBeNull();
  });

  test.runIf(behaviours['import-meta'] === 'set-once')(
    'import-meta: it is kept from creation and cannot be changed',
    async () => {
      const account = target.newAccount();
      const customer = await createCustomer(account, { import_meta });
      expect(customer.import_meta).toEqual(import_meta);
      const path = { customer_id: customer.id };
      for (const changed of [{ ...import_meta, external_id: '4712' }, null]) {
        expect(await account.refusal('updateCustomer', { path, body: { import_meta: changed } })).toMatchObject({
          status: 400,
        });
      }
      expect(await readCustomer(account, customer)).toEqual(customer);
    },
  );

  test.runIf(behaviours['import-meta'] === 'read-only')('import-meta: it cannot be sent', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    for (const refusal of [
      await account.refusal('createCustomer', { body: { email: target.freshEmail(), import_meta } }),
      await account.refusal('updateCustomer', { path: { customer_id: customer.id }, body: { import_meta } }),
    ]) {
      expect(refusal).toMatchObject({ status: 400, code: 'bad_request' });
    }
  });
});
