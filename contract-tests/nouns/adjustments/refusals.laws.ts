import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { adjust, adjustmentOf, invoice, itemId, listedIds, partOf, readTransaction, seedSale } from './arrange.ts';

const credit = { action: 'credit' };

export default laws(({ target, test }) => {
  for (const status of ['draft', 'ready', 'billed', 'paid', 'past_due', 'canceled'] as const)
    test(`adjustment-refusals: a ${status} transaction is not refunded`, async (context) => {
      const account = target.newAccount();
      const sale = await seedSale(account, context, { fields: { status } });
      const refusal = await account.refusal('createAdjustment', { body: adjustmentOf(sale) });
      expect(refusal).toMatchObject({ status: 400, code: 'adjustment_transaction_invalid_status_for_refund' });
      expect(refusal.detail).toBe(`The transaction being adjusted (refund) has a non supported status. ID: ${sale.id}`);
      expect(await listedIds(account, sale)).toEqual([]);
    });

  for (const status of ['draft', 'ready', 'paid', 'completed', 'canceled'] as const)
    test(`adjustment-refusals: a ${status} invoice gets no credit`, async (context) => {
      const account = target.newAccount();
      const sale = await seedSale(account, context, { fields: { ...invoice, status } });
      const refusal = await account.refusal('createAdjustment', { body: adjustmentOf(sale, credit) });
      expect(refusal).toMatchObject({ status: 400, code: 'adjustment_transaction_invalid_status_for_credit' });
    });

  test('adjustment-refusals: a transaction that is collected automatically gets no credit', async (context) => {
    const account = target.newAccount();
    const sale = await seedSale(account, context);
    const refusal = await account.refusal('createAdjustment', { body: adjustmentOf(sale, credit) });
    expect(refusal).toMatchObject({ status: 400, code: 'adjustment_invalid_credit_action' });
  });

  test('adjustment-refusals: there is one pending refund at most, whatever it leaves', async (context) => {
    const account = target.newAccount();
    const sale = await seedSale(account, context);
    const refund = await adjust(account, sale, { items: [partOf(1)] });
    const refusal = await account.refusal('createAdjustment', { body: adjustmentOf(sale) });
    expect(refusal).toMatchObject({ status: 400, code: 'adjustment_pending_refund_request' });
    expect(await listedIds(account, sale)).toEqual([refund.id]);
    expect(await readTransaction(account, sale)).toEqual(sale);
  });

  test('adjustment-refusals: one wrong item has its own code, and several are listed', async (context) => {
    const account = target.newAccount();
    const sale = await seedSale(account, context, {
      lines: [
        { total: 1000, percent: 0 },
        { total: 210, percent: 0 },
        { total: 300, percent: 0 },
      ],
    });
    const refused = (...items: readonly object[]) =>
      account.refusal('createAdjustment', { body: adjustmentOf(sale, { items }) });
    const [zero, above] = [`ID: ${itemId(0)}`, `ID: ${itemId(1)}, Amount Left: 210`];
    expect(await refused(partOf(0))).toMatchObject({
      code: 'adjustment_amount_cannot_be_zero',
      detail: expect.stringContaining(zero),
    });
    expect(await refused(partOf(1), partOf(211, 1))).toMatchObject({
      code: 'adjustment_amount_above_remaining_allowed',
      detail: expect.stringContaining(above),
    });
    expect(await refused(partOf(600), partOf(600))).toMatchObject({
      code: 'adjustment_transaction_item_over_adjustment',
    });
    expect(await refused(partOf(0), partOf(1, 2), partOf(211, 1))).toMatchObject({
      status: 400,
      code: 'adjustment_transaction_item_invalid',
      errors: [
        { field: 'adjustment.transaction.items[0]', message: expect.stringContaining(itemId(0)) },
        {
          field: 'adjustment.transaction.items[2]',
          message: `adjustment amount for item ${itemId(1)} is over remaining allowed 210`,
        },
      ],
    });
    expect(await listedIds(account, sale)).toEqual([]);
  });

  test('adjustment-refusals: an external tax mode is for partial refunds only', async (context) => {
    const account = target.newAccount();
    const sale = await seedSale(account, context);
    const external = { tax_mode: 'external' };
    for (const fields of [
      { ...external, type: 'full', items: null },
      { ...external, ...credit },
    ])
      expect(await account.refusal('createAdjustment', { body: adjustmentOf(sale, fields) })).toMatchObject({
        status: 400,
        code: 'adjustment_tax_mode_not_allowed',
      });
  });
});
