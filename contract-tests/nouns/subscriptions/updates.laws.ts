import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import { transactionOf } from '../transactions/arbitrary.ts';
import { createPrice, itemOf } from '../transactions/arrange.ts';
import type { subscriptionsByStatus } from './arbitrary.ts';
import { endOfPeriod, seedSubscription } from './arrange.ts';

/** The price of seeded subscriptions. */
const own = { id: 'pri_01kpadd0ck0000000000000007' };
const doubled = [itemOf(own, 2)];
const prorated = { proration_billing_mode: 'prorated_immediately' } as const;

type Bill = { details: { tax_rates_used: object; totals: object; line_items: object[] } };

/** The sums and lines of a bill, without what only a stored or a settled one has. */
function sumsOf({ details: { tax_rates_used, totals, line_items } }: Bill) {
  const lines = line_items.map((line) => ({ ...line, id: undefined }));
  return { tax_rates_used, totals: { ...totals, balance: null, fee: null, earnings: null }, lines };
}

export default laws(({ target, test }) => {
  const isListed = (type: string) =>
    target.behaviours['webhook-events'] === 'all' || !['transaction.billed', 'transaction.paid'].includes(type);
  const billedAndPaid = [
    'transaction.created',
    'transaction.billed',
    'transaction.updated',
    'transaction.paid',
    'transaction.updated',
    'transaction.completed',
    'subscription.updated',
  ].filter(isListed);

  /** Seeds a subscription in the middle of its first period. */
  async function seedOne({ skip }: TestContext, status?: keyof typeof subscriptionsByStatus) {
    const account = target.newAccount();
    const path = await seedSubscription(account, status);
    const { clock, seed } = target.can;
    if (!path || !clock) return skip('the target cannot be seeded with subscriptions, or its clock cannot be set');
    const query = { subscription_id: path.subscription_id, order_by: 'id[ASC]' as const };
    const read = async () => (await account.call('getSubscription', { path })).data;
    const events = async () =>
      (await account.call('listEvents', { query: { per_page: 200 } })).data
        .map(({ event_type }) => event_type)
        .reverse();
    return {
      ...{ account, path, read },
      advance: (duration: Parameters<typeof clock.advance>[1]) => clock.advance(account, duration),
      update: async (body: object) => (await account.call('updateSubscription', { path, body })).data,
      preview: async (body: object) => (await account.call('previewSubscriptionUpdate', { path, body })).data,
      transactions: async () => (await account.call('listTransactions', { query })).data,
      /** Returns the types of the events of what is done. */
      eventsOf: async (act: () => Promise<unknown>) => {
        const before = await events();
        await act();
        return (await events()).slice(before.length);
      },
      /** Has the payment method fail from now on. */
      decline: async () => {
        const { id, customer_id } = { ...(await read()), id: (await read()).address_id };
        const paid = JSON.stringify(transactionOf(target.contract, { id, customer_id }, path)).replaceAll(
          '"4242"',
          '"0002"',
        );
        await seed?.(account, { transactions: [JSON.parse(paid)] });
      },
    };
  }

  test('subscription-update: an equal list of items changes nothing, and has no event', async (context) => {
    const { read, update, eventsOf, transactions } = await seedOne(context);
    const before = await read();
    for (const items of [[itemOf(own)], [{ price_id: own.id }]])
      expect(await eventsOf(() => update({ items, ...prorated }))).toEqual([]);
    expect(await read()).toEqual(before);
    expect(await transactions()).toEqual([]);
  });

  test('subscription-update: an upgrade is billed at once, as it was previewed', async (context) => {
    const { account, read, update, preview, eventsOf, transactions } = await seedOne(context);
    const dearer = await createPrice(account, { unit_price: { amount: '2500', currency_code: 'USD' } });
    const body = { items: [itemOf(dearer, 2)], ...prorated };
    const before = await read();
    const previewed = await preview(body);
    expect(await read()).toEqual(before);
    const { id: _, ...kept } = before;
    expect(await eventsOf(() => update(body))).toEqual(billedAndPaid);
    const after = await read();
    const { immediate_transaction, next_transaction, recurring_transaction_details, update_summary, ...shown } =
      previewed;
    const { id, ...changed } = after;
    expect(shown).toEqual(changed);
    expect(id).toBe(before.id);
    expect(after).toMatchObject({
      ...{ current_billing_period: kept.current_billing_period, next_billed_at: endOfPeriod },
      items: [{ quantity: 2, price: { id: dearer.id }, next_billed_at: endOfPeriod }],
    });
    const [bill, ...others] = await transactions();
    if (!bill || !immediate_transaction) throw new Error('The upgrade was not billed.');
    expect(others).toEqual([]);
    expect(bill).toMatchObject({ status: 'completed', origin: 'subscription_update' });
    expect(sumsOf(bill)).toEqual(sumsOf(immediate_transaction));
    expect(bill.billing_period).toEqual(immediate_transaction.billing_period);
    // 16 days and twelve hours of 31 days are left: 0.53226. The tax is in the old price, and comes on top of the new one.
    const [added, removed] = bill.details.line_items;
    expect(added).toMatchObject({ quantity: 2, proration: { rate: '0.53226' }, totals: { subtotal: '2661' } });
    expect(removed).toMatchObject({ quantity: -1, proration: { rate: '0.53226' }, totals: { total: '-798' } });
    const { total } = bill.details.totals;
    expect(update_summary).toMatchObject({
      credit: { amount: '-798' },
      result: { action: 'charge', amount: total, currency_code: 'USD' },
    });
    expect(next_transaction?.details.totals).toMatchObject({ subtotal: '5000' });
    expect(recurring_transaction_details.totals).toMatchObject({ subtotal: '5000' });
  });

  test('subscription-update: a deferred change is billed with the next bill, as it was previewed', async (context) => {
    const { account, path, update, preview, eventsOf, transactions, advance } = await seedOne(context);
    for (const mode of ['prorated_next_billing_period', 'full_next_billing_period']) {
      const quantity = mode.startsWith('full') ? 3 : 2;
      const body = { items: [itemOf(own, quantity)], proration_billing_mode: mode };
      const { immediate_transaction, next_transaction } = await preview(body);
      expect(immediate_transaction).toBeNull();
      expect(await eventsOf(() => update(body))).toEqual(['subscription.updated']);
      const query = { include: ['next_transaction'] as ['next_transaction'] };
      const { data } = await account.call('getSubscription', { path, query });
      expect(data.next_transaction).toEqual(next_transaction);
    }
    const { data } = await account.call('getSubscription', { path, query: { include: ['next_transaction'] } });
    await advance({ days: 17 });
    const [bill, ...others] = await transactions();
    if (!bill || !data.next_transaction) throw new Error('There was no bill.');
    expect(others).toEqual([]);
    expect(sumsOf(bill)).toEqual(sumsOf(data.next_transaction));
    expect(bill.details.totals.total).toBe(String(3 * 1500 + 798 + 1500));
    await advance({ days: 31 });
    expect((await transactions()).at(1)?.details.totals.total).toBe('4500');
  });

  test('subscription-update: without a bill, a change of items costs the new price from the next bill on', async (context) => {
    const { update, preview, transactions, advance } = await seedOne(context);
    const body = { items: doubled, proration_billing_mode: 'do_not_bill' };
    expect(await preview(body)).toMatchObject({ immediate_transaction: null, update_summary: null });
    await update(body);
    expect(await transactions()).toEqual([]);
    await advance({ days: 17 });
    expect(await transactions()).toMatchObject([{ details: { totals: { total: '3000' } } }]);
  });

  test('subscription-update: a change whose payment is declined is not made, and its bill is canceled', async (context) => {
    const { account, path, read, decline, transactions, advance } = await seedOne(context);
    await decline();
    const before = await read();
    const refusal = await account.refusal('updateSubscription', { path, body: { items: doubled, ...prorated } });
    expect(refusal).toMatchObject({ status: 400, code: 'subscription_payment_declined' });
    expect(await read()).toEqual(before);
    const bill = async () => (await transactions()).find(({ origin }) => origin === 'subscription_update')?.status;
    expect(await bill()).toBe('past_due');
    await advance({ seconds: 44 });
    expect(await bill()).toBe('past_due');
    await advance({ seconds: 1 });
    expect(await bill()).toBe('canceled');
  });

  test('subscription-update: a change is made although its payment is declined, if asked for', async (context) => {
    const { decline, update, transactions, advance } = await seedOne(context);
    await decline();
    const changed = await update({ items: doubled, ...prorated, on_payment_failure: 'apply_change' });
    expect(changed).toMatchObject({ status: 'active', items: [{ quantity: 2 }] });
    await advance({ seconds: 60 });
    expect((await transactions()).find(({ origin }) => origin === 'subscription_update')?.status).toBe('past_due');
  });

  test('subscription-update: a scheduled change is taken back', async (context) => {
    const { account, path, read, update, eventsOf } = await seedOne(context);
    const before = await read();
    await account.call('cancelSubscription', { path });
    expect(await eventsOf(() => update({ scheduled_change: null }))).toEqual(['subscription.updated']);
    expect(await read()).toEqual({ ...before, updated_at: '2026-07-15T12:00:00Z' });
    expect(await eventsOf(() => update({ scheduled_change: null }))).toEqual([]);
  });

  test('subscription-update: periods are counted from a new date', async (context) => {
    const { update, transactions, advance, read } = await seedOne(context);
    const next_billed_at = '2026-08-10T09:00:00Z';
    expect(await update({ next_billed_at, proration_billing_mode: 'do_not_bill' })).toMatchObject({
      ...{ next_billed_at, current_billing_period: { starts_at: '2026-07-01T00:00:00Z', ends_at: next_billed_at } },
      items: [{ next_billed_at }],
    });
    await advance({ days: 40 });
    expect(await transactions()).toMatchObject([
      { billing_period: { starts_at: next_billed_at, ends_at: '2026-09-10T09:00:00Z' } },
    ]);
    expect(await read()).toMatchObject({ next_billed_at: '2026-09-10T09:00:00Z' });
  });

  test('subscription-charge: it is billed at once or with the next bill, as previewed, and becomes no item', async (context) => {
    const { account, path, read, transactions, advance } = await seedOne(context);
    const items = [itemOf(await createPrice(account, { billing_cycle: null }))];
    const before = await read();
    const now = { effective_from: 'immediately', items } as const;
    const previewed = (await account.call('previewSubscriptionCharge', { path, body: now })).data;
    const { data } = await account.call('createSubscriptionCharge', { path, body: now });
    expect(data).toEqual({ ...before, updated_at: data.updated_at });
    const [bill] = await transactions();
    if (!bill || !previewed.immediate_transaction) throw new Error('There was no bill.');
    expect(bill).toMatchObject({ origin: 'subscription_charge', status: 'completed', items: [{ proration: null }] });
    expect(sumsOf(bill)).toEqual(sumsOf(previewed.immediate_transaction));
    const later = { effective_from: 'next_billing_period', items } as const;
    const { next_transaction, immediate_transaction } = (
      await account.call('previewSubscriptionCharge', { path, body: later })
    ).data;
    expect(immediate_transaction).toBeNull();
    await account.call('createSubscriptionCharge', { path, body: later });
    await advance({ days: 17 });
    const renewal = (await transactions()).at(1);
    if (!renewal || !next_transaction) throw new Error('There was no renewal.');
    expect(sumsOf(renewal)).toEqual(sumsOf(next_transaction));
    expect(renewal.details.line_items.map(({ quantity, proration }) => [quantity, proration])).toEqual([
      [1, null],
      [1, null],
    ]);
  });
});
