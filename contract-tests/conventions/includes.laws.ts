import { expect } from '../law/expect.ts';
import { createAddress, createBusiness, createCustomer } from '../nouns/arrange.ts';
import { transactionOf } from '../nouns/transactions/arbitrary.ts';
import { laws, type TestContext } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';

export default laws(({ target, test }) => {
  const { contract } = target;

  /** Seeds two transactions: one with customer, address and business, and one without. */
  async function seedTransactions(account: Account, { skip }: TestContext) {
    const seed = target.can.seed ?? skip('transactions cannot be put into the target');
    const customer = await createCustomer(account);
    const [address, business] = [await createAddress(account, customer), await createBusiness(account, customer)];
    const none = { customer_id: null, address_id: null, status: 'draft', discount_id: null };
    const transactions = [
      transactionOf(contract, address, { business_id: business.id }),
      transactionOf(contract, address, none),
    ];
    await seed(account, { transactions });
    const [full, bare] = await Promise.all(
      transactions.map(async ({ id }) => (await account.call('getTransaction', { path: { transaction_id: id } })).data),
    );
    if (!full || !bare) throw new Error('unreachable');
    return { customer, address, business, full, bare };
  }

  test('transactions: one is read with the entities that were asked for, and no others', async (context) => {
    const account = target.newAccount();
    const { customer, address, business, full, bare } = await seedTransactions(account, context);
    const read = async (transaction_id: string, include: string) =>
      (await account.call('getTransaction', { path: { transaction_id }, query: { include } })).data;
    expect(await read(full.id, 'customer')).toEqual({ ...full, customer });
    expect(await read(full.id, 'business,address,business')).toEqual({ ...full, address, business });
    expect(await read(bare.id, 'customer,address,business,discount')).toEqual(bare);
  });

  test('transactions: each of a list is read with the entities that were asked for', async (context) => {
    const account = target.newAccount();
    const { customer, full, bare } = await seedTransactions(account, context);
    const query = { id: `${full.id},${bare.id}`, include: 'customer', order_by: 'id[ASC]' };
    const { data } = await account.call('listTransactions', { query });
    expect(data).toEqual([{ ...full, customer }, bare]);
    const repeated = await account.request('GET', `/transactions?id=${full.id}&include=customer&include=address`);
    expect(repeated.body).toMatchObject({ data: [{ customer, address: { id: full.address_id } }] });
  });

  test('transactions: one that was not adjusted has no adjustments, and sums of nothing', async (context) => {
    const account = target.newAccount();
    const { full } = await seedTransactions(account, context);
    const path = { transaction_id: full.id };
    const query = { include: 'adjustments,adjustments_totals' };
    const { data } = await account.call('getTransaction', { path, query });
    const breakdown = { credit: '0', refund: '0', chargeback: '0' };
    const sums = { subtotal: '0', tax: '0', total: '0', fee: '0', earnings: '0', breakdown, currency_code: 'USD' };
    expect(data).toMatchObject({ ...full, adjustments: [], adjustments_totals: sums });
  });

  test('transactions: what cannot be included is refused', async () => {
    const account = target.newAccount();
    for (const include of ['seller', 'customer,nobody', '', 'Customer'])
      expect(await account.refusal('listTransactions', { query: { include } }), include).toMatchObject({
        status: 400,
        code: 'invalid_field',
      });
  });

  test('no-scopes: an entity is included for keys only that may read it', async (context) => {
    const keys = target.can.keys ?? context.skip('keys of the target cannot be made');
    const account = target.newAccount();
    const { full } = await seedTransactions(account, context);
    const asked = { path: { transaction_id: full.id }, query: { include: 'address,customer' } };
    const some = await keys.create(account, { permissions: ['transaction.read', 'address.read'] });
    expect(await some.refusal('getTransaction', asked)).toMatchObject({ status: 403, code: 'forbidden' });
    const all = await keys.create(account, { permissions: ['transaction.read', 'address.read', 'customer.read'] });
    expect((await all.call('getTransaction', asked)).data).toMatchObject({ id: full.id });
  });
});
