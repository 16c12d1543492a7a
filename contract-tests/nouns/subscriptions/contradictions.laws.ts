import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { createPrice } from '../transactions/arrange.ts';
import { beginLife, itemsOf } from './life.ts';

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
});
