import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { markOfRun, unknownId } from '../arrange.ts';
import { cards } from '../payments/arrange.ts';
import {
  createBuyer,
  createPrice,
  createTransaction,
  itemOf,
  readTransaction,
  soldTo,
  type Transaction,
  updateTransaction,
} from './arrange.ts';

export default laws(({ target, test }) => {
  async function createDiscount(account: Account, fields: object = {}) {
    const body = { description: 'Ten percent', type: 'percentage', amount: '10', ...markOfRun(target.run) };
    return (await account.call('createDiscount', { body: { ...body, ...fields } })).data;
  }
  const flat = { type: 'flat', amount: '150', currency_code: 'USD' };

  test('transaction-discounts: a percentage is taken off each line, a flat amount off all', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account)), itemOf(await createPrice(account), 2)];
    const tenth = await createDiscount(account);
    const created = await createTransaction(account, { items, discount_id: tenth.id });
    expect(created.discount_id).toBe(tenth.id);
    expect(created.details.line_items.map((line) => line.totals)).toEqual([
      { subtotal: '1000', discount: '100', tax: '0', total: '900' },
      { subtotal: '2000', discount: '200', tax: '0', total: '1800' },
    ]);
    expect(created.details.totals).toMatchObject({ subtotal: '3000', discount: '300', total: '2700' });
    expect(created.details.adjusted_totals).toMatchObject({ subtotal: '2700', total: '2700' });
    const less = await createTransaction(account, { items, discount_id: (await createDiscount(account, flat)).id });
    expect(less.details.totals).toMatchObject({ subtotal: '3000', discount: '150', total: '2850' });
  });

  test('transaction-discounts: a restricted one counts for its products and prices only', async () => {
    const account = target.newAccount();
    const [price, other] = [await createPrice(account), await createPrice(account)];
    const items = [itemOf(price), itemOf(other)];
    for (const restricted of [price.id, price.product_id]) {
      const discount = await createDiscount(account, { restrict_to: [restricted] });
      const { details } = await createTransaction(account, { items, discount_id: discount.id });
      expect(details.line_items.map((line) => line.totals.discount)).toEqual(['100', '0']);
      const body = { items: [itemOf(other)], discount_id: discount.id };
      expect(await account.refusal('createTransaction', { body })).toMatchObject({
        code: 'transaction_discount_not_eligible',
      });
    }
  });

  test('transaction-discounts: one that is unknown, archived or in another currency is refused', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account))];
    const archived = await createDiscount(account);
    const path = { discount_id: archived.id };
    await account.call('updateDiscount', { path, body: { status: 'archived' } });
    for (const [discount_id, code] of [
      [unknownId('dsc'), 'transaction_discount_not_found'],
      [archived.id, 'entity_archived'],
      [(await createDiscount(account, { ...flat, currency_code: 'EUR' })).id, 'transaction_invalid_discount_currency'],
    ])
      expect(await account.refusal('createTransaction', { body: { items, discount_id } }), code).toMatchObject({
        status: 400,
        code,
      });
  });

  test('transaction-discounts: one can be described for a transaction alone', async () => {
    const account = target.newAccount();
    const items = [itemOf(await createPrice(account))];
    const discount = { description: 'Sorry', type: 'percentage', amount: '50' };
    const created = await createTransaction(account, { items, discount });
    expect(created.details.totals).toMatchObject({ discount: '500', total: '500' });
    expect(created.discount_id).toMatch(/^dsc_[a-z\d]{26}$/);
    const read = await account.call('getDiscount', { path: { discount_id: `${created.discount_id}` } });
    expect(read.data).toMatchObject({ ...discount, mode: 'custom', code: null });
    const amount = { ...discount, type: 'flat', amount: '150' };
    const refusal = await account.refusal('createTransaction', { body: { items, discount: amount } });
    expect(refusal.code).toBe('transaction_requires_currency_code_for_custom_discount');
    const priced = await createTransaction(account, { items, discount: amount, currency_code: 'USD' });
    expect(priced.details.totals).toMatchObject({ discount: '150', total: '850' });
    const both = { items, discount, discount_id: created.discount_id };
    expect(await account.refusal('createTransaction', { body: both })).toMatchObject({
      code: 'transaction_cannot_provide_both_discount_code_and_id',
    });
  });

  test('transaction-discounts: an update adds, replaces, keeps and removes them', async () => {
    const account = target.newAccount();
    const created = await createTransaction(account);
    const discounts = [await createDiscount(account), await createDiscount(account, flat)];
    for (const [index, discount] of discounts.entries()) {
      const updated = await updateTransaction(account, created, { discount_id: discount.id });
      expect(updated.discount_id).toBe(discount.id);
      expect(updated.details.totals).toMatchObject({ discount: ['100', '150'][index] });
    }
    const items = [itemOf(await createPrice(account), 2)];
    const kept = await updateTransaction(account, created, { items });
    expect(kept).toMatchObject({
      discount_id: discounts[1]?.id,
      details: { totals: { discount: '150', total: '1850' } },
    });
    const removed = await updateTransaction(account, created, { discount_id: null });
    expect(removed).toMatchObject({ discount_id: null, details: { totals: { discount: '0', total: '2000' } } });
  });

  test('transaction-discounts: one that has expired is refused', async ({ skip }) => {
    const clock = target.can.clock ?? skip('the clock of the target cannot be set');
    const account = target.newAccount();
    await clock.set(account, { now: '2027-01-01T00:00:00Z', frozen: true });
    const discount = await createDiscount(account, { expires_at: '2027-01-02T00:00:00Z' });
    const created = await createTransaction(account);
    await clock.advance(account, { days: 1 });
    await expectUnusable(account, discount, created, 'discount_expired');
  });

  test('transaction-discounts: one that was used as often as it may be is refused', async ({ skip }) => {
    const pay = target.can.pay ?? skip('transactions of the target cannot be paid');
    const account = target.newAccount();
    const discount = await createDiscount(account, { usage_limit: 1 });
    const buyer = soldTo(await createBuyer(account));
    const [first, second] = [
      await createTransaction(account, { ...buyer, discount_id: discount.id }),
      await createTransaction(account, buyer),
    ];
    await pay(account, first.id, { card: cards.pays });
    await expectUnusable(account, discount, second, 'discount_usage_limit_exceeded');
  });
});

/** Expects that neither previews nor transactions take a discount. */
async function expectUnusable(account: Account, { id }: { id: string }, transaction: Transaction, code: string) {
  const items = transaction.items.map(({ price }) => itemOf({ id: `${price.id}` }));
  const body = { items, discount_id: id };
  const path = { transaction_id: transaction.id };
  for (const refusal of [
    await account.refusal('createTransaction', { body }),
    await account.refusal('updateTransaction', { path, body: { discount_id: id } }),
    await account.refusal('previewTransaction', { body }),
    await account.refusal('previewPrices', { body }),
  ])
    expect(refusal).toMatchObject({ status: 400, code });
  expect(await readTransaction(account, transaction)).toEqual(transaction);
}
