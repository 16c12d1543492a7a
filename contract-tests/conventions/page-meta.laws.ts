import { expect } from '../law/expect.ts';
import { customerWithAddresses, listing } from '../nouns/addresses/list.ts';
import { archiveAddress, createCustomer } from '../nouns/arrange.ts';
import { cursorOf, walkPages } from '../nouns/walk.ts';
import { laws } from '../suite/laws.ts';

/** Format of `next` for any client, and for Paddle's SDKs. */
const forms = {
  cursor: ['cursor', 'cursor'],
  url: ['url', 'url'],
  'by-client': ['cursor', 'url'],
} as const;
const topLists = [
  '/customers',
  '/subscriptions',
  '/transactions',
  '/events',
  '/notifications',
  '/notification-settings',
];

export default laws(({ target, test }) => {
  const { behaviours } = target;
  const [form, formForSdks] = forms[behaviours['pagination-next']];

  test(`pagination-next: next is the ${form} of the next page`, async () => {
    const account = target.newAccount();
    const { customer, addresses } = await customerWithAddresses(account, 5);
    const page = await listing(account, customer, { per_page: 2, order_by: 'id[ASC]', status: 'active' })({});
    const { next } = page.meta.pagination;
    if (form === 'cursor') {
      expect(next).toBe(addresses[1]?.id);
    } else {
      const url = new URL(next ?? '');
      expect(`${url.origin}${url.pathname}`).toBe(`${target.baseUrl}/customers/${customer.id}/addresses`);
      expect(Object.fromEntries(url.searchParams)).toEqual({
        per_page: '2',
        order_by: 'id[ASC]',
        status: 'active',
        after: addresses[1]?.id,
      });
      const following = await account.request('GET', `${url.pathname}${url.search}`);
      expect(following.body).toMatchObject({ data: [addresses[2], addresses[3]] });
    }
  });

  test(`pagination-next: Paddle's SDKs are given the ${formForSdks}`, async () => {
    const account = target.newAccount();
    const { customer, addresses } = await customerWithAddresses(account, 2);
    const path = `/customers/${customer.id}/addresses?per_page=1`;
    const last = addresses[1]?.id;
    const next = formForSdks === 'cursor' ? last : `${target.baseUrl}${path}&after=${last}`;
    for (const sdk of ['node 3.10.0', 'python 1.13.0', 'php 1.17.1', 'go v5']) {
      const headers = { 'user-agent': `PaddleSDK/${sdk}` };
      expect((await account.request('GET', path, { headers })).body).toMatchObject({ meta: { pagination: { next } } });
    }
  });

  test('pagination-next: it is there on the last page too, where has_more says that nothing follows', async () => {
    const account = target.newAccount();
    const { customer, addresses } = await customerWithAddresses(account, 3);
    const { pagination } = (await listing(account, customer, {})({})).meta;
    expect(pagination.has_more).toBe(false);
    expect(cursorOf(pagination.next)).toBe(addresses[0]?.id);
  });

  test('pagination-has-more: it is true exactly where another page follows', async () => {
    const account = target.newAccount();
    const { customer } = await customerWithAddresses(account, 6);
    const hasMore: boolean[] = [];
    for await (const page of walkPages(listing(account, customer, { per_page: 3 })))
      hasMore.push(page.meta.pagination.has_more);
    expect(hasMore).toEqual([true, false]);
  });

  test('pagination-estimated-total: it is the length of the whole list on every page, under the filters in force', async () => {
    const account = target.newAccount();
    const { customer, addresses } = await customerWithAddresses(account, 5);
    const [one] = addresses;
    if (one) await archiveAddress(account, one);
    for (const [status, total] of [
      ['active', 4],
      ['archived', 1],
      ['active,archived', 5],
    ] as const) {
      for await (const page of walkPages(listing(account, customer, { per_page: 2, status }))) {
        expect(page.meta.pagination.estimated_total).toBe(total);
      }
    }
  });

  test('pagination-estimated-total: it is -1 in every list that is not to be counted', async () => {
    const account = target.newAccount();
    const { customer } = await customerWithAddresses(account, 1);
    const lists = [`/customers/${customer.id}/addresses`, `/customers/${customer.id}/businesses`, ...topLists];
    for (const path of lists) {
      const { status, body } = await account.request('GET', path, { headers: { 'skip-count': 'true' } });
      expect({ status, body }, path).toMatchObject({
        status: 200,
        body: { meta: { pagination: { estimated_total: -1 } } },
      });
    }
    const counted = await account.request('GET', `${lists[0]}?per_page=1`, { headers: { 'skip-count': 'false' } });
    expect(counted.body).toMatchObject({ meta: { pagination: { estimated_total: 1 } } });
  });

  test('pagination-estimated-total: an empty list has the total 0, no more pages and no entities', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const page = await listing(account, customer, {})({});
    expect(page).toMatchObject({ data: [], meta: { pagination: { estimated_total: 0, has_more: false } } });
  });
});
