import fc from 'fast-check';
import { missingRequiredField, unknownField, valueOutsideEnum } from '../../arbitraries/invalid-bodies.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createAddress, createCustomer, unknownId } from '../arrange.ts';
import { awaitEvents, newestEvent } from '../events/arrange.ts';
import { expectRefused } from '../expect-refused.ts';
import {
  adjust,
  adjustmentOf,
  approveAll,
  invoice,
  itemId,
  listedIds,
  partOf,
  readTransaction,
  saleOf,
  seedSale,
} from './arrange.ts';

const noFee = { amount: '0', original: null };

export default laws(({ target, test }) => {
  const { behaviours } = target;

  test('adjustments: a refund of a part awaits its approval, with its share of tax and fee', async (context) => {
    const account = target.newAccount();
    const sale = await seedSale(account, context, {
      fields: { collection_mode: 'manual' },
      // @evidence observed 2023-09-04: 100 of an invoice of 1270 with 27 % of tax and a fee of 44
      lines: [{ total: 1270, percent: 27 }],
    });
    const refund = await adjust(account, sale, { items: [partOf(100)] });
    const totals = { subtotal: '79', tax: '21', total: '100' };
    const { fee, earnings } = refund.totals;
    expect(refund).toEqual({
      id: expect.stringMatching(/^adj_[a-z\d]{26}$/),
      action: 'refund',
      type: 'partial',
      transaction_id: sale.id,
      subscription_id: sale.subscription_id,
      customer_id: sale.customer_id,
      reason: 'Ordered by mistake',
      credit_applied_to_balance: null,
      currency_code: 'USD',
      status: 'pending_approval',
      items: [
        {
          id: expect.stringMatching(/^adjitm_[a-z\d]{26}$/),
          item_id: itemId(0),
          type: 'partial',
          amount: '100',
          proration: null,
          totals,
        },
      ],
      totals: { ...totals, fee: '9', retained_fee: '0', earnings: '70', currency_code: 'USD' },
      payout_totals: { ...totals, fee, retained_fee: '0', chargeback_fee: noFee, earnings, currency_code: 'USD' },
      tax_rates_used: [{ tax_rate: '0.27', totals }],
      created_at: refund.created_at,
      updated_at: refund.created_at,
    });
    expect((await account.call('listAdjustments', { query: { id: refund.id } })).data).toEqual([refund]);
    expect(await readTransaction(account, sale)).toEqual(sale);
  });

  test('adjustments: a full item is all that is left of it, and a full adjustment all that is left of each', async (context) => {
    const account = target.newAccount();
    const lines = [
      { total: 1000, percent: 20 },
      { total: 500, percent: 0 },
    ];
    const sale = await seedSale(account, context, { lines });
    await adjust(account, sale, { items: [partOf(999)] });
    await approveAll(account, context);
    // @evidence observed 2023-08-09: 1 is left of 1000 after 999, without tax
    const rest = await adjust(account, sale);
    expect(rest.items).toMatchObject([{ type: 'full', amount: '1', totals: { subtotal: '1', tax: '0', total: '1' } }]);
    await approveAll(account, context);
    const { items: _, ...all } = adjustmentOf(sale, { type: 'full' });
    const { data } = await account.call('createAdjustment', { body: all });
    expect(data).toMatchObject({ type: 'full', totals: { total: '500' } });
    expect(data.items.map(({ item_id, type }) => [item_id, type])).toEqual([[itemId(1), 'full']]);
  });

  test('adjustments: an amount with external tax mode is without tax, which is added', async (context) => {
    const account = target.newAccount();
    const sale = await seedSale(account, context);
    const { items } = await adjust(account, sale, { tax_mode: 'external', items: [partOf(100)] });
    expect(items).toMatchObject([{ totals: { subtotal: '100', tax: '27', total: '127' } }]);
  });

  test('adjustments: an invalid body is refused, names the field, and creates nothing', async (context) => {
    const account = target.newAccount();
    const sale = await seedSale(account, context);
    const valid = fc.constant(adjustmentOf(sale));
    const invalid = fc.oneof(
      missingRequiredField(valid, 'action'),
      missingRequiredField(valid, 'transaction_id'),
      missingRequiredField(valid, 'reason'),
      valueOutsideEnum(valid, 'action', ['chargeback', 'credit_reverse', 'Refund']),
      valueOutsideEnum(valid, 'type', ['tax', 'proration']),
      unknownField(valid, ['status', 'customer_id', 'totals']),
    );
    const property = fc.asyncProperty(invalid, async (one) => {
      expectRefused(await account.refusal('createAdjustment', { body: one.body }), one);
    });
    await assertProperty(property);
    expect(await listedIds(account, sale)).toEqual([]);
  });

  test('adjustments: items are needed for a part and refused for the whole, and a part needs its amount', async (context) => {
    const account = target.newAccount();
    const sale = await seedSale(account, context);
    const refused = (fields: object) => account.refusal('createAdjustment', { body: adjustmentOf(sale, fields) });
    expect(await refused({ items: null })).toMatchObject({ status: 400, code: 'bad_request' });
    expect(await refused({ items: [] })).toMatchObject({ status: 400, code: 'bad_request' });
    expect(await refused({ type: 'full' })).toMatchObject({ code: 'invalid_field', errors: [{ field: 'items' }] });
    for (const amount of [null, undefined])
      expect(await refused({ items: [{ item_id: itemId(0), type: 'partial', amount }] })).toMatchObject({
        code: 'invalid_field',
        errors: [{ field: 'items.0.amount' }],
      });
    expect(await refused({ items: [partOf(1, 7)] })).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('adjustments: an adjustment of a transaction that does not exist is not found', async () => {
    const body = adjustmentOf({ id: unknownId('txn') });
    const refusal = await target.newAccount().refusal('createAdjustment', { body });
    expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('adjustment-lists: adjustments are narrowed by ID, action, status, customer, subscription and transaction', async (context) => {
    const account = target.newAccount();
    const [sale, other] = [await seedSale(account, context), await seedSale(account, context)];
    const bill = await seedSale(account, context, { fields: invoice });
    const refund = await adjust(account, sale);
    const credit = await adjust(account, bill, { action: 'credit', items: [partOf(10)] });
    const ids = `${refund.id},${credit.id}`;
    const found = async (query: object) =>
      (await account.call('listAdjustments', { query: { id: ids, ...query } })).data.map(({ id }) => id);
    expect(await found({})).toEqual([credit.id, refund.id]);
    expect(await found({ order_by: 'id[ASC]' })).toEqual([refund.id, credit.id]);
    expect(await found({ action: 'refund' })).toEqual([refund.id]);
    expect(await found({ status: 'approved' })).toEqual([credit.id]);
    expect(await found({ status: 'approved,pending_approval' })).toEqual([credit.id, refund.id]);
    expect(await found({ customer_id: bill.customer_id })).toEqual([credit.id]);
    expect(await found({ transaction_id: sale.id })).toEqual([refund.id]);
    expect(await found({ transaction_id: other.id })).toEqual([]);
    expect(await found({ subscription_id: unknownId('sub') })).toEqual([]);
  });

  const pageSize = behaviours['page-sizes'] === 'per-endpoint' ? [10, 50] : [50, 200];
  test(`adjustment-lists: a page has ${pageSize[0]} adjustments by default and ${pageSize[1]} at most`, async () => {
    const account = target.newAccount();
    const sizeOf = async (query: object) =>
      (await account.call('listAdjustments', { query: { ...query } })).meta.pagination.per_page;
    expect([await sizeOf({}), await sizeOf({ per_page: 1_000 })]).toEqual(pageSize);
  });

  const announced = behaviours['webhook-events'] === 'all';
  test(`adjustment-events: adjustments are ${announced ? 'announced in order' : 'no events'}, and so is their effect`, async (context) => {
    const account = target.newAccount();
    const sale = await seedSale(account, context);
    const newest = await newestEvent(account);
    const refund = await adjust(account, sale);
    await approveAll(account, context);
    const expected = [
      ...(announced ? ['adjustment.created pending_approval', 'adjustment.updated approved'] : []),
      'transaction.updated completed',
    ];
    const events = await awaitEvents(account, newest, expected.length);
    const own = events.filter(({ data }) => [refund.id, sale.id].includes(String(data['id'])));
    expect(own.map(({ event_type, data }) => `${event_type} ${data['status']}`)).toEqual(expected);
    expect(own.at(-1)?.data).toEqual(await readTransaction(account, sale));
  });

  test('adjustments: of what is left, no sequence of adjustments takes more', async (context) => {
    const seed = target.can.seed ?? context.skip('transactions cannot be put into the target');
    const lines = fc.array(
      fc.record({ total: fc.integer({ min: 1, max: 500 }), percent: fc.constantFrom(0, 19, 20, 27) }),
      { minLength: 1, maxLength: 3 },
    );
    const part = fc.record({ line: fc.nat({ max: 2 }), amount: fc.option(fc.integer({ min: 1, max: 500 })) });
    const account = target.newAccount();
    const customer = await createAddress(account, await createCustomer(account));
    const property = fc.asyncProperty(lines, fc.array(part, { maxLength: 6 }), async (sold, parts) => {
      const sale = saleOf(target.contract, customer, { lines: sold });
      await seed(account, { transactions: [sale] });
      const left = sold.map(({ total }) => total);
      for (const { line, amount } of parts) {
        const rest = left[line];
        if (rest === undefined) continue;
        const item = amount === null ? { item_id: itemId(line), type: 'full' } : partOf(amount, line);
        const answer = await account.send('createAdjustment', { body: adjustmentOf(sale, { items: [item] }) });
        const isPossible = rest > 0 && (amount ?? rest) <= rest;
        expect(answer.status === 201, `${amount} of ${rest}`).toBe(isPossible);
        if (!isPossible) continue;
        left[line] = rest - (amount ?? rest);
        await approveAll(account, context);
      }
      const { adjusted_totals } = (await readTransaction(account, sale)).details;
      expect(adjusted_totals.total).toBe(String(left.reduce((sum, rest) => sum + rest, 0)));
    });
    await assertProperty(property);
  });
});
