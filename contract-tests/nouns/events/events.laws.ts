import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createAddress, createCustomer, unknownId } from '../arrange.ts';
import { walk } from '../walk.ts';

export default laws(({ target, test }) => {
  test('events: what happened is listed without any destination, newest first, with the entity as it was then', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = { customer_id: customer.id };
    const { data: renamed } = await account.call('updateCustomer', { path, body: { name: 'Sam Smith' } });
    const [newest, older] = (await account.call('listEvents', { query: { per_page: 2 } })).data;
    expect(newest).toMatchObject({ event_type: 'customer.updated', data: renamed });
    expect(older).toMatchObject({ event_type: 'customer.created', data: customer });
    expect(newest?.event_id).toMatch(/^evt_[a-z\d]{26}$/);
    expect(newest && older && newest.event_id > older.event_id).toBe(true);
  });

  test('events: a walk over pages yields each event once, in the order asked for', async ({ skip }) => {
    if (!target.can.isolate) skip('the account may hold events of earlier tests');
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const addresses = [];
    while (addresses.length < 6) addresses.push(await createAddress(account, customer));
    const ids = [customer.id, ...addresses.map(({ id }) => id)];
    for (const order_by of ['id[ASC]', 'id[DESC]']) {
      const events = await walk((start) => account.call('listEvents', { query: { per_page: 3, order_by, ...start } }));
      const found = events.map(({ data }) => data['id']);
      expect(found).toEqual(order_by === 'id[ASC]' ? ids : ids.toReversed());
      expect(new Set(events.map(({ event_id }) => event_id)).size).toBe(events.length);
    }
  });

  test('events: the filter by event type finds events of the given types', async ({ skip }) => {
    if (!target.can.isolate) skip('the account may hold events of earlier tests');
    const account = target.newAccount();
    await createAddress(account, await createCustomer(account));
    const listed = async (event_type: string) =>
      (await account.call('listEvents', { query: { event_type } })).data.map((event): string => event.event_type);
    expect(await listed('customer.created')).toEqual(['customer.created']);
    expect(await listed('customer.created,address.created')).toEqual(['address.created', 'customer.created']);
    expect(await listed('customer.updated')).toEqual([]);
    for (const event_type of ['customer', 'customer.deleted', 'customer.created,x'])
      expect(await account.refusal('listEvents', { query: { event_type } })).toMatchObject({ status: 400 });
  });

  test('pagination-cursor: a cursor that is no event ID is refused', async () => {
    for (const after of ['1', unknownId('ntf'), 'evt_1']) {
      const refusal = await target.newAccount().refusal('listEvents', { query: { after } });
      expect(refusal).toMatchObject({ status: 400, code: 'bad_request' });
    }
  });
});
