import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createBusiness } from '../arrange.ts';
import { createDiscount } from '../catalogue.ts';
import { createBuyer, createTransaction, soldTo, updateTransaction } from './arrange.ts';

export default laws(({ target, test }) => {
  const query = { include: ['customer', 'address', 'business', 'discount'] } as const;
  const included = async (account: Account, { id }: { id: string }) => {
    const path = { transaction_id: id };
    const { customer, address, business, discount } = (await account.call('getTransaction', { path, query })).data;
    return { customer, address, business, discount };
  };

  test('transaction-includes: later changes of a buyer and a discount do not show', async () => {
    const account = target.newAccount();
    const { customer, address } = await createBuyer(account);
    const business = await createBusiness(account, customer);
    const discount = await createDiscount(account, { description: 'Ten', type: 'percentage', amount: '10' });
    const sold = { ...soldTo({ customer, address }), business_id: business.id, discount_id: discount.id };
    const created = await createTransaction(account, sold);
    const asAdded = { customer, address, business, discount };
    expect(await included(account, created)).toEqual(asAdded);

    const path = { customer_id: customer.id };
    await account.call('updateCustomer', { path, body: { name: 'Renamed' } });
    await account.call('updateAddress', { path: { ...path, address_id: address.id }, body: { city: 'Elsewhere' } });
    await account.call('updateBusiness', { path: { ...path, business_id: business.id }, body: { name: 'Renamed' } });
    const renamed = { path: { discount_id: discount.id }, body: { description: 'Renamed' } };
    await account.call('updateDiscount', renamed);
    expect(await included(account, created)).toEqual(asAdded);
    await updateTransaction(account, created, { custom_data: { seen: 'yes' } });
    expect(await included(account, created)).toEqual(asAdded);

    const again = await createTransaction(account, sold);
    expect(await included(account, again)).toMatchObject({
      customer: { name: 'Renamed' },
      address: { city: 'Elsewhere' },
      business: { name: 'Renamed' },
      discount: { description: 'Renamed' },
    });
  });

  test('transaction-includes: a buyer that replaces another is as it is then', async () => {
    const account = target.newAccount();
    const [first, second] = [await createBuyer(account), await createBuyer(account)];
    const created = await createTransaction(account, soldTo(first));
    const path = { customer_id: second.customer.id };
    const { data: customer } = await account.call('updateCustomer', { path, body: { name: 'Renamed' } });
    await updateTransaction(account, created, soldTo(second));
    expect(await included(account, created)).toMatchObject({ customer, address: second.address });
  });
});
