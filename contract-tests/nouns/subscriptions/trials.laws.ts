import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { beginLife, birthday } from './life.ts';

const trial_period = { interval: 'day', frequency: 14, requires_payment_method: true } as const;
const cardless = { trial_period: { ...trial_period, requires_payment_method: false } };
const trialEnd = '2026-02-14T10:00:00Z';

export default laws(({ test }) => {
  test('subscription-trials: a trial costs nothing, and is the first period', async (context) => {
    const { read, bills } = await beginLife(context, { price: { trial_period } });
    const dates = { starts_at: birthday, ends_at: trialEnd };
    expect(await read()).toMatchObject({
      ...{ status: 'trialing', started_at: birthday, first_billed_at: null, next_billed_at: trialEnd },
      current_billing_period: dates,
      items: [{ status: 'trialing', trial_dates: dates, previously_billed_at: null, next_billed_at: trialEnd }],
    });
    expect(await bills()).toMatchObject([
      { status: 'completed', details: { totals: { total: '0', grand_total: '0' } } },
    ]);
  });

  test('subscription-trials: at its end the first period is billed, for what the subscription has then', async (context) => {
    const { read, bills, until, update } = await beginLife(context, { price: { trial_period } });
    const price_id = (await read()).items[0]?.price.id;
    await update({ items: [{ price_id, quantity: 3 }], proration_billing_mode: 'do_not_bill' });
    await until(trialEnd);
    const period = { starts_at: trialEnd, ends_at: '2026-03-14T10:00:00Z' };
    expect(await read()).toMatchObject({
      ...{ status: 'active', started_at: birthday, first_billed_at: trialEnd, next_billed_at: period.ends_at },
      ...{ current_billing_period: period, items: [{ status: 'active', previously_billed_at: trialEnd }] },
    });
    expect((await bills())[1]).toMatchObject({
      ...{ status: 'completed', origin: 'subscription_recurring', billing_period: period },
      details: { totals: { total: '6000' } },
    });
  });

  test('subscription-trials: it is extended by another date, and nothing else but quantities changes', async (context) => {
    const { read, update, refusal, until, bills } = await beginLife(context, { price: { trial_period } });
    const next_billed_at = '2026-03-01T00:00:00Z';
    expect(await update({ next_billed_at, proration_billing_mode: 'do_not_bill' })).toMatchObject({
      ...{
        status: 'trialing',
        next_billed_at,
        current_billing_period: { starts_at: birthday, ends_at: next_billed_at },
      },
      items: [{ next_billed_at, trial_dates: { ends_at: next_billed_at } }],
    });
    const price_id = (await read()).items[0]?.price.id;
    const items = [{ price_id, quantity: 2 }];
    expect(
      await refusal('updateSubscription', { items, proration_billing_mode: 'prorated_immediately' }),
    ).toMatchObject({
      ...{ status: 400, code: 'subscription_trialing_items_update_invalid_options' },
    });
    await until('2026-02-28T23:59:00Z');
    expect(await read()).toMatchObject({ status: 'trialing' });
    await until(next_billed_at);
    expect((await bills()).map(({ billing_period }) => billing_period?.starts_at)).toEqual([birthday, next_billed_at]);
  });

  test('subscription-trials: one that is canceled ends without a bill', async (context) => {
    const { call, read, bills, until } = await beginLife(context, { price: { trial_period } });
    await call('cancelSubscription');
    expect(await read()).toMatchObject({
      ...{ status: 'trialing', next_billed_at: null },
      scheduled_change: { action: 'cancel', effective_at: trialEnd },
    });
    await until(trialEnd);
    expect(await read()).toMatchObject({ status: 'canceled', canceled_at: trialEnd, first_billed_at: null });
    expect(await bills()).toHaveLength(1);
  });

  test('subscription-trials: without a payment method there is no next bill, and it ends canceled', async (context) => {
    const { read, bills, until, refusal } = await beginLife(context, { price: cardless });
    expect(await read()).toMatchObject({
      ...{ status: 'trialing', next_billed_at: null, scheduled_change: null, items: [{ next_billed_at: null }] },
      current_billing_period: { starts_at: birthday, ends_at: trialEnd },
    });
    expect(await refusal('activateSubscription')).toMatchObject({
      ...{ status: 400, code: 'subscription_missing_payment_method_cannot_activate' },
    });
    await until('2026-02-14T09:59:59Z');
    expect(await read()).toMatchObject({ status: 'trialing' });
    await until(trialEnd);
    expect(await read()).toMatchObject({ status: 'canceled', canceled_at: trialEnd });
    expect(await bills()).toHaveLength(1);
  });

  test('subscription-trials: a payment method that is added bills the first period at the end', async (context) => {
    const { account, path, read, bills, until, pay } = await beginLife(context, { price: cardless });
    const { data } = await account.call('getSubscriptionUpdatePaymentMethodTransaction', { path });
    await pay(data);
    expect(await read()).toMatchObject({ status: 'trialing', next_billed_at: trialEnd });
    await until(trialEnd);
    expect(await read()).toMatchObject({ status: 'active', first_billed_at: trialEnd });
    expect((await bills()).at(-1)).toMatchObject({ status: 'completed', details: { totals: { total: '2000' } } });
  });
});
