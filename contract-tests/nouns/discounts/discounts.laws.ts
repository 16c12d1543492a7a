import fc from 'fast-check';
import { storedCustomData } from '../../arbitraries/custom-data.ts';
import { missingRequiredField, tooLong, unknownField, valueOutsideEnum } from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { unknownId } from '../arrange.ts';
import { createDiscount, createDiscountGroup, createPrice, createProduct, freshCode } from '../catalogue.ts';
import { awaitEvents, newestEvent } from '../events/arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import { discountCreate } from './arbitrary.ts';
import { listedIds, readDiscount, refusedTerms, updateDiscount } from './arrange.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const valid = discountCreate(behaviours);

  test('discounts: a discount is read back as it was sent, with defaults for the rest', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(valid, async (body) => {
      const created = await createDiscount(account, body);
      const { id, created_at, updated_at, ...rest } = created;
      expect(id).toMatch(/^dsc_[a-z\d]{26}$/);
      const { custom_data = null, ...fields } = body;
      expect(rest).toEqual({
        status: 'active',
        enabled_for_checkout: false,
        code: null,
        mode: 'standard',
        currency_code: null,
        recur: false,
        maximum_recurring_intervals: null,
        usage_limit: null,
        restrict_to: null,
        expires_at: null,
        times_used: 0,
        discount_group_id: null,
        import_meta: null,
        ...fields,
        custom_data: storedCustomData(custom_data, behaviours),
      });
      expect(updated_at).toBe(created_at);
      expect(await readDiscount(account, created)).toEqual(created);
      const query = { id, mode: created.mode };
      expect((await account.call('listDiscounts', { query })).data).toEqual([created]);
    });
    await assertProperty(property);
  });

  test('discounts: ten dollars off for a year, on one product, is created as sent and reduced to eight', async () => {
    const account = target.newAccount();
    const sent = {
      amount: '1000',
      description: 'Test Discount',
      type: 'flat',
      enabled_for_checkout: true,
      code: freshCode(account),
      currency_code: 'USD',
      recur: true,
      maximum_recurring_intervals: 12,
      usage_limit: 100,
      restrict_to: [(await createProduct(account)).id],
      expires_at: '2099-09-27T07:05:03.808311Z',
    };
    const created = await createDiscount(account, sent);
    expect(created).toMatchObject({ ...sent, status: 'active', times_used: 0 });
    expect(await updateDiscount(account, created, { amount: '800' })).toMatchObject({ ...sent, amount: '800' });
    const code = sent.code.toLowerCase();
    expect((await account.call('listDiscounts', { query: { code } })).data).toMatchObject([{ id: created.id }]);
  });

  test('discounts: an invalid body is refused, and names the field', async () => {
    const account = target.newAccount();
    const invalid = fc.oneof(
      missingRequiredField(valid, 'description'),
      missingRequiredField(valid, 'type'),
      missingRequiredField(valid, 'amount'),
      tooLong(valid, 'description', 500),
      valueOutsideEnum(valid, 'type', ['', 'fixed', 'Flat']),
      valueOutsideEnum(valid, 'mode', ['', 'catalog']),
      unknownField(valid, ['status', 'times_used', 'import_meta', 'updated_at']),
    );
    const property = fc.asyncProperty(invalid, async (one) => {
      expectRefused(await account.refusal('createDiscount', { body: one.body }), one);
    });
    await assertProperty(property);
  });

  test('discount-amounts: a percentage is from 0.01 to 100 and has no currency, and a flat amount is whole and has one', async () => {
    const account = target.newAccount();
    for (const [fields, field] of [
      [{ type: 'percentage', amount: '0' }, 'amount'],
      [{ type: 'percentage', amount: '0.009' }, 'amount'],
      [{ type: 'percentage', amount: '100.01' }, 'amount'],
      [{ type: 'percentage', amount: '10', currency_code: null }, 'currency_code'],
      [{ type: 'percentage', amount: '10', currency_code: 'USD' }, 'currency_code'],
      [{ type: 'flat', amount: '1000' }, 'currency_code'],
      [{ type: 'flat_per_seat', amount: '1000', currency_code: null }, 'currency_code'],
      [{ type: 'flat', amount: '10.50', currency_code: 'USD' }, 'amount'],
      [{ type: 'flat', amount: '0', currency_code: 'USD' }, 'amount'],
      [{ type: 'percentage', amount: '10', maximum_recurring_intervals: 3 }, 'maximum_recurring_intervals'],
    ] as const)
      expect(await refusedTerms(account, fields), JSON.stringify(fields)).toMatchObject({
        status: 400,
        code: 'invalid_field',
        errors: [{ field }],
      });
    const percentage = await createDiscount(account);
    const path = { discount_id: percentage.id };
    expect(await account.refusal('updateDiscount', { path, body: { type: 'flat' } })).toMatchObject({
      code: 'invalid_field',
      errors: [{ field: 'currency_code' }],
    });
    const flat = await updateDiscount(account, percentage, { type: 'flat', amount: '500', currency_code: 'EUR' });
    expect(flat).toMatchObject({ type: 'flat', amount: '500', currency_code: 'EUR' });
    const again = await updateDiscount(account, percentage, { type: 'percentage', amount: '12.5' });
    expect(again).toMatchObject({ type: 'percentage', amount: '12.5', currency_code: null });
  });

  test('discount-codes: a discount for checkout without a code gets one of ten capitals and digits, and no other does', async () => {
    const account = target.newAccount();
    const named = freshCode(account);
    expect(await createDiscount(account)).toMatchObject({ enabled_for_checkout: false, code: null });
    expect(await createDiscount(account, { code: named })).toMatchObject({ enabled_for_checkout: false, code: named });
    const first = await createDiscount(account, { enabled_for_checkout: true, code: null });
    const second = await createDiscount(account, { enabled_for_checkout: true });
    for (const { code } of [first, second]) expect(code).toMatch(/^[A-Z\d]{10}$/);
    expect(first.code).not.toBe(second.code);
    const later = await createDiscount(account);
    const enabled = await updateDiscount(account, later, { enabled_for_checkout: true });
    expect(enabled.code).toMatch(/^[A-Z\d]{10}$/);
    expect(await updateDiscount(account, later, { amount: '20' })).toMatchObject({ code: enabled.code });
  });

  test('discount-codes: a code belongs to one discount, in whatever letter case', async () => {
    const account = target.newAccount();
    const code = freshCode(account);
    const taken = await createDiscount(account, { code });
    const other = await createDiscount(account);
    const conflict = {
      status: 409,
      code: 'discount_code_conflict',
      detail: `Discount code conflicts with Discount ID ${taken.id}`,
    };
    for (const wanted of [code, code.toLowerCase()]) {
      expect(await refusedTerms(account, { code: wanted })).toMatchObject(conflict);
      const path = { discount_id: other.id };
      expect(await account.refusal('updateDiscount', { path, body: { code: wanted } })).toMatchObject(conflict);
      expect(await updateDiscount(account, taken, { code: wanted })).toMatchObject({ code: wanted });
    }
    for (const wanted of ['', 'TEN-OFF', 'X'.repeat(33), 'ÄPFEL'])
      expect(await refusedTerms(account, { code: wanted }), wanted).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: [{ field: 'code' }],
      });
  });

  test('discount-references: what a discount is restricted to exists and is active', async () => {
    const account = target.newAccount();
    const product = await createProduct(account);
    const price = await createPrice(account, product);
    const restrict_to = [product.id, price.id];
    const discount = await createDiscount(account, { restrict_to });
    expect(discount.restrict_to).toEqual(restrict_to);
    await account.call('updatePrice', { path: { price_id: price.id }, body: { status: 'archived' } });
    await account.call('updateProduct', { path: { product_id: product.id }, body: { status: 'archived' } });
    for (const [id, code, what] of [
      [product.id, 'discount_restricted_product_not_active', 'Product'],
      [unknownId('pro'), 'discount_restricted_product_not_active', 'Product'],
      [price.id, 'discount_restricted_product_price_not_active', 'Product Price'],
      [unknownId('pri'), 'discount_restricted_product_price_not_active', 'Product Price'],
    ] as const) {
      const refusal = { status: 400, code, detail: `${what} given not active ${id}` };
      expect(await refusedTerms(account, { restrict_to: [id] })).toMatchObject(refusal);
      const path = { discount_id: discount.id };
      expect(await account.refusal('updateDiscount', { path, body: { restrict_to: [id] } })).toMatchObject(refusal);
    }
    // Earlier restrictions stay, and do not prevent other changes.
    expect(await updateDiscount(account, discount, { amount: '20' })).toMatchObject({ restrict_to, amount: '20' });
    expect(await updateDiscount(account, discount, { restrict_to: null })).toMatchObject({ restrict_to: null });
  });

  test('discount-references: a discount joins a group, is found by it, includes it, and can leave it', async () => {
    const account = target.newAccount();
    const group = await createDiscountGroup(account);
    const member = await createDiscount(account, {
      description: '$10 off',
      type: 'flat',
      amount: '1000',
      currency_code: 'USD',
      discount_group_id: group.id,
    });
    const other = await createDiscount(account);
    expect(member).toMatchObject({ discount_group_id: group.id, enabled_for_checkout: false, code: null });
    expect(await listedIds(account, [member, other], { discount_group_id: group.id })).toEqual([member.id]);
    const query = { include: 'discount_group' };
    const path = { discount_id: member.id };
    const whole = { ...member, discount_group: group };
    expect((await account.call('getDiscount', { path, query })).data).toEqual(whole);
    const list = { id: `${member.id},${other.id}`, ...query };
    expect((await account.call('listDiscounts', { query: list })).data).toEqual([whole, other]);
    const refusal = await refusedTerms(account, { discount_group_id: unknownId('dsg') });
    expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
    const left = await updateDiscount(account, member, { discount_group_id: null });
    expect(left.discount_group_id).toBeNull();
  });

  test('create-status-code: creating a discount answers 201', async () => {
    const body = { description: 'Ten percent off', type: 'percentage', amount: '10' };
    expect((await target.newAccount().request('POST', '/discounts', { body })).status).toBe(201);
  });

  test('get-404: a discount that does not exist is not found', async () => {
    const account = target.newAccount();
    for (const discount_id of [unknownId('dsc'), `${unknownId('dsc')}@${unknownId('dscrev')}`]) {
      const path = { discount_id };
      for (const refusal of [
        await account.refusal('getDiscount', { path }),
        await account.refusal('updateDiscount', { path, body: { amount: '5' } }),
      ])
        expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
    }
  });

  test('discounts: the ID of a revision answers the discount', async () => {
    const account = target.newAccount();
    const discount = await createDiscount(account);
    const path = { discount_id: `${discount.id}@${unknownId('dscrev')}` };
    expect((await account.call('getDiscount', { path })).data).toEqual(discount);
  });

  test('patch-partial: an update of a discount changes the fields that are sent', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(valid, valid, async (body, update) => {
      const before = await createDiscount(account, body);
      const after = await updateDiscount(account, before, update);
      const { custom_data = before.custom_data, ...fields } = update;
      expect(after).toEqual({
        ...before,
        ...fields,
        currency_code: update.currency_code ?? null,
        custom_data: storedCustomData(custom_data, behaviours),
        updated_at: after.updated_at,
      });
      expect(await readDiscount(account, before)).toEqual(after);
    });
    await assertProperty(property, 30);
  });

  const announced = behaviours['webhook-events'] === 'all';
  test(`discount-events: changes of discounts are ${announced ? 'announced in order, without the number of uses' : 'no events'}`, async () => {
    const account = target.newAccount();
    const newest = await newestEvent(account);
    const created = await createDiscount(account);
    const updated = await updateDiscount(account, created, { amount: '20' });
    const archived = await updateDiscount(account, created, { status: 'archived' });
    const expected = Object.entries({ created, updated, archived }).map(([name, { times_used: _, ...data }]) => ({
      event_type: `discount.${name === 'archived' ? 'updated' : name}`,
      data,
    }));
    const events = await awaitEvents(account, newest, announced ? expected.length : 0);
    const own = events.filter(({ data }) => data['id'] === created.id);
    expect(own.map(({ event_type, data }) => ({ event_type, data }))).toEqual(announced ? expected : []);
  });
});
