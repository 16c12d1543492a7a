import fc from 'fast-check';
import { text } from '../../arbitraries/text.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { unknownId } from '../arrange.ts';
import { createDiscount, createDiscountGroup, type DiscountGroup } from '../catalogue.ts';
import { awaitEvents, newestEvent } from '../events/arrange.ts';

async function updateGroup(account: Account, { id }: DiscountGroup, body: object): Promise<DiscountGroup> {
  return (await account.call('updateDiscountGroup', { path: { discount_group_id: id }, body })).data;
}

async function readGroup(account: Account, { id }: DiscountGroup): Promise<DiscountGroup> {
  return (await account.call('getDiscountGroup', { path: { discount_group_id: id } })).data;
}

async function listedIds(account: Account, groups: readonly DiscountGroup[], query: object = {}): Promise<string[]> {
  const id = groups.map((group) => group.id).join();
  return (await account.call('listDiscountGroups', { query: { id, ...query } })).data.map((group) => group.id);
}

export default laws(({ target, test }) => {
  const { behaviours, freshEmail } = target;

  test('discount-groups: a group has the name that was sent, and is active', async () => {
    const account = target.newAccount();
    const property = fc.asyncProperty(text(400, 1), async (start) => {
      const name = `${start} ${freshEmail()}`;
      const created = await createDiscountGroup(account, { name });
      const { id, created_at, updated_at, ...rest } = created;
      expect(id).toMatch(/^dsg_[a-z\d]{26}$/);
      expect(rest).toEqual({ name, status: 'active', import_meta: null });
      expect(updated_at).toBe(created_at);
      expect(await readGroup(account, created)).toEqual(created);
    });
    await assertProperty(property, 20);
  });

  test('discount-groups: a name that another group has is refused, whoever asks for it', async () => {
    const account = target.newAccount();
    const taken = await createDiscountGroup(account);
    const other = await createDiscountGroup(account);
    const { name } = taken;
    const conflict = {
      status: 409,
      code: 'discount_group_name_conflict',
      detail: `Discount group name conflicts with the name of the discount group: ${taken.id}`,
    };
    expect(await account.refusal('createDiscountGroup', { body: { name } })).toMatchObject(conflict);
    const path = { discount_group_id: other.id };
    expect(await account.refusal('updateDiscountGroup', { path, body: { name } })).toMatchObject(conflict);
    expect(await updateGroup(account, taken, { name })).toMatchObject({ name });
    expect(await readGroup(account, other)).toEqual(other);
  });

  test('discount-groups: an invalid body is refused', async () => {
    const account = target.newAccount();
    for (const [body, field] of [
      [{}, '(root)'],
      [{ name: '' }, 'name'],
      [{ name: 'x'.repeat(501) }, 'name'],
      [{ name: 1 }, 'name'],
      [{ name: freshEmail(), custom_data: {} }, '(root)'],
    ] as const)
      expect(await account.refusal('createDiscountGroup', { body }), JSON.stringify(body)).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: [{ field }],
      });
  });

  test('create-status-code: creating a discount group answers 201', async () => {
    const body = { name: freshEmail() };
    expect((await target.newAccount().request('POST', '/discount-groups', { body })).status).toBe(201);
  });

  test('get-404: a discount group that does not exist is not found', async () => {
    const account = target.newAccount();
    const path = { discount_group_id: unknownId('dsg') };
    for (const refusal of [
      await account.refusal('getDiscountGroup', { path }),
      await account.refusal('updateDiscountGroup', { path, body: { name: freshEmail() } }),
    ])
      expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('discount-group-archiving: an archived group is listed, cannot be changed or joined, and can be made active again', async () => {
    const account = target.newAccount();
    const group = await createDiscountGroup(account);
    const archived = await updateGroup(account, group, { status: 'archived' });
    expect(archived).toMatchObject({ status: 'archived', name: group.name });
    const path = { discount_group_id: group.id };
    for (const body of [{}, { name: freshEmail() }, { status: 'archived' }]) {
      const refusal = await account.refusal('updateDiscountGroup', { path, body: Object(body) });
      expect(refusal).toMatchObject({ status: 400, code: 'entity_archived' });
      expect(refusal.detail).toBe(`Discount group ${group.id} is archived and cannot be modified.`);
    }
    const terms = { description: 'Ten percent off', type: 'percentage', amount: '10' };
    const joined = await account.refusal('createDiscount', { body: { ...terms, discount_group_id: group.id } });
    expect(joined).toMatchObject({ status: 400, code: 'entity_archived' });
    expect(await listedIds(account, [group])).toEqual([group.id]);
    expect(await updateGroup(account, group, { status: 'active' })).toMatchObject({ status: 'active' });
    expect(await createDiscount(account, { discount_group_id: group.id })).toMatchObject({ status: 'active' });
  });

  test('discount-lists: discount groups are listed oldest first, or in the order that is asked for', async () => {
    const account = target.newAccount();
    const all = [
      await createDiscountGroup(account),
      await createDiscountGroup(account),
      await createDiscountGroup(account),
    ];
    const ids = all.map(({ id }) => id);
    expect(await listedIds(account, all)).toEqual(ids);
    for (const field of ['id', 'created_at'])
      expect(await listedIds(account, all, { order_by: `${field}[DESC]` })).toEqual(ids.toReversed());
    const start = await listedIds(account, all, { per_page: 2 });
    expect(start).toEqual(ids.slice(0, 2));
    expect(await listedIds(account, all, { per_page: 2, after: start.at(-1) })).toEqual(ids.slice(2));
  });

  const announced = behaviours['webhook-events'] === 'all';
  test(`discount-events: changes of discount groups are ${announced ? 'announced in order' : 'no events'}`, async () => {
    const account = target.newAccount();
    const newest = await newestEvent(account);
    const created = await createDiscountGroup(account);
    const updated = await updateGroup(account, created, { name: freshEmail() });
    const archived = await updateGroup(account, created, { status: 'archived' });
    const expected = [
      { event_type: 'discount_group.created', data: created },
      { event_type: 'discount_group.updated', data: updated },
      { event_type: 'discount_group.updated', data: archived },
    ];
    const events = await awaitEvents(account, newest, announced ? expected.length : 0);
    const own = events.filter(({ data }) => data['id'] === created.id);
    expect(own.map(({ event_type, data }) => ({ event_type, data }))).toEqual(announced ? expected : []);
  });
});
