import fc from 'fast-check';
import type { JsonObject } from '#openapi/document/json.ts';
import { assertProperty } from '../../law/assert-property.ts';
import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createAddress, createCustomer, unknownId } from '../arrange.ts';
import { buyer, cards } from '../payments/arrange.ts';
import { subscriptionOf } from '../subscriptions/arbitrary.ts';
import { walk } from '../walk.ts';
import { transactionOf } from './arbitrary.ts';

async function listed(account: Account, query: Record<string, string>): Promise<string[]> {
  const found = await walk((start) => account.call('listTransactions', { query: { per_page: 2, ...query, ...start } }));
  return found.map(({ id }) => id);
}

export default laws(({ target, test }) => {
  const { contract } = target;

  /** Seeds transactions that differ in the fields lists filter by: a sale, a draft and a renewal. */
  async function seedTransactions(account: Account, { skip }: TestContext) {
    const seed = target.can.seed ?? skip('the target cannot be seeded with transactions');
    const address = await createAddress(account, await createCustomer(account));
    const subscription = subscriptionOf(contract, address);
    const at = (time: string) => ({ created_at: time, updated_at: time });
    const sale = transactionOf(contract, address, {
      invoice_number: '325-00001',
      ...at('2026-07-01T00:00:00Z'),
      billed_at: '2026-07-01T00:00:00Z',
    });
    const ready = transactionOf(contract, address, {
      status: 'ready',
      invoice_number: null,
      ...at('2026-07-02T00:00:00Z'),
      billed_at: null,
    });
    const renewal = transactionOf(contract, address, {
      ...{ origin: 'subscription_recurring', subscription_id: subscription.id, invoice_number: '325-00002' },
      ...{ ...at('2026-07-03T00:00:00Z'), billed_at: '2026-07-03T00:00:00Z' },
    });
    await seed(account, { subscriptions: [subscription], transactions: [sale, ready, renewal] });
    return { address, subscription, sale, ready, renewal };
  }

  test('transactions: they are listed newest first and read one by one, in every status', async (context) => {
    const account = target.newAccount();
    const { address, sale, ready, renewal } = await seedTransactions(account, context);
    const { customer_id } = address;
    expect(await listed(account, { customer_id })).toEqual([renewal.id, ready.id, sale.id]);
    expect(await listed(account, { customer_id, order_by: 'id[ASC]' })).toEqual([sale.id, ready.id, renewal.id]);
    const { data } = await account.call('getTransaction', { path: { transaction_id: ready.id } });
    // Empty custom data reads as the target stores it.
    expect(data).toMatchObject({ ...ready, custom_data: data.custom_data, items: data.items, details: data.details });
    expect((await account.call('listTransactions', { query: { id: ready.id } })).data).toEqual([data]);
  });

  test('transactions: lists can be narrowed by IDs, status, origin, invoice number, subscription or none', async (context) => {
    const account = target.newAccount();
    const { address, subscription, sale, ready, renewal } = await seedTransactions(account, context);
    const found = (query: Record<string, string>) => listed(account, { customer_id: address.customer_id, ...query });
    expect(await found({ id: `${sale.id},${ready.id}` })).toEqual([ready.id, sale.id]);
    expect(await found({ status: 'ready' })).toEqual([ready.id]);
    expect(await found({ status: 'ready,completed' })).toEqual([renewal.id, ready.id, sale.id]);
    expect(await found({ origin: 'subscription_recurring' })).toEqual([renewal.id]);
    expect(await found({ origin: 'subscription_import' })).toEqual([]);
    expect(await found({ invoice_number: '325-00001' })).toEqual([sale.id]);
    expect(await found({ subscription_id: subscription.id })).toEqual([renewal.id]);
    expect(await found({ subscription_id: 'null' })).toEqual([ready.id, sale.id]);
    expect(await found({ collection_mode: 'manual' })).toEqual([]);
  });

  test('polling-updated-at: lists can be bounded by the times of creation, change and billing', async (context) => {
    const account = target.newAccount();
    const { address, sale, ready, renewal } = await seedTransactions(account, context);
    const found = (query: Record<string, string>) => listed(account, { customer_id: address.customer_id, ...query });
    const second = '2026-07-02T00:00:00Z';
    expect(await found({ 'created_at[GT]': second })).toEqual([renewal.id]);
    expect(await found({ 'created_at[GTE]': second })).toEqual([renewal.id, ready.id]);
    expect(await found({ 'updated_at[LT]': second })).toEqual([sale.id]);
    expect(await found({ 'updated_at[LTE]': second, 'updated_at[GT]': '2026-07-01T00:00:00Z' })).toEqual([ready.id]);
    expect(await found({ 'billed_at[GTE]': '2026-07-01T00:00:00Z' })).toEqual([renewal.id, sale.id]);
  });

  test('polling-updated-at: a time without an operator is the time itself, and one without a zone is in UTC', async (context) => {
    const account = target.newAccount();
    const { address, sale, ready, renewal } = await seedTransactions(account, context);
    const found = (query: Record<string, string>) => listed(account, { customer_id: address.customer_id, ...query });
    expect(await found({ billed_at: '2026-07-01T00:00:00' })).toEqual([sale.id]);
    expect(await found({ updated_at: '2026-07-02T02:00:00+02:00' })).toEqual([ready.id]);
    expect(await found({ created_at: '2026-07-02T00:00:00.001Z' })).toEqual([]);
    expect(await found({ 'created_at[GT]': '2026-07-02T00:00:00' })).toEqual([renewal.id]);
    expect(await found({ 'created_at[LT]': '2026-07-02T00:00:00.001' })).toEqual([ready.id, sale.id]);
  });

  test('transactions: in each order, walking all pages yields each once, also where times are equal or missing', async ({
    skip,
  }) => {
    const seed = target.can.seed ?? skip('the target cannot be seeded with transactions');
    const account = target.newAccount();
    const day = fc.integer({ min: 1, max: 3 }).map((number) => `2026-07-0${number}T00:00:00Z`);
    const times = fc.record({ created_at: day, updated_at: day, billed_at: fc.option(day) });
    const property = fc.asyncProperty(
      fc.array(times, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('created_at', 'updated_at', 'billed_at', 'id'),
      fc.boolean(),
      async (drawn, per_page, field, isAscending) => {
        const address = await createAddress(account, await createCustomer(account));
        const transactions = drawn.map((fields) => transactionOf(contract, address, fields));
        await seed(account, { transactions });
        const key = (one: JsonObject) => `${one[field] ?? ''} ${one['id']}`;
        const ascending = transactions.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
        const query = { customer_id: address.customer_id, order_by: `${field}[${isAscending ? 'ASC' : 'desc'}]` };
        const expected = (isAscending ? ascending : ascending.toReversed()).map(({ id }) => id);
        expect(await listed(account, { ...query, per_page: `${per_page}` })).toEqual(expected);
      },
    );
    await assertProperty(property);
  });

  test('transactions: a list by time does not start behind what does not exist', async () => {
    const query = { order_by: 'billed_at[DESC]', after: unknownId('txn') };
    expect(await target.newAccount().refusal('listTransactions', { query })).toMatchObject({
      status: 400,
      code: 'bad_request',
      errors: [{ field: 'after' }],
    });
  });

  test('transactions: what does not exist is not found', async () => {
    const refusal = await target.newAccount().refusal('getTransaction', { path: { transaction_id: unknownId('txn') } });
    expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('transaction-sums: what was paid says its tax, the fee and the rates, and nothing of it is kept without a refund', async (context) => {
    const { owe, pay } = await buyer(context, target.newAccount());
    const transaction = await pay(await owe(), { card: cards.pays });
    const { totals, adjusted_totals, payout_totals, adjusted_payout_totals } = transaction.details;
    const { tax, total, credit, fee, currency_code } = totals;
    expect(credit).toBe('0');
    expect([totals, adjusted_totals, payout_totals].map((sums) => sums?.grand_total_tax)).toEqual([tax, tax, tax]);
    expect([adjusted_totals, adjusted_payout_totals].map((sums) => sums?.retained_fee)).toEqual(['0', '0']);
    for (const sums of [payout_totals, adjusted_payout_totals])
      expect(sums).toMatchObject({ currency_code, exchange_rate: '1', fee });
    // @evidence observed: a share of the total plus 50 of the smallest unit
    const share = Number(total) * Number(payout_totals?.fee_rate);
    expect(Math.abs(Number(fee) - share)).toBeLessThanOrEqual(51);
    const [payment] = transaction.payments;
    const notUsed = { underlying_details: null, south_korea_local_card: null, paypal: null };
    expect(payment?.method_details).toMatchObject({ type: 'card', card: { type: expect.any(String) }, ...notUsed });
  });
});
