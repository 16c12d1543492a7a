import type { Behaviours } from '../../contract/behaviours.ts';
import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import { createPrice, soldTo } from '../transactions/arrange.ts';
import { type Bought, beginLife, itemsOf, setup } from './life.ts';

/** Behaviours on which Paddle's own publications and recordings contradict one another. */
export default laws(({ target, test }) => {
  const own = target.behaviours;
  const ways = [
    { name: 'by default', values: {} },
    {
      name: 'the other way',
      values: { 'paused-period': 'none', 'paused-items': 'active', 'summary-credit': 'positive' },
    },
  ] as const;

  for (const { name, values } of ways) {
    const expected = { ...own, ...values };

    test(`subscription-paused-period and subscription-paused-items: a pause at once, ${name}`, async (context) => {
      const { account, call, read } = await beginLife(context);
      const behave = target.can.behave ?? context.skip('behaviours of the target cannot be changed');
      const { current_billing_period } = await read();
      await behave(account, values);
      await call('pauseSubscription', { effective_from: 'immediately' });
      expect(await read()).toMatchObject({
        status: 'paused',
        current_billing_period: expected['paused-period'] === 'kept' ? current_billing_period : null,
        items: [{ status: expected['paused-items'] }],
      });
      await call('resumeSubscription', { effective_from: 'immediately' });
      expect(await read()).toMatchObject({ status: 'active', items: [{ status: 'active' }] });
    });

    test(`subscription-summary-credit: another plan right after the purchase, ${name}`, async (context) => {
      const { account, path } = await beginLife(context);
      const behave = target.can.behave ?? context.skip('behaviours of the target cannot be changed');
      const dearer = await createPrice(account, { unit_price: { amount: '3000', currency_code: 'USD' } });
      await behave(account, values);
      const body = { items: itemsOf([dearer, 1]), proration_billing_mode: 'prorated_immediately' as const };
      const { data } = await account.call('previewSubscriptionUpdate', { path, body });
      expect(data.update_summary).toMatchObject({
        credit: { amount: expected['summary-credit'] === 'negative' ? '-2000' : '2000' },
        result: { action: 'charge' },
      });
    });
  }

  /** Begins a life on a target with this value of a behaviour. */
  const beginWith = async (context: TestContext, behaviours: Partial<Behaviours>, bought?: Bought) => {
    const life = await beginLife(context, bought);
    const behave = target.can.behave ?? context.skip('behaviours of the target cannot be changed');
    await behave(life.account, behaviours);
    const [item] = (await life.read()).items;
    if (!item) throw new Error('A subscription has no item.');
    return { ...life, price: item.price };
  };

  for (const value of ['fixed', 'replaceable'] as const)
    test(`subscription-trial-items: another item in a trial, ${value}`, async (context) => {
      const trial = { trial_period: { interval: 'day', frequency: 14 } };
      const life = await beginWith(context, { 'trial-items': value }, { price: trial });
      const { price, account, update, refusal, read, until, bills } = life;
      const items = itemsOf([price, 1], [await createPrice(account), 1]);
      const body = { items, proration_billing_mode: 'do_not_bill' };
      if (value === 'fixed')
        expect(await refusal('updateSubscription', body)).toMatchObject({
          ...{ status: 400, code: 'subscription_trialing_items_update_invalid_options' },
        });
      else await update(body);
      const count = value === 'fixed' ? 1 : 2;
      expect((await read()).items).toHaveLength(count);
      await until('2026-02-14T10:00:00Z');
      expect((await bills()).at(-1)?.items).toHaveLength(count);
    });

  test('subscription-trial-items: a trial without a payment method gets no price that requires one', async (context) => {
    const trial = { trial_period: { interval: 'day', frequency: 14, requires_payment_method: false } };
    const life = await beginWith(context, { 'trial-items': 'replaceable' }, { price: trial });
    const { price, account, update, refusal, read } = life;
    const unbilled = { proration_billing_mode: 'do_not_bill' };
    const dear = { ...unbilled, items: itemsOf([price, 1], [await createPrice(account), 1]) };
    expect(await refusal('updateSubscription', dear)).toMatchObject({
      ...{ status: 400, code: 'subscription_price_requires_payment_method_on_cardless_trial' },
    });
    await update({ ...unbilled, items: itemsOf([price, 1], [await createPrice(account, trial), 1]) });
    expect((await read()).items).toHaveLength(2);
  });

  for (const value of ['reject', 'ignore-date'] as const)
    test(`subscription-items-with-date: a quantity and a date in one update, ${value}`, async (context) => {
      const { price, update, refusal, read } = await beginWith(context, { 'items-with-date': value });
      const { next_billed_at } = await read();
      const dated = { next_billed_at: '2026-02-20T00:00:00Z', proration_billing_mode: 'do_not_bill' };
      const body = { ...dated, items: itemsOf([price, 2]) };
      if (value === 'reject')
        expect(await refusal('updateSubscription', body)).toMatchObject({ status: 400, code: 'bad_request' });
      else await update(body);
      expect(await read()).toMatchObject({ next_billed_at, items: [{ quantity: value === 'reject' ? 1 : 2 }] });
    });

  for (const value of ['reject', 'allow'] as const)
    test(`subscription-later-cycle-change: a year that becomes a month with the next bill, ${value}`, async (context) => {
      const yearly = { billing_cycle: { interval: 'year', frequency: 1 } };
      const life = await beginWith(context, { 'later-cycle-change': value }, { price: yearly });
      const { account, update, refusal, read, until, bills } = life;
      const { current_billing_period, next_billed_at } = await read();
      const items = itemsOf([await createPrice(account), 1]);
      const body = { items, proration_billing_mode: 'prorated_next_billing_period' };
      if (value === 'reject')
        expect(await refusal('updateSubscription', body)).toMatchObject({
          ...{ status: 400, code: 'subscription_new_items_not_valid' },
        });
      else await update(body);
      const interval = value === 'reject' ? 'year' : 'month';
      expect(await read()).toMatchObject({
        ...{ billing_cycle: { interval }, current_billing_period, next_billed_at, items: [{ next_billed_at }] },
      });
      await until('2027-01-31T10:00:00Z');
      const total = value === 'reject' ? '2000' : '1000';
      expect((await bills()).map(({ details: { totals } }) => totals.total)).toEqual(['2000', total]);
      const { starts_at, ends_at } = (await read()).current_billing_period ?? {};
      const end = value === 'reject' ? '2028-01-31T10:00:00Z' : '2027-02-28T10:00:00Z';
      expect([starts_at, Date.parse(`${ends_at}`)]).toEqual([next_billed_at, Date.parse(end)]);
    });

  for (const value of ['move-date', 'reject'] as const)
    test(`subscription-resume-before-pause: another date to resume, ${value}`, async (context) => {
      const { call, refusal, read } = await beginWith(context, { 'resume-before-pause': value });
      await call('pauseSubscription', { resume_at: '2026-04-01T00:00:00Z' });
      const { scheduled_change } = await read();
      const body = { effective_from: '2026-05-01T00:00:00Z' };
      if (value === 'reject')
        expect(await refusal('resumeSubscription', body)).toMatchObject({
          ...{ status: 400, code: 'subscription_must_be_paused' },
        });
      else await call('resumeSubscription', body);
      const resume_at = value === 'reject' ? scheduled_change?.resume_at : expect.stringMatching(/^2026-05-01T00/);
      expect(await read()).toMatchObject({ status: 'active', scheduled_change: { ...scheduled_change, resume_at } });
    });

  for (const value of ['none', 'whole'] as const)
    test(`subscription-renewal-proration: the items of a renewal, ${value}`, async (context) => {
      const { until, bills, read } = await beginWith(context, { 'renewal-proration': value });
      await until('2026-02-28T10:00:00Z');
      const { current_billing_period: billing_period } = await read();
      const proration = value === 'none' ? null : { rate: '1', billing_period };
      expect(await bills()).toMatchObject([{}, { billing_period, items: [{ proration }] }]);
    });

  for (const value of ['rest', 'whole'] as const)
    test(`subscription-charge-period: a charge within the period, ${value}`, async (context) => {
      const { until, bills, read, call } = await beginWith(context, { 'charge-period': value });
      await until('2026-02-14T10:00:00Z');
      await call('createSubscriptionCharge', { effective_from: 'immediately', items: [{ price: setup, quantity: 1 }] });
      const { current_billing_period: current } = await read();
      const starts_at = value === 'whole' ? current?.starts_at : expect.stringMatching(/^2026-02-14T10:00:00/);
      expect((await bills()).at(-1)).toMatchObject({
        ...{ origin: 'subscription_charge', billing_period: { ...current, starts_at } },
      });
    });

  for (const value of ['100', '20'] as const)
    test(`subscription-daily-charges: 21 in more than an hour, ${value}`, async (context) => {
      const { until, call, refusal } = await beginWith(context, { 'daily-charges': value });
      const body = { effective_from: 'immediately', items: [{ price: setup, quantity: 1 }] };
      for (let count = 0; count < 20; count += 1) await call('createSubscriptionCharge', body);
      await until('2026-01-31T11:00:00Z');
      if (value === '100') await call('createSubscriptionCharge', body);
      else
        expect(await refusal('createSubscriptionCharge', body)).toMatchObject({
          ...{ status: 429, code: 'subscription_immediate_charge_24_hour_limit_exceeded' },
        });
    });

  for (const value of ['announced', 'silent'] as const)
    test(`subscription-checkout-creation: a purchase at a checkout, and an invoice, ${value}`, async (context) => {
      const { account, buyer, price, news, announced } = await beginWith(context, { 'checkout-creation': value });
      const subscribe = target.can.subscribe ?? context.skip('unreachable');
      const created = announced(['subscription.created active']);
      for (const [collection_mode, expected] of [
        ['automatic', value === 'silent' ? [] : created],
        ['manual', created],
      ] as const) {
        await news();
        await subscribe(account, { items: itemsOf([price, 1]), ...soldTo(buyer), collection_mode });
        expect((await news()).filter((text) => text.startsWith('subscription.created'))).toEqual(expected);
      }
    });
});
