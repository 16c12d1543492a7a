import type { JsonObject } from '#openapi/document/json.ts';
import type { PaddleEvent } from '../../contract/operations.ts';
import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { eventsOf } from '../events/arrange.ts';
import { daysOf, ofDay, range, seller } from './arrange.ts';

const query = range;
const monthly = { billing_cycle: { interval: 'month', frequency: 1 } };
const yearly = { billing_cycle: { interval: 'year', frequency: 1 } };

/** The latest state of each subscription at the end of a day, by its events. */
function subscriptionsAt(events: readonly PaddleEvent[], day: string): JsonObject[] {
  const known = new Map<unknown, JsonObject>();
  for (const { event_type, occurred_at, data } of events)
    if (event_type.startsWith('subscription.') && occurred_at.slice(0, 10) <= day)
      known.set(data['id'], data as JsonObject);
  return [...known.values()].filter(({ status }) => status === 'active' || status === 'past_due');
}

/** Cents of a month, of monthly and of yearly subscriptions. */
function worthOf({ items, billing_cycle }: JsonObject): number {
  const months = Object(billing_cycle).interval === 'year' ? 12 : 1;
  const worths = [items ?? []]
    .flat()
    .map((item) => Number(Object(item).price.unit_price.amount) * Object(item).quantity);
  return worths.reduce((sum, worth) => sum + worth, 0) / months;
}

