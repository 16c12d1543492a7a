import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { beginLife, birthday, monthly, setup } from './life.ts';

const firstEnd = '2026-02-28T10:00:00Z';

export default laws(({ target, test }) => {
  test('subscription-purchase: a period begins with the payment, and the purchase names the subscription', async (context) => {
    const { read, bills, transaction_id, buyer, id } = await beginLife(context, {
      custom_data: { plan: 'pro' },
      quantity: 3,
    });
    const subscription = await read();
    const current_billing_period = { starts_at: birthday, ends_at: firstEnd };
    expect(subscription).toMatchObject({
      ...{ id, status: 'active', currency_code: 'USD', collection_mode: 'automatic', custom_data: { plan: 'pro' } },
      ...{ customer_id: buyer.customer.id, address_id: buyer.address.id, business_id: null, discount: null },
      ...{ started_at: birthday, first_billed_at: birthday, next_billed_at: firstEnd, current_billing_period },
      ...{ paused_at: null, canceled_at: null, scheduled_change: null, billing_cycle: monthly.billing_cycle },
      items: [
        {
          ...{ status: 'active', quantity: 3, recurring: true, trial_dates: null },
          ...{ previously_billed_at: birthday, next_billed_at: firstEnd },
          price: { description: 'Pro by the month', unit_price: monthly.unit_price },
          product: { name: 'ChatApp Pro' },
        },
      ],
    });
    expect(await bills()).toMatchObject([
      {
        ...{ id: transaction_id, status: 'completed', origin: 'web', billing_period: current_billing_period },
        ...{ subscription_id: id, custom_data: { plan: 'pro' }, details: { totals: { total: '6000', balance: '0' } } },
      },
    ]);
  });

  test('subscription-purchase: a price that does not recur is sold with it, and is no item of it', async (context) => {
    const items = [monthly, setup].map((price) => ({ price, quantity: 1 }));
    const { read, bills, until } = await beginLife(context, { items });
    expect((await read()).items).toMatchObject([{ price: { description: 'Pro by the month' } }]);
    await until(firstEnd);
    expect((await bills()).map(({ details }) => details.totals.total)).toEqual(['7000', '2000']);
  });

  test('subscription-purchase: a renewal has the data of the subscription, and a link to no checkout', async (context) => {
    const { update, bills, until } = await beginLife(context, { custom_data: { plan: 'pro' } });
    await update({ custom_data: { plan: 'team' } });
    await until(firstEnd);
    expect(await bills()).toMatchObject([
      { custom_data: { plan: 'pro' } },
      { custom_data: { plan: 'team' }, origin: 'subscription_recurring', checkout: { url: null } },
    ]);
  });

  test('subscription-dates: months are counted from the first day, whatever their length', async (context) => {
    const { bills, until } = await beginLife(context, {}, '2027-10-31T10:00:00Z');
    await until('2028-05-01T00:00:00Z');
    const starts = (await bills()).map(({ billing_period }) => billing_period?.starts_at.slice(0, 10));
    expect(starts).toEqual([
      '2027-10-31',
      '2027-11-30',
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
  });

  test('subscription-dates: a leap day is kept by years without one', async (context) => {
    const price = { billing_cycle: { interval: 'year', frequency: 1 } };
    const { bills, until } = await beginLife(context, { price }, '2028-02-29T12:30:00Z');
    await until('2032-03-01T00:00:00Z');
    expect((await bills()).map(({ billing_period }) => billing_period?.starts_at)).toEqual([
      '2028-02-29T12:30:00Z',
      '2029-02-28T12:30:00Z',
      '2030-02-28T12:30:00Z',
      '2031-02-28T12:30:00Z',
      '2032-02-29T12:30:00Z',
    ]);
  });

  for (const [interval, frequency, days] of [
    ['day', 10, 10],
    ['week', 2, 14],
  ] as const)
    test(`subscription-dates: ${interval}s are counted as days, several at a time`, async (context) => {
      const price = { billing_cycle: { interval, frequency } };
      const { bills, until } = await beginLife(context, { price });
      const after = (cycles: number) => new Date(Date.parse(birthday) + cycles * days * 86_400_000).toISOString();
      await until(after(3));
      const times = (await bills()).map(({ billing_period }) => Date.parse(billing_period?.ends_at ?? ''));
      expect(times).toEqual([1, 2, 3, 4].map((cycles) => Date.parse(after(cycles))));
    });

  test('subscription-dates: a period ends where the next begins, and its bill is made then', async (context) => {
    const { bills, until, read } = await beginLife(context);
    expect(await read()).toMatchObject({ current_billing_period: { starts_at: birthday, ends_at: firstEnd } });
    await until('2026-06-15T00:00:00Z');
    const all = await bills();
    for (const [index, { billing_period, billed_at }] of all.entries()) {
      expect(billing_period?.ends_at).toBe(all[index + 1]?.billing_period?.starts_at ?? (await read()).next_billed_at);
      expect(billed_at).toBe(billing_period?.starts_at);
    }
    expect(all).toHaveLength(5);
    expect(await read()).toMatchObject({ current_billing_period: all.at(-1)?.billing_period, started_at: birthday });
  });

  test('subscription-invoices: an invoice starts a subscription when it is billed, and renews it with invoices', async (context) => {
    const { read, bills, until, pay } = await beginLife(context, { collection_mode: 'manual' });
    expect(await read()).toMatchObject({
      ...{ status: 'active', collection_mode: 'manual', management_urls: { update_payment_method: null } },
      billing_details: { payment_terms: { interval: 'day', frequency: 30 } },
      ...{ first_billed_at: birthday, next_billed_at: firstEnd },
    });
    await until(firstEnd);
    const [first, second] = await bills();
    if (!first || !second) throw new Error('There is no second invoice.');
    expect([first.status, second.status]).toEqual(['billed', 'billed']);
    expect(second).toMatchObject({ collection_mode: 'manual', payments: [], billing_period: { starts_at: firstEnd } });
    expect(Number(second.invoice_number?.split('-')[1])).toBe(Number(first.invoice_number?.split('-')[1]) + 1);
    await pay(first);
    expect(await read()).toMatchObject({ status: 'active', next_billed_at: '2026-03-31T10:00:00Z' });
    expect((await bills())[0]).toMatchObject({ status: 'completed', details: { totals: { balance: '0' } } });
  });

  test('subscription-invoices: a payment method and an early end of a trial are for automatic collection', async (context) => {
    const { refusal } = await beginLife(context, { collection_mode: 'manual' });
    expect(await refusal('getSubscriptionUpdatePaymentMethodTransaction')).toMatchObject({
      status: 400,
      code: 'subscription_not_automatic_collection',
    });
    expect(await refusal('activateSubscription')).toMatchObject({ status: 400, code: 'subscription_cannot_activate' });
  });

  test.runIf(target.can.subscribe !== undefined)(
    'subscription-payment-method: another card is saved by paying nothing with it',
    async (context) => {
      const { account, path, read, pay, bills, until } = await beginLife(context);
      const before = await read();
      const { data } = await account.call('getSubscriptionUpdatePaymentMethodTransaction', { path });
      expect(data).toMatchObject({
        ...{ status: 'ready', origin: 'subscription_payment_method_change', subscription_id: path.subscription_id },
        billing_period: { starts_at: birthday, ends_at: birthday },
        details: {
          totals: { subtotal: '0', total: '0', grand_total: '0' },
          line_items: [{ proration: { rate: '0' } }],
        },
      });
      await pay(data, { card: '4000 0027 6000 3184' });
      expect(await read()).toEqual({ ...before, updated_at: (await read()).updated_at });
      await until(firstEnd);
      expect((await bills()).at(-1)).toMatchObject({
        origin: 'subscription_recurring',
        payments: [{ status: 'error', method_details: { card: { last4: '3184' } } }],
      });
    },
  );
});
