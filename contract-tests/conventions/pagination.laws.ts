import fc from 'fast-check';
import type { Success } from '../contract/operations.ts';
import { assertProperty } from '../law/assert-property.ts';
import { expect } from '../law/expect.ts';
import { customerWithAddresses, idsOf, listing } from '../nouns/addresses/list.ts';
import { archiveAddress, createAddress, createCustomer, unknownId } from '../nouns/arrange.ts';
import { cursorOf, walk, walkPages } from '../nouns/walk.ts';
import { laws } from '../suite/laws.ts';

/** Query of the next page: that of `next` if it is a URL, as in the SDKs, else the first query with the cursor. */
function queryAfter(next: string | null, first: URLSearchParams): string {
  if (next !== null && URL.canParse(next)) return new URL(next).search;
  return `?${new URLSearchParams([['after', cursorOf(next)], ...first])}`;
}

export default laws(({ target, test }) => {
  test('pagination-cursor: walking all pages yields each entity once, in the order asked for, whatever the page size', async () => {
    const account = target.newAccount();
    const { customer, addresses } = await customerWithAddresses(account, 17);
    const oldestFirst = idsOf(addresses);
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom('id[ASC]', 'id[DESC]'),
      async (per_page, order_by) => {
        const found = await walk(listing(account, customer, { per_page, order_by }));
        expect(idsOf(found)).toEqual(order_by === 'id[ASC]' ? oldestFirst : oldestFirst.toReversed());
      },
    );
    await assertProperty(property);
  });

  for (const sdk of ['python', 'php']) {
    test(`pagination-cursor: the pager of Paddle's SDK for ${sdk} reads each customer once`, async () => {
      const account = target.newAccount();
      const ids: string[] = [];
      while (ids.length < 5) ids.push((await createCustomer(account)).id);
      // The parameters that both pagers send by default.
      const first = new URLSearchParams({ order_by: 'id[asc]', per_page: '2', id: ids.join() });
      const found: string[] = [];
      for (let query: string | null = `?${first}`; query !== null; ) {
        const headers = { 'user-agent': `PaddleSDK/${sdk} 1.0.0` };
        const { status, body } = await account.request('GET', `/customers${query}`, { headers });
        expect(status).toBe(200);
        const { data, meta } = body as Success<'listCustomers'>;
        found.push(...idsOf(data));
        query = meta.pagination.has_more ? queryAfter(meta.pagination.next, first) : null;
      }
      expect(found).toEqual(ids);
    });
  }

  test('pagination-cursor: after is exclusive, and the default order is newest first', async () => {
    const account = target.newAccount();
    const { customer, addresses } = await customerWithAddresses(account, 4);
    const [first, second, third] = idsOf(addresses);
    const { data } = await listing(account, customer, {})({ after: third ?? '' });
    expect(idsOf(data)).toEqual([second, first]);
  });

  test('pagination-cursor: a malformed cursor is refused, never read as the first page', async () => {
    const account = target.newAccount();
    const { customer } = await customerWithAddresses(account, 2);
    for (const after of ['2', 'add_1', unknownId('biz'), 'undefined', ' ']) {
      const refusal = await account.refusal('listAddresses', { path: { customer_id: customer.id }, query: { after } });
      expect(refusal).toMatchObject({ status: 400, code: 'bad_request' });
    }
  });

  test('pagination-cursor: a walk goes on behind an entity that was archived meanwhile', async () => {
    const account = target.newAccount();
    const { customer, addresses } = await customerWithAddresses(account, 5);
    const list = listing(account, customer, { per_page: 2, status: 'active' });
    const page = await list({});
    const last = page.data.at(-1);
    if (last) await archiveAddress(account, last);
    const rest = await walk((start) => list(start.after ? start : { after: cursorOf(page.meta.pagination.next) }));
    expect(idsOf(rest)).toEqual(idsOf(addresses.slice(0, 3).toReversed()));
  });

  test('pagination-cursor: a walk while others write yields each entity that was there throughout exactly once', async () => {
    const write = fc.record({ act: fc.constantFrom('create', 'change', 'archive'), which: fc.nat() });
    const order = fc.constantFrom('id[ASC]', 'id[DESC]');
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      order,
      fc.array(fc.array(write, { maxLength: 3 })),
      async (per_page, order_by, turns) => {
        const account = target.newAccount();
        const { customer, addresses } = await customerWithAddresses(account, 9);
        const there = new Map(addresses.map((address) => [address.id, address]));
        const found: string[] = [];
        const writesAfterPage = turns.values();
        for await (const page of walkPages(listing(account, customer, { per_page, order_by, status: 'active' }))) {
          found.push(...idsOf(page.data));
          for (const { act, which } of writesAfterPage.next().value ?? []) {
            const address = [...there.values()].at(which % there.size);
            if (act === 'create' || !address) await createAddress(account, customer);
            else if (act === 'archive') there.delete((await archiveAddress(account, address)).id);
            else
              await account.call('updateAddress', {
                path: { customer_id: customer.id, address_id: address.id },
                body: { city: 'Cork' },
              });
          }
        }
        for (const id of there.keys()) expect(found.filter((one) => one === id)).toHaveLength(1);
        expect(new Set(found).size).toBe(found.length);
      },
    );
    await assertProperty(property, 12);
  });
});
