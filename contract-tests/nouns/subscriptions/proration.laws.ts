import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createPrice } from '../transactions/arrange.ts';
import { beginLife, birthday, itemsOf, monthly } from './life.ts';

/** Half of the first period of 28 days. */
const half = '2026-02-14T10:00:00Z';
const firstEnd = '2026-02-28T10:00:00Z';
const immediately = { proration_billing_mode: 'prorated_immediately' } as const;

type Life = Awaited<ReturnType<typeof beginLife>>;

async function ownPrice({ read }: Life): Promise<{ id: string }> {
  const [item] = (await read()).items;
  if (!item) throw new Error('The subscription has no item.');
  return item.price;
}

const totalsOf = async ({ bills }: Life) => (await bills()).map(({ details }) => details.totals.total);

export default laws(({ test }) => {
  test('subscription-proration: by the minute, with five digits, and the tax on top, as recorded', async (context) => {
    const place = { country_code: 'US', postal_code: '10021', region: 'NY' };
    const priced = (amount: string) => ({ ...monthly, unit_price: { amount, currency_code: 'USD' } });
    const items = [
      { price: priced('1000'), quantity: 5 },
      { price: priced('10000'), quantity: 1 },
    ];
    const life = await beginLife(context, { place, items }, '2024-05-10T12:01:46.293Z');
    const kept = (await life.read()).items[1]?.price;
    if (!kept) throw new Error('The subscription has one item.');
    const [dear, cheap] = [
      await createPrice(life.account, { unit_price: { amount: '25000', currency_code: 'USD' } }),
      await createPrice(life.account, { unit_price: { amount: '3000', currency_code: 'USD' } }),
    ];
    await life.until('2024-05-13T10:36:57.959Z');
    await life.update({ items: itemsOf([kept, 1], [dear, 1], [cheap, 20]), ...immediately });
    const [, bill] = await life.bills();
    expect(bill?.details).toMatchObject({
      totals: { subtotal: '72410', tax: '6428', total: '78838', credit: '0' },
      line_items: [
        { quantity: 1, proration: { rate: '0.90513' }, totals: { subtotal: '22628', tax: '2009', total: '24637' } },
        { quantity: 20, totals: { subtotal: '54308', tax: '4820' }, unit_totals: { subtotal: '2715', tax: '241' } },
        { quantity: -5, totals: { subtotal: '-4526', tax: '-401' }, unit_totals: { subtotal: '905', tax: '80' } },
      ],
    });
    const details = (await life.next()).recurring_transaction_details;
    expect(details?.totals).toMatchObject({ subtotal: '95000', tax: '8431', total: '103431' });
  });

  test('subscription-proration: the period stays, and one line has the difference of a quantity', async (context) => {
    const life = await beginLife(context, { quantity: 5 });
    const [price, before] = [await ownPrice(life), await life.read()];
    await life.until(half);
    const after = await life.update({ items: itemsOf([price, 8]), ...immediately });
    const { current_billing_period, next_billed_at, started_at } = before;
    expect(after).toMatchObject({
      current_billing_period,
      next_billed_at,
      started_at,
      items: [{ quantity: 8, previously_billed_at: birthday }],
    });
    const [, bill] = await life.bills();
    const period = { starts_at: half, ends_at: firstEnd };
    expect(bill).toMatchObject({
      ...{ origin: 'subscription_update', billing_period: period, status: 'completed' },
      details: {
        totals: { total: '3000' },
        line_items: [{ quantity: 3, proration: { rate: '0.5', billing_period: period } }],
      },
    });
    await life.until(firstEnd);
    expect(await totalsOf(life)).toEqual(['10000', '3000', '16000']);
  });

  test('subscription-proration: a kept item keeps its dates, and a new one has its own', async (context) => {
    const life = await beginLife(context);
    const [price, before] = [await ownPrice(life), await life.read()];
    const added = await createPrice(life.account);
    await life.until(half);
    const { items } = await life.update({ items: itemsOf([price, 1], [added, 2]), ...immediately });
    expect(items).toMatchObject([
      before.items[0] ?? {},
      { quantity: 2, created_at: half, updated_at: half, previously_billed_at: half, next_billed_at: firstEnd },
    ]);
  });

  for (const [mode, totals] of [
    ['prorated_immediately', ['2000', '1000', '4000', '4000']],
    ['full_immediately', ['2000', '2000', '4000', '4000']],
    ['prorated_next_billing_period', ['2000', '5000', '4000']],
    ['full_next_billing_period', ['2000', '6000', '4000']],
    ['do_not_bill', ['2000', '4000', '4000']],
  ] as const)
    test(`subscription-billing-modes: a second seat in the middle of a period, ${mode}`, async (context) => {
      const life = await beginLife(context);
      const price = await ownPrice(life);
      await life.until(half);
      await life.update({ items: itemsOf([price, 2]), proration_billing_mode: mode });
      await life.until('2026-03-31T10:00:00Z');
      expect(await totalsOf(life)).toEqual(totals);
    });

  test('subscription-billing-modes: with another cycle the period restarts, and what is left of the old one is credited', async (context) => {
    const life = await beginLife(context);
    const yearly = await createPrice(life.account, {
      ...{ billing_cycle: { interval: 'year', frequency: 1 }, unit_price: { amount: '20000', currency_code: 'USD' } },
    });
    await life.until(half);
    const body = { items: itemsOf([yearly, 1]) };
    expect(
      await life.refusal('updateSubscription', { ...body, proration_billing_mode: 'prorated_next_billing_period' }),
    ).toMatchObject({
      ...{ status: 400, code: 'subscription_new_items_not_valid' },
    });
    const period = { starts_at: half, ends_at: '2027-02-14T10:00:00Z' };
    expect(await life.update({ ...body, ...immediately })).toMatchObject({
      ...{ current_billing_period: period, next_billed_at: period.ends_at },
      billing_cycle: { interval: 'year', frequency: 1 },
    });
    expect(await totalsOf(life)).toEqual(['2000', '19000']);
    await life.until(period.ends_at);
    expect((await life.bills()).at(-1)).toMatchObject({
      billing_period: { starts_at: period.ends_at, ends_at: '2028-02-14T10:00:00Z' },
    });
  });

  test('subscription-proration: nothing is shared or credited in a period that began without a bill', async (context) => {
    const life = await beginLife(context);
    const weekly = { billing_cycle: { interval: 'week', frequency: 1 } };
    const [plan, dearer] = [
      await createPrice(life.account, weekly),
      await createPrice(life.account, { ...weekly, unit_price: { amount: '3000', currency_code: 'USD' } }),
    ];
    await life.until(half);
    await life.update({ items: itemsOf([plan, 1]), proration_billing_mode: 'do_not_bill' });
    await life.until('2026-02-16T10:00:00Z');
    await life.update({ items: itemsOf([dearer, 1]), ...immediately });
    expect(await totalsOf(life)).toEqual(['2000', '3000']);
    // The next period was billed, of which half is left.
    await life.until('2026-02-24T22:00:00Z');
    await life.update({ items: itemsOf([plan, 1]), ...immediately });
    expect(await totalsOf(life)).toEqual(['2000', '3000', '3000', '-1000']);
  });

  test('subscription-items: a list replaces all items, of one cycle, within the limits of each price', async (context) => {
    const life = await beginLife(context, { price: { quantity: { minimum: 1, maximum: 5 } } });
    const price = await ownPrice(life);
    const yearly = await createPrice(life.account, { billing_cycle: { interval: 'year', frequency: 1 } });
    const once = await createPrice(life.account, { billing_cycle: null });
    for (const [items, code] of [
      [itemsOf([price, 1], [price, 2]), 'subscription_duplicate_price_ids'],
      [itemsOf([price, 6]), 'subscription_quantity_not_valid'],
      [itemsOf([price, 1], [yearly, 1]), 'subscription_new_items_not_valid'],
      [itemsOf([once, 1]), 'subscription_no_recurring_items_remain'],
      [[{ price_id: price.id, quantity: 1 }, { price_id: yearly.id }], 'subscription_quantity_missing_for_new_items'],
    ] as const)
      expect(await life.refusal('updateSubscription', { items, ...immediately })).toMatchObject({ status: 400, code });
    expect(await life.refusal('updateSubscription', { items: itemsOf([price, 2]) })).toMatchObject({
      code: 'subscription_items_update_missing_proration_billing_mode',
    });
    const other = await createPrice(life.account);
    const { items } = await life.update({ items: itemsOf([other, 2]), proration_billing_mode: 'do_not_bill' });
    expect(items.map(({ price: { id }, quantity }) => [id, quantity])).toEqual([[other.id, 2]]);
    expect(await totalsOf(life)).toEqual(['2000']);
  });

  test('subscription-credit: what a downgrade gives back is the customer’s, and pays the next bill once', async (context) => {
    const life = await beginLife(context, { quantity: 4 });
    const price = await ownPrice(life);
    expect(await life.credit()).toBeUndefined();
    await life.until(half);
    await life.update({ items: itemsOf([price, 2]), ...immediately });
    const [, bill] = await life.bills();
    expect(bill).toMatchObject({ status: 'completed', payments: [] });
    expect(bill?.details).toMatchObject({
      totals: { total: '-2000', grand_total: '0', balance: '0', credit: '0', credit_to_balance: '2000' },
      line_items: [{ quantity: -2, totals: { total: '-2000' }, unit_totals: { total: '1000' } }],
    });
    expect(await life.credit()).toEqual({ available: '2000', reserved: '0', used: '0' });
    const { next_transaction } = await life.next();
    expect(next_transaction?.details.totals).toMatchObject({ total: '4000', credit: '2000', grand_total: '2000' });
    await life.until('2026-03-31T10:00:00Z');
    const [, , renewal, later] = await life.bills();
    expect(renewal).toMatchObject({
      details: { totals: { total: '4000', credit: '2000', grand_total: '2000', balance: '0' } },
      payments: [{ amount: '2000' }],
    });
    expect(later).toMatchObject({
      details: { totals: { credit: '0', grand_total: '4000' } },
      payments: [{ amount: '4000' }],
    });
    expect(await life.credit()).toEqual({ available: '0', reserved: '0', used: '2000' });
  });

  test('subscription-credit: one of a bill that costs less is kept for the ones after it', async (context) => {
    const life = await beginLife(context, { quantity: 10 });
    const price = await ownPrice(life);
    await life.update({ items: itemsOf([price, 2]), ...immediately });
    expect(await life.credit()).toMatchObject({ available: '16000' });
    await life.until(firstEnd);
    expect((await life.bills()).at(-1)).toMatchObject({
      ...{ status: 'completed', payments: [], details: { totals: { credit: '4000', grand_total: '0' } } },
    });
    expect(await life.credit()).toEqual({ available: '12000', reserved: '0', used: '4000' });
  });
});