export default laws(({ target, test }) => {
  test('metrics: revenue is the sum of what was completed each day, without tax', async (context) => {
    const { account, clock, sell } = await seller(context);
    await sell(1000);
    await sell(2500);
    await clock.advance(account, { days: 3 });
    await sell(700);
    const completed = (await eventsOf(account)).filter(({ event_type }) => event_type === 'transaction.completed');
    expect(completed).toHaveLength(3);
    const { data } = await account.call('getMetricsRevenue', { query });
    const counted = daysOf().map((day) => {
      const totals = ofDay(completed, day).map((event) => Object(event.data).details.payout_totals);
      const amount = totals.reduce((sum, { subtotal, discount }) => sum + Number(subtotal) - Number(discount), 0);
      return { timestamp: `${day}T00:00:00Z`, amount: String(amount), count: totals.length };
    });
    expect(data).toMatchObject({ currency_code: 'USD', interval: 'day', timeseries: counted });
    expect(data.timeseries[0]).toMatchObject({ amount: '7000', count: 2 });
    expect(data.timeseries[3]).toMatchObject({ amount: '1400', count: 1 });
  });

  test('metrics: subscribers and their worth are those of the events, at the end of each day', async (context) => {
    const { account, clock, sell } = await seller(context);
    const { subscription_id } = await sell(1000, monthly);
    await sell(12_000, yearly);
    await clock.advance(account, { days: 10 });
    const { subscription_id: other } = await sell(500, monthly);
    const path = { subscription_id: subscription_id ?? '' };
    const { data: subscription } = await account.call('getSubscription', { path });
    const items = subscription.items.map(({ price }) => ({ price_id: price.id, quantity: 3 }));
    await account.call('updateSubscription', { path, body: { items, proration_billing_mode: 'do_not_bill' } });
    await clock.advance(account, { days: 35 });
    const end = { subscription_id: other ?? '' };
    await account.call('cancelSubscription', { path: end, body: { effective_from: 'immediately' } });
    await clock.advance(account, { days: 5 });
    const events = await eventsOf(account);
    const { data: subscribers } = await account.call('getMetricsActiveSubscribers', { query });
    const { data: worth } = await account.call('getMetricsMonthlyRecurringRevenue', { query });
    const { data: change } = await account.call('getMetricsMonthlyRecurringRevenueChange', { query });
    const amounts = new Map<string, number>();
    for (const [index, day] of daysOf().entries()) {
      const active = subscriptionsAt(events, day);
      const amount = active.reduce((sum, one) => sum + worthOf(one), 0);
      amounts.set(day, amount);
      expect(subscribers.timeseries[index], day).toEqual({ timestamp: `${day}T00:00:00Z`, count: active.length });
      expect(worth.timeseries[index], day).toEqual({ timestamp: `${day}T00:00:00Z`, amount: String(amount) });
    }
    expect([amounts.get('2026-07-01'), amounts.get('2026-07-11'), amounts.get('2026-08-15')]).toEqual([
      4000, 6000, 5000,
    ]);
    for (const day of ['2026-08-01', '2026-08-10', '2026-08-20', '2026-09-14']) {
      const before = day.replace(/-0(\d)-/, (_, month) => `-0${Number(month) - 1}-`);
      const amount = String((amounts.get(day) ?? 0) - (amounts.get(before) ?? 0));
      expect(change.timeseries).toContainEqual({ timestamp: `${day}T00:00:00Z`, amount });
    }
  });

  test('metrics: a refund counts when it is approved, without tax', async (context) => {
    const { account, clock, sell } = await seller(context);
    const { id } = await sell(1000);
    await clock.advance(account, { days: 1 });
    const body = { action: 'refund', type: 'full', transaction_id: id, reason: 'Ordered by mistake' } as const;
    await account.call('createAdjustment', { body });
    const read = async () => (await account.call('getMetricsRefunds', { query })).data.timeseries.slice(0, 3);
    const amounts = async () => (await read()).map(({ amount }) => amount);
    expect(await amounts()).toEqual(['0', '0', '0']);
    await clock.advance(account, { minutes: 10 });
    expect(await amounts()).toEqual(['0', '2000', '0']);
    const { data } = await account.call('getMetricsChargebacks', { query });
    expect(data.timeseries.every(({ count }) => count === 0)).toBe(true);
  });

  test('metrics: the share of checkouts that were completed is that of the day of their creation', async (context) => {
    const { account, sell } = await seller(context);
    await sell(1000);
    for (let number = 0; number < 2; number += 1) {
      const items = (await sell(100)).items.map(({ price, quantity }) => ({ price_id: price?.id, quantity }));
      await account.call('createTransaction', { body: { items } });
      await account.call('createTransaction', { body: { items } });
    }
    const { data } = await account.call('getMetricsCheckoutConversion', { query });
    const first = { timestamp: `${range.from}T00:00:00Z`, count: 7, completed_count: 3, rate: '0.428571' };
    expect(data.timeseries.slice(0, 2)).toEqual([
      first,
      { timestamp: '2026-07-02T00:00:00Z', count: 0, completed_count: 0, rate: '0' },
    ]);
  });

  test('metrics: a range ends before its last day, and equal days give an empty series', async () => {
    const account = target.newAccount();
    for (const operation of [
      'getMetricsRevenue',
      'getMetricsActiveSubscribers',
      'getMetricsCheckoutConversion',
    ] as const) {
      const { data } = await account.call(operation, { query: { from: '2024-02-28', to: '2024-03-01' } });
      expect(data).toMatchObject({ starts_at: '2024-02-28T00:00:00Z', ends_at: '2024-03-01T00:00:00Z' });
      expect(data.timeseries.map(({ timestamp }) => timestamp)).toEqual([
        '2024-02-28T00:00:00Z',
        '2024-02-29T00:00:00Z',
      ]);
      const empty = await account.call(operation, { query: { from: '2024-02-28', to: '2024-02-28' } });
      expect(empty.data.timeseries).toEqual([]);
    }
  });

  test('metrics: a range without a date, with a wrong one or in the wrong order is refused', async () => {
    const account = target.newAccount();
    for (const [wrong, field] of [
      [{ from: '2026-07-01' }, 'to'],
      [{ to: '2026-07-01' }, 'from'],
      [{ from: '2026-02-30', to: '2026-07-01' }, 'from'],
      [{ from: '2026-07-01', to: 'tomorrow' }, 'to'],
      [{ from: '2026-07-02', to: '2026-07-01' }, 'to'],
      [{ from: '1900-01-01', to: '2026-07-01' }, 'to'],
    ] as const)
      expect(await account.refusal('getMetricsRefunds', { query: wrong }), JSON.stringify(wrong)).toMatchObject({
        status: 400,
        code: 'bad_request',
        errors: [expect.objectContaining({ field: expect.stringContaining(field) })],
      });
  });
});
