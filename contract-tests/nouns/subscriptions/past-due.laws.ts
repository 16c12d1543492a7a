import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import { beginLife, itemsOf } from './life.ts';

/** A card that pays once. */
const card = '4000 0027 6000 3184';
const firstEnd = '2026-02-28T10:00:00Z';
const second = { starts_at: firstEnd, ends_at: '2026-03-31T10:00:00Z' };

/** A subscription whose first renewal has just failed, and its bill. */
async function failing(context: TestContext) {
  const life = await beginLife(context, { card });
  await life.until(firstEnd);
  const unpaid = (await life.bills()).at(-1);
  if (!unpaid) throw new Error('There is no renewal.');
  return { ...life, unpaid };
}

export default laws(({ test }) => {
  test('subscription-past-due: the period moves although the payment of its bill fails', async (context) => {
    const { read, unpaid } = await failing(context);
    expect(await read()).toMatchObject({
      ...{ status: 'past_due', current_billing_period: second, next_billed_at: second.ends_at, canceled_at: null },
      items: [{ status: 'active', previously_billed_at: firstEnd, next_billed_at: second.ends_at }],
    });
    expect(unpaid).toMatchObject({
      ...{ status: 'past_due', origin: 'subscription_recurring', billing_period: second, invoice_number: null },
      details: { totals: { balance: '2000', grand_total: '2000' } },
      payments: [{ status: 'error', error_code: 'authentication_failed', method_details: { card: { last4: '3184' } } }],
    });
  });

  test('subscription-past-due: a payment recovers it, in the same period', async (context) => {
    const { read, pay, unpaid, bills, until } = await failing(context);
    expect(await read()).toMatchObject({ status: 'past_due' });
    await pay(unpaid);
    expect(await read()).toMatchObject({
      ...{ status: 'active', current_billing_period: second, next_billed_at: second.ends_at },
    });
    const paid = (await bills()).at(-1);
    expect(paid).toMatchObject({ id: unpaid.id, status: 'completed', details: { totals: { balance: '0' } } });
    expect(paid?.payments.map(({ status }) => status)).toEqual(['captured', 'error']);
    await until(second.ends_at);
    expect(await read()).toMatchObject({ status: 'active' });
    expect((await bills()).at(-1)).toMatchObject({
      status: 'completed',
      payments: [{ method_details: { card: { last4: '4242' } } }],
    });
  });

  test('subscription-past-due: a new payment method is taken by paying the bill', async (context) => {
    const { account, path, unpaid } = await failing(context);
    const { data } = await account.call('getSubscriptionUpdatePaymentMethodTransaction', { path });
    expect(data.id).toBe(unpaid.id);
  });

  test('subscription-past-due: it is not changed, but may be ended', async (context) => {
    const { read, refusal, call, bills } = await failing(context);
    const [item] = (await read()).items;
    if (!item) throw new Error('There is no item.');
    for (const body of [
      { items: itemsOf([item.price, 2]), proration_billing_mode: 'prorated_immediately' },
      { custom_data: { plan: 'pro' } },
    ])
      expect(await refusal('updateSubscription', body)).toMatchObject({
        ...{ status: 400, code: 'subscription_update_when_past_due' },
      });
    await call('cancelSubscription', { effective_from: 'immediately' });
    expect(await read()).toMatchObject({ status: 'canceled', canceled_at: firstEnd, next_billed_at: null });
    expect((await bills()).at(-1)).toMatchObject({ status: 'canceled' });
  });

  test('subscription-past-due: a pause at once cancels its bill', async (context) => {
    const { read, call, bills, until } = await failing(context);
    await call('pauseSubscription', { effective_from: 'immediately' });
    expect(await read()).toMatchObject({ status: 'paused', paused_at: firstEnd, current_billing_period: second });
    expect((await bills()).at(-1)).toMatchObject({ status: 'canceled' });
    await until('2026-04-30T10:00:00Z');
    expect(await bills()).toHaveLength(2);
  });

  test('subscription-past-due: a period that was not paid is not continued after a pause', async (context) => {
    const { call, refusal } = await failing(context);
    await call('pauseSubscription', { effective_from: 'immediately' });
    const body = { effective_from: 'immediately', on_resume: 'continue_existing_billing_period' };
    expect(await refusal('resumeSubscription', body)).toMatchObject({
      ...{ status: 400, code: 'subscription_continuing_existing_billing_period_not_allowed_subscription_past_due' },
    });
  });

  test('subscription-past-due: a resumption that is not paid is past due', async (context) => {
    const { read, call, until, bills } = await beginLife(context, { card });
    await call('pauseSubscription', { effective_from: 'immediately' });
    await until('2026-02-10T10:00:00Z');
    await call('resumeSubscription', { effective_from: 'immediately' });
    expect(await read()).toMatchObject({
      ...{ status: 'past_due', paused_at: null },
      current_billing_period: { starts_at: '2026-02-10T10:00:00Z', ends_at: '2026-03-10T10:00:00Z' },
    });
    expect((await bills()).at(-1)).toMatchObject({ status: 'past_due' });
  });
});
