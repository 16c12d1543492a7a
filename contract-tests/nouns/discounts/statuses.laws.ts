import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createDiscount } from '../catalogue.ts';
import { listedIds, readDiscount, updateDiscount } from './arrange.ts';

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const shown = behaviours['list-default-status'];

  test('discount-archiving: an archived discount is refused as archived until an update makes it active', async () => {
    const account = target.newAccount();
    const discount = await createDiscount(account);
    const path = { discount_id: discount.id };
    const archived = await updateDiscount(account, discount, { status: 'archived' });
    expect(archived).toMatchObject({ status: 'archived' });
    for (const body of [{}, { amount: '20' }, { status: 'archived' }]) {
      const refusal = await account.refusal('updateDiscount', { path, body: Object(body) });
      expect(refusal).toMatchObject({ status: 400, code: 'entity_archived' });
      expect(refusal.detail).toBe(`Discount ${discount.id} is archived and cannot be modified.`);
    }
    expect(await readDiscount(account, discount)).toEqual(archived);
    const active = await updateDiscount(account, discount, { status: 'active', amount: '20' });
    expect(active).toMatchObject({ status: 'active', amount: '20' });
  });

  test('discount-archiving: no request can set the status expired or used', async () => {
    const account = target.newAccount();
    const path = { discount_id: (await createDiscount(account)).id };
    for (const status of ['expired', 'used'])
      expect(await account.refusal('updateDiscount', { path, body: { status } }), status).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: [{ field: 'status' }],
      });
  });

  test('discount-lists: discounts are listed oldest first, and found by mode and order', async () => {
    const account = target.newAccount();
    const first = await createDiscount(account);
    const custom = await createDiscount(account, { mode: 'custom' });
    const last = await createDiscount(account);
    const all = [first, custom, last];
    expect(await listedIds(account, all)).toEqual([first.id, last.id]);
    expect(await listedIds(account, all, { mode: 'custom' })).toEqual([custom.id]);
    for (const field of ['id', 'created_at']) {
      expect(await listedIds(account, all, { order_by: `${field}[DESC]` }), field).toEqual([last.id, first.id]);
      const page = { order_by: `${field}[ASC]`, per_page: 1 };
      expect(await listedIds(account, all, page), field).toEqual([first.id]);
      expect(await listedIds(account, all, { ...page, after: first.id }), field).toEqual([last.id]);
    }
    for (const query of [{ mode: 'catalog' }, { include: 'products' }, { order_by: 'code[ASC]' }, { status: 'new' }])
      expect(await account.refusal('listDiscounts', { query }), JSON.stringify(query)).toMatchObject({
        status: 400,
        code: 'invalid_field',
      });
  });

  test(`discount-lists: a list without status shows ${shown} discounts`, async () => {
    const account = target.newAccount();
    const active = await createDiscount(account);
    const archived = await updateDiscount(account, await createDiscount(account), { status: 'archived' });
    const all = [active, archived];
    expect(await listedIds(account, all)).toEqual(shown === 'all' ? [active.id, archived.id] : [active.id]);
    expect(await listedIds(account, all, { status: 'archived' })).toEqual([archived.id]);
    expect(await listedIds(account, all, { status: 'archived,active' })).toEqual([active.id, archived.id]);
  });

  test('discount-statuses: a discount expires at its time, is listed as expired, and a later date makes it active', async ({
    skip,
  }) => {
    const clock = target.can.clock ?? skip('the clock of the target cannot be set');
    const account = target.newAccount();
    await clock.set(account, { now: '2027-01-01T00:00:00Z', frozen: true });
    const discount = await createDiscount(account, { expires_at: '2027-01-02T00:00:00Z' });
    const lasting = await createDiscount(account, { expires_at: '2027-01-03T00:00:00Z' });
    const all = [discount, lasting];
    await clock.advance(account, { hours: 23, minutes: 59 });
    expect(await listedIds(account, all, { status: 'active' })).toEqual([discount.id, lasting.id]);
    await clock.advance(account, { minutes: 1 });
    const expired = { ...discount, status: 'expired' };
    expect((await account.call('listDiscounts', { query: { status: 'expired' } })).data).toEqual([expired]);
    expect(await listedIds(account, all, { status: 'active' })).toEqual([lasting.id]);
    expect(await updateDiscount(account, discount, { amount: '20' })).toMatchObject({
      status: 'expired',
      amount: '20',
    });
    const later = await updateDiscount(account, discount, { expires_at: '2027-02-01T00:00:00Z' });
    expect(later).toMatchObject({ status: 'active', expires_at: '2027-02-01T00:00:00Z' });
    await clock.advance(account, { days: 60 });
    expect(await listedIds(account, all, { status: 'expired' })).toEqual([discount.id, lasting.id]);
    expect(await updateDiscount(account, discount, { expires_at: null })).toMatchObject({ status: 'active' });
  });

  test('discount-statuses: a limit below the number of uses is refused, one at it uses a discount up, and a higher one frees it', async ({
    skip,
  }) => {
    const seed = target.can.seed ?? skip('the target cannot be seeded');
    const account = target.newAccount();
    const template = await createDiscount(account);
    const id = template.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    await seed(account, { discounts: [Object({ ...template, id, times_used: 3 })] });
    const path = { discount_id: id };
    const seeded = (await account.call('getDiscount', { path })).data;
    expect(seeded).toMatchObject({ times_used: 3, status: 'active' });
    expect(await account.refusal('updateDiscount', { path, body: { usage_limit: 2 } })).toMatchObject({
      status: 400,
      code: 'discount_usage_limit_less_than_times_used',
      detail: 'Usage limit is less than times already used (Times Used: 3, Usage Limit: 2)',
    });
    expect(await updateDiscount(account, seeded, { usage_limit: 3 })).toMatchObject({ status: 'used', times_used: 3 });
    expect(await listedIds(account, [seeded], { status: 'used' })).toEqual([id]);
    expect(await listedIds(account, [seeded], { status: 'active' })).toEqual([]);
    expect(await updateDiscount(account, seeded, { usage_limit: 4 })).toMatchObject({ status: 'active' });
  });
});
