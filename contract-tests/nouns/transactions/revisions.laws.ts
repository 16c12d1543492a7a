import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createBusiness } from '../arrange.ts';
import { type Buyer, createBuyer, createTransaction, invoiced, readTransaction, soldTo } from './arrange.ts';

export default laws(({ target, test }) => {
  async function billed(account: Account, buyer: Buyer, fields: object = {}) {
    return createTransaction(account, { ...soldTo(buyer), ...invoiced, status: 'billed', ...fields });
  }
  const german = { country_code: 'DE', postal_code: '10115', region: 'Berlin', city: 'Berlin' };

  test('transaction-revision: what is billed is revised once, and its customer stays the same', async () => {
    const account = target.newAccount();
    const buyer = await createBuyer(account);
    const before = await billed(account, buyer);
    const path = { transaction_id: before.id };
    const body = { customer: { name: 'Sam Smith' }, address: { first_line: '2 Main Street' } };
    const revised = (await account.call('reviseTransaction', { path, body })).data;
    const { revised_at, updated_at } = revised;
    expect(revised).toEqual({ ...before, revised_at, updated_at });
    expect(revised_at).not.toBeNull();
    const { data: customer } = await account.call('getCustomer', { path: { customer_id: buyer.customer.id } });
    expect(customer).toEqual(buyer.customer);
    const query = { include: ['customer', 'address'] } as const;
    expect((await account.call('getTransaction', { path, query })).data).toMatchObject({
      customer: { ...buyer.customer, name: 'Sam Smith' },
      address: { ...buyer.address, first_line: '2 Main Street' },
    });
    expect(await account.refusal('reviseTransaction', { path, body })).toMatchObject({
      status: 400,
      code: 'transaction_revised_limit_reached',
    });
    expect(await readTransaction(account, before)).toEqual(revised);
  });

  test('transaction-revision: what is not billed, and what does not suit, is refused', async () => {
    const account = target.newAccount();
    const [buyer, abroad] = [await createBuyer(account), await createBuyer(account, german)];
    const business_id = (await createBusiness(account, abroad.customer)).id;
    const draft = await createTransaction(account);
    const [open, german_] = [await billed(account, buyer), await billed(account, abroad, { business_id })];
    for (const [transaction, body, code] of [
      [draft, { customer: { name: 'Sam' } }, 'transaction_invalid_status_to_revise'],
      [open, {}, 'transaction_nothing_to_revise'],
      [open, { customer: {} }, 'transaction_nothing_to_revise'],
      [open, { address: { city: 'Reston' } }, 'transaction_address_region_or_city_already_set'],
      [open, { business: { tax_identifier: 'DE123456789' } }, 'transaction_revise_missing_business_name'],
      [german_, { business: { tax_identifier: '1' } }, 'transaction_cannot_be_revised_with_invalid_tax_identifier'],
      [open, { customer: { email: 'sam@example.com' } }, 'bad_request'],
    ] as const) {
      const path = { transaction_id: transaction.id };
      expect(await account.refusal('reviseTransaction', { path, body }), code).toMatchObject({ status: 400, code });
      expect(await readTransaction(account, transaction)).toEqual(transaction);
    }
  });

  test('transaction-revision: a tax identifier that is added takes off the tax by an adjustment', async () => {
    const account = target.newAccount();
    const before = await billed(account, await createBuyer(account, german));
    expect(before.details.totals).toMatchObject({ subtotal: '1000', tax: '190', total: '1190', balance: '1190' });
    const path = { transaction_id: before.id };
    const business = { name: 'Muster GmbH', tax_identifier: 'DE123456789' };
    const { details } = (await account.call('reviseTransaction', { path, body: { business } })).data;
    expect(details.totals).toMatchObject({ tax: '190', total: '1190', credit: '190', balance: '1000' });
    expect(details.adjusted_totals).toMatchObject({ subtotal: '1000', tax: '0', total: '1000' });
    const { data } = await account.call('listAdjustments', { query: { transaction_id: [before.id] } });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      ...{ action: 'credit', status: 'approved', totals: { subtotal: '0', tax: '190', total: '190' } },
      items: [{ type: 'tax', item_id: before.details.line_items[0]?.id }],
    });
    const corrected = await billed(account, await createBuyer(account, german));
    const renamed = { path: { transaction_id: corrected.id }, body: { business: { name: 'Muster GmbH' } } };
    expect((await account.call('reviseTransaction', renamed)).data.details).toEqual(corrected.details);
  });

  test('transaction-revision: what was adjusted is not revised', async () => {
    const account = target.newAccount();
    const before = await billed(account, await createBuyer(account));
    const items = [{ item_id: before.details.line_items[0]?.id, type: 'partial', amount: '100' }];
    const credit = { action: 'credit', transaction_id: before.id, reason: 'Too much', items };
    await account.call('createAdjustment', { body: credit });
    const path = { transaction_id: before.id };
    const adjusted = await readTransaction(account, before);
    const refusal = await account.refusal('reviseTransaction', { path, body: { customer: { name: 'Sam' } } });
    expect(refusal).toMatchObject({ status: 400, code: 'transaction_adjusted_unable_to_revise' });
    expect(await readTransaction(account, before)).toEqual(adjusted);
  });
});
