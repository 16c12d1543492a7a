import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createCustomer, unknownId } from '../arrange.ts';
import { adjust, invoice, partOf, readTransaction, seedSale } from './arrange.ts';

export default laws(({ target, test }) => {
  for (const status of ['billed', 'past_due'])
    test(`invoice-credits: a credit reduces the amount due of an invoice that is ${status}`, async (context) => {
      const account = target.newAccount();
      const bill = await seedSale(account, context, { fields: { ...invoice, status } });
      const credit = await adjust(account, bill, { action: 'credit', items: [partOf(270)] });
      expect(credit).toMatchObject({ action: 'credit', status: 'approved', credit_applied_to_balance: false });
      expect(credit.totals).toMatchObject({ subtotal: '213', tax: '57', total: '270', fee: '0' });
      const after = await readTransaction(account, bill);
      expect(after.status).toBe(status);
      expect(after.details.totals).toMatchObject({
        ...bill.details.totals,
        credit: '270',
        balance: '1000',
        grand_total: '1000',
        grand_total_tax: '213',
      });
      expect(after.details.adjusted_totals).toMatchObject({
        subtotal: '787',
        tax: '213',
        total: '1000',
        grand_total: '1000',
      });
      const { refusal } = account;
      const body = { action: 'credit', transaction_id: bill.id, reason: 'Too much', items: [partOf(1001)] };
      expect(await refusal('createAdjustment', { body })).toMatchObject({
        code: 'adjustment_amount_above_remaining_allowed',
      });
    });

  test('invoice-credits: an invoice that is credited in full is completed, with nothing due', async (context) => {
    const account = target.newAccount();
    const bill = await seedSale(account, context, { fields: invoice });
    await adjust(account, bill, { action: 'credit', type: 'full', items: null });
    const after = await readTransaction(account, bill);
    expect(after).toMatchObject({ status: 'completed', payments: [] });
    expect(after.details.totals).toMatchObject({ credit: '1270', balance: '0', grand_total: '0', total: '1270' });
    expect(after.details.adjusted_totals).toMatchObject({ subtotal: '0', tax: '0', total: '0', grand_total: '0' });
    const body = { action: 'refund', transaction_id: bill.id, reason: 'Nothing was paid', type: 'full' };
    expect(await account.refusal('createAdjustment', { body })).toMatchObject({
      code: 'adjustment_transaction_without_captured_payment',
    });
  });

  test('credit-balances: a customer without credit has none, and an unknown one is not found', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const { data, meta } = await account.call('listCreditBalances', { path: { customer_id: customer.id } });
    expect(data).toEqual([]);
    expect(Object.keys(meta)).toEqual(['request_id']);
    const query = { currency_code: 'USD,EUR' };
    expect((await account.call('listCreditBalances', { path: { customer_id: customer.id }, query })).data).toEqual([]);
    const path = { customer_id: unknownId('ctm') };
    expect(await account.refusal('listCreditBalances', { path })).toMatchObject({ status: 404, code: 'not_found' });
  });
});
