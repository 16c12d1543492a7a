import { PaddleRequestError, paginate } from '#client/index.ts';
import { expect } from '../law/expect.ts';
import { laws } from '../suite/laws.ts';

export default laws(({ target, test }) => {
  const nextOf = { cursor: 'an ID', 'by-client': 'an ID', url: 'a URL' }[target.behaviours['pagination-next']];

  test('paddock-client: a customer is created, read and changed in one field, and an address that is added is listed', async () => {
    const { client } = target.newAccount();
    const { data: created } = await client.POST('/customers', {
      body: { email: target.freshEmail(), name: 'Sam Miller' },
    });
    const path = { customer_id: created.id };
    expect((await client.GET('/customers/{customer_id}', { params: { path } })).data).toEqual(created);
    const { data: changed } = await client.PATCH('/customers/{customer_id}', {
      params: { path },
      body: { name: 'Sam Smith' },
    });
    expect(changed).toEqual({ ...created, name: 'Sam Smith', updated_at: changed.updated_at });
    const { data: address } = await client.POST('/customers/{customer_id}/addresses', {
      params: { path },
      body: { country_code: 'IE' },
    });
    expect((await client.GET('/customers/{customer_id}/addresses', { params: { path } })).data).toEqual([address]);
  });

  test(`pagination-next: Paddock's client walks a list whose next is ${nextOf}, filters and all`, async () => {
    const { client } = target.newAccount();
    const created: string[] = [];
    while (created.length < 7)
      created.push((await client.POST('/customers', { body: { email: target.freshEmail() } })).data.id);
    const found: string[] = [];
    const query = { id: created.slice(1), per_page: 2, order_by: 'id[ASC]' } as const;
    for await (const { id } of paginate(client, '/customers', { params: { query } })) found.push(id);
    expect(found).toEqual(created.slice(1));
  });

  test('paddock-client: a refusal becomes an error with status, code and fields', async () => {
    const { client } = target.newAccount();
    const params = { path: { customer_id: 'ctm_01h00000000000000000000000' } };
    const error = await client.GET('/customers/{customer_id}', { params }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PaddleRequestError);
    expect(error).toMatchObject({ status: 404, code: 'not_found' });
  });
});
