import { beforeEach, describe, expect, test } from 'vitest';
import { startPaddock } from '#mock-server/index.ts';
import { useMock } from '../../testing/mock-account.ts';
import { startCardlessTrial, transactionToAddCard } from './cardless-trial.ts';
import { billable, customerOf } from './cashier.ts';
import { paySubscription, syncSubscription } from './pay.ts';
import { cancelAtPeriodEnd, readAccountPage } from './starter-kit.ts';
import { acceptedEvents, dashboardOf, syncPlans } from './template.ts';

const now = '2026-01-31T10:00:00Z';
const firstEnd = '2026-02-28T10:00:00Z';
const goodCard = '4242 4242 4242 4242';

describe.each(['guide', 'official'] as const)('applications, with the %s profile', (profile) => {
  const { connect, mock } = useMock(() =>
    startPaddock({ profile, rateLimit: false, clock: { now, frozen: true }, behaviours: { 'pagination-next': 'url' } }),
  );
  let catalogue: { monthly: string; team: string; once: string; trial: string };

  beforeEach(async () => {
    const paddle = connect();
    const create = async (name: string, amount: string, fields: object = {}) => {
      const product = await paddle.POST('/products', { body: { name, tax_category: 'standard' } });
      const body = {
        ...{ product_id: product.data.id, description: name, tax_mode: 'external' as const },
        unit_price: { amount, currency_code: 'USD' as const },
        billing_cycle: { interval: 'month' as const, frequency: 1 },
        ...fields,
      };
      return (await paddle.POST('/prices', { body })).data.id;
    };
    catalogue = {
      monthly: await create('Solo', '2000'),
      team: await create('Team', '5000'),
      once: await create('Onboarding', '10000', { billing_cycle: null }),
      trial: await create('Try', '2000', {
        trial_period: { interval: 'day', frequency: 14, requires_payment_method: false },
      }),
    };
  });

  const buy = (fields: object = {}) =>
    mock().subscriptions.create({
      items: [{ price_id: catalogue.monthly, quantity: 1 }],
      customer: { email: 'sam@example.com', name: 'Sam' },
      address: { country_code: 'US', postal_code: '20149' },
      ...fields,
    });

  test("the account page of Paddle's starter kit", async () => {
    const { id, customer_id, transaction_id } = await buy();
    const page = await readAccountPage(connect(), customer_id);
    expect(page).toMatchObject({ nextAmount: '2000', recurringAmount: '2000', transactions: [{ id: transaction_id }] });
    expect((await cancelAtPeriodEnd(connect(), id)).scheduled_change).toMatchObject({ effective_at: firstEnd });
    expect(await readAccountPage(connect(), customer_id)).toMatchObject({ nextAmount: null });
    expect(await readAccountPage(connect(), 'ctm_01h00000000000000000000000')).toBeNull();
  });

  test('a trial without a card, to which one is added', async () => {
    const signUp = { email: 'kim@example.com', countryCode: 'IE', priceId: catalogue.trial } as const;
    const id = await startCardlessTrial(connect(), signUp, async () => {});
    const read = () => syncSubscription(connect(), id);
    expect(await read()).toMatchObject({ status: 'trialing', trial_ends_at: '2026-02-14T10:00:00Z' });
    await mock().transactions.pay(await transactionToAddCard(connect(), id), { card: goodCard });
    await mock().clock.advance({ days: 14 });
    expect(await read()).toMatchObject({ status: 'active', current_period_end: '2026-03-14T10:00:00Z' });
  });

  test('a template that syncs plans, and offers changes on a dashboard', async () => {
    await mock().webhooks.register({ url: 'http://127.0.0.1:9/webhooks', events: [...acceptedEvents] });
    const plans = await syncPlans(connect());
    expect(plans.map(({ name, amount }) => [name, amount]).toSorted()).toEqual([
      ['Solo', '2000'],
      ['Team', '5000'],
      ['Try', '2000'],
    ]);
    const { id } = await buy();
    const { read, changePlan, pause, keep, resume, cancel } = dashboardOf(connect(), id);
    await changePlan(catalogue.team);
    expect(await read()).toMatchObject({ items: [{ price: { id: catalogue.team } }] });
    await pause();
    await keep();
    expect(await read()).toMatchObject({ status: 'active', scheduled_change: null, next_billed_at: firstEnd });
    await pause();
    await mock().clock.advance({ days: 28 });
    expect(await read()).toMatchObject({ status: 'paused' });
    await resume();
    await cancel();
    expect(await read()).toMatchObject({ status: 'active', scheduled_change: { action: 'cancel' } });
  });

  test('a billable model like that of Laravel Cashier', async () => {
    const customer = await customerOf(connect(), 'sam@example.com', 'Sam');
    expect((await customerOf(connect(), 'sam@example.com', 'Sam')).id).toBe(customer.id);
    const { id, transaction_id } = await buy({ customer: undefined, customer_id: customer.id });
    const cashier = billable(connect(), id);
    await cashier.incrementQuantity(2);
    expect(await cashier.nextPayment()).toEqual({ amount: '6000', date: firstEnd });
    await cashier.updateQuantityWithoutBill(1);
    await cashier.swapAndInvoice(catalogue.team);
    await cashier.charge(catalogue.once);
    const invoices = await cashier.invoices();
    expect(invoices.map(({ total }) => total)).toEqual(['10000', '5000', '4000', '2000']);
    for (const { url } of invoices) expect(url).toMatch(/^https?:/);
    expect(await cashier.refund(transaction_id, 'Asked for')).toMatchObject({
      action: 'refund',
      totals: { total: '2000' },
    });
    await mock().clock.advance({ minutes: 20 });
    await cashier.pauseNow();
    expect(await cashier.read()).toMatchObject({ status: 'paused' });
    await cashier.resume();
    await cashier.cancel();
    await cashier.stopCancelation();
    expect(await cashier.read()).toMatchObject({ status: 'active', scheduled_change: null });
    expect(await cashier.paymentMethodUrl()).toContain('_ptxn=txn_');
    await cashier.cancelNow();
    expect(await cashier.read()).toMatchObject({ status: 'canceled' });
  });

  test('a subscription that is stored like that of Pay for Rails', async () => {
    const { id } = await buy();
    const pay = paySubscription(connect(), id);
    const read = () => syncSubscription(connect(), id);
    expect(await read()).toEqual({
      ...{ processor_id: id, processor_plan: catalogue.monthly, quantity: 1, status: 'active' },
      ...{ current_period_end: firstEnd, trial_ends_at: null, ends_at: null, pause_starts_at: null },
    });
    await pay.changeQuantity(3);
    await pay.swap(catalogue.team);
    expect(await read()).toMatchObject({ processor_plan: catalogue.team, quantity: 1 });
    await pay.pause();
    expect(await read()).toMatchObject({ status: 'active', pause_starts_at: firstEnd });
    await pay.resume();
    await pay.cancel();
    expect(await read()).toMatchObject({ status: 'active', ends_at: firstEnd });
    await pay.resume();
    expect(await read()).toMatchObject({ ends_at: null, pause_starts_at: null });
    await mock().transactions.pay(await pay.paymentMethodTransaction(), { card: '4000 0027 6000 3184' });
    await mock().clock.advance({ days: 28 });
    expect(await read()).toMatchObject({ status: 'past_due' });
    await mock().transactions.pay(await pay.paymentMethodTransaction(), { card: goodCard });
    expect(await read()).toMatchObject({ status: 'active', current_period_end: '2026-03-31T10:00:00Z' });
    await pay.cancelNow();
    expect(await read()).toMatchObject({ status: 'canceled', ends_at: firstEnd, current_period_end: null });
  });
});
