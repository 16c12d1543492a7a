import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import { createDiscount } from '../catalogue.ts';
import { eventsOf } from '../events/arrange.ts';
import { beginLife } from './life.ts';

const third = '2026-03-31T10:00:00Z';

/** Buys with a discount of a quarter, which is made in the same account. */
async function buyDiscounted(context: TestContext, fields: object) {
  const { account, buyer, ...life } = await beginLife(context);
  const discount = await createDiscount(account, { amount: '25', ...fields });
  const subscribe = account.target.can.subscribe ?? context.skip('unreachable');
  const [item] = (await life.read()).items;
  const items = [{ price_id: item?.price.id, quantity: 1 }];
  const who = { customer_id: buyer.customer.id, address_id: buyer.address.id, discount_id: discount.id };
  const { id } = await subscribe(account, { items, ...who });
  const path = { subscription_id: id };
  return {
    ...{ ...life, account, discount },
    read: async () => (await account.call('getSubscription', { path })).data,
    update: (body: object) => account.call('updateSubscription', { path, body }),
    expired: async () =>
      (await account.call('listSubscriptionHistory', { path, query: { action: 'subscription_discount_expired' } }))
        .data,
    events: async () => (await eventsOf(account)).filter(({ data }) => data['id'] === id),
    sums: async () =>
      (await account.call('listTransactions', { query: { ...path, order_by: 'id[ASC]' } })).data.map(
        ({ details: { totals }, discount_id }) => [totals.discount, totals.total, discount_id],
      ),
  };
}

export default laws(({ test }) => {
  test('subscription-discount-expiry: one that recurs counts for as many bills as it has intervals', async (context) => {
    const life = await buyDiscounted(context, { recur: true, maximum_recurring_intervals: 2 });
    const { id } = life.discount;
    expect((await life.read()).discount).toMatchObject({
      ...{ id, starts_at: '2026-01-31T10:00:00Z', ends_at: third },
    });
    await life.until(third);
    expect(await life.sums()).toEqual([
      ['500', '1500', id],
      ['500', '1500', id],
      ['0', '2000', null],
    ]);
    expect((await life.read()).discount).toBeNull();
    const [expired] = await life.expired();
    expect(expired).toMatchObject({ source: 'system', detail: { discount: { type: 'recurring', ends_at: third } } });
  });

  test('subscription-discount-expiry: one that ends within a period leaves the subscription then, by an update', async (context) => {
    const life = await buyDiscounted(context, { recur: true, maximum_recurring_intervals: 2 });
    const next_billed_at = '2026-05-01T00:00:00Z';
    await life.update({ next_billed_at, proration_billing_mode: 'do_not_bill' });
    await life.until(third);
    const { discount, updated_at, ...read } = await life.read();
    expect([discount, read.next_billed_at, Date.parse(updated_at)]).toEqual([null, next_billed_at, Date.parse(third)]);
    expect(await life.expired()).toHaveLength(1);
    const told = (await life.events()).map(({ event_type, data }) => [event_type, data['discount']]);
    expect(told.slice(-2)).toEqual([
      ['subscription.updated', expect.objectContaining({ id: life.discount.id })],
      ['subscription.updated', null],
    ]);
    await life.until(next_billed_at);
    expect(await life.sums()).toEqual([
      ['500', '1500', life.discount.id],
      ['0', '2000', null],
    ]);
  });

  test('subscription-discounts: one that does not recur counts for the purchase', async (context) => {
    const life = await buyDiscounted(context, { recur: false });
    expect((await life.read()).discount).toBeNull();
    await life.until('2026-02-28T10:00:00Z');
    expect(await life.sums()).toEqual([
      ['500', '1500', life.discount.id],
      ['0', '2000', null],
    ]);
  });

  test('subscription-discounts: one is added for the bills to come, and taken off', async (context) => {
    const life = await beginLife(context);
    const { id } = await createDiscount(life.account, { amount: '25', recur: true });
    const discount = { id, effective_from: 'next_billing_period' };
    expect((await life.update({ discount })).discount).toMatchObject({
      ...{ id, starts_at: '2026-02-28T10:00:00Z', ends_at: null },
    });
    const { next_transaction, recurring_transaction_details } = await life.next();
    expect(next_transaction?.details.totals).toMatchObject({ discount: '500', total: '1500' });
    expect(recurring_transaction_details?.totals).toMatchObject({ discount: '0', total: '2000' });
    await life.until('2026-02-28T10:00:00Z');
    expect((await life.update({ discount: null })).discount).toBeNull();
    await life.until(third);
    const sums = (await life.bills()).map(({ details: { totals } }) => [totals.discount, totals.total]);
    expect(sums).toEqual([
      ['0', '2000'],
      ['500', '1500'],
      ['0', '2000'],
    ]);
  });

  test('subscription-discounts: the use of one is counted', async (context) => {
    const { account, discount } = await buyDiscounted(context, { recur: true });
    const path = { discount_id: discount.id };
    expect((await account.call('getDiscount', { path })).data).toMatchObject({ times_used: 1 });
  });

  test('subscription-discounts: an archived one and one of another currency are refused', async (context) => {
    const life = await beginLife(context);
    const archived = await createDiscount(life.account, { recur: true });
    await life.account.call('updateDiscount', { path: { discount_id: archived.id }, body: { status: 'archived' } });
    const euro = await createDiscount(life.account, { type: 'flat', amount: '100', currency_code: 'EUR', recur: true });
    for (const [{ id }, code] of [
      [archived, 'subscription_archived_discount_application_attempt'],
      [euro, 'subscription_invalid_discount_currency'],
    ] as const) {
      const discount = { id, effective_from: 'next_billing_period' };
      expect(await life.refusal('updateSubscription', { discount })).toMatchObject({ status: 400, code });
    }
    expect((await life.read()).discount).toBeNull();
  });
});
