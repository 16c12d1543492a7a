import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import { seedSubscription } from './arrange.ts';

export default laws(({ target, test }) => {
  /** Seeds a subscription in the middle of its first period. */
  async function seedOne(
    { skip }: TestContext,
    ...[status, fields]: [Parameters<typeof seedSubscription>[1]?, object?]
  ) {
    const account = target.newAccount();
    const path = await seedSubscription(account, status, fields);
    const { clock } = target.can;
    if (!path || !clock) return skip('the target cannot be seeded with subscriptions, or its clock cannot be set');
    const transactions = async () => {
      const query = { subscription_id: path.subscription_id, order_by: 'id[ASC]' as const };
      return (await account.call('listTransactions', { query })).data;
    };
    const read = async () => (await account.call('getSubscription', { path })).data;
    return { account, path, transactions, read, advance: (days: number) => clock.advance(account, { days }) };
  }

  test('subscription-renewal: each period follows the one before, and is billed and paid', async (context) => {
    const { transactions, read, advance } = await seedOne(context);
    await advance(80);
    const bills = await transactions();
    expect(bills.map(({ billing_period }) => billing_period)).toEqual([
      { starts_at: '2026-08-01T00:00:00Z', ends_at: '2026-09-01T00:00:00Z' },
      { starts_at: '2026-09-01T00:00:00Z', ends_at: '2026-10-01T00:00:00Z' },
      { starts_at: '2026-10-01T00:00:00Z', ends_at: '2026-11-01T00:00:00Z' },
    ]);
    for (const bill of bills) {
      expect(bill).toMatchObject({
        status: 'completed',
        origin: 'subscription_recurring',
        payments: [{ status: 'captured' }],
      });
    }
    expect(await read()).toMatchObject({
      status: 'active',
      next_billed_at: '2026-11-01T00:00:00Z',
      first_billed_at: '2026-07-01T00:00:00Z',
      items: [{ previously_billed_at: '2026-10-01T00:00:00Z', next_billed_at: '2026-11-01T00:00:00Z' }],
    });
  });

  test('subscription-renewal: one step and many steps end alike', async (context) => {
    const [one, other] = [await seedOne(context), await seedOne(context)];
    await one.advance(100);
    for (let step = 0; step < 20; step += 1) await other.advance(5);
    const times = async ({ transactions }: typeof one) =>
      (await transactions()).map(({ created_at, billed_at, status }) => ({ created_at, billed_at, status }));
    expect(await times(other)).toEqual(await times(one));
    expect(await times(one)).toHaveLength(3);
  });

  test('subscription-activate: the trial ends, and the first period begins and is billed', async (context) => {
    const { account, path, transactions, read } = await seedOne(context, 'trialing');
    const { data } = await account.call('activateSubscription', { path });
    expect(data).toMatchObject({
      status: 'active',
      first_billed_at: '2026-07-15T12:00:00Z',
      next_billed_at: '2026-08-15T12:00:00Z',
      current_billing_period: { starts_at: '2026-07-15T12:00:00Z', ends_at: '2026-08-15T12:00:00Z' },
    });
    expect(await read()).toEqual(data);
    expect(await transactions()).toMatchObject([{ status: 'completed', origin: 'subscription_recurring' }]);
  });

  test('subscription-resume: a new period begins and is billed', async (context) => {
    const { account, path, transactions } = await seedOne(context, 'paused');
    const { data } = await account.call('resumeSubscription', { path });
    expect(data).toMatchObject({
      status: 'active',
      paused_at: null,
      current_billing_period: { starts_at: '2026-07-15T12:00:00Z', ends_at: '2026-08-15T12:00:00Z' },
    });
    expect(await transactions()).toMatchObject([{ status: 'completed' }]);
  });

  test('subscription-resume: the rest of the period that was paid for costs nothing', async (context) => {
    const { account, path, transactions } = await seedOne(context, 'paused');
    const body = { on_resume: 'continue_existing_billing_period' } as const;
    const { data } = await account.call('resumeSubscription', { path, body });
    expect(data).toMatchObject({
      status: 'active',
      next_billed_at: '2026-08-01T00:00:00Z',
      current_billing_period: { starts_at: '2026-07-01T00:00:00Z', ends_at: '2026-08-01T00:00:00Z' },
    });
    expect(await transactions()).toEqual([]);
  });

  test('subscription-resume: at a time, by itself', async (context) => {
    const { account, path, read, advance } = await seedOne(context, 'paused');
    const resume_at = '2026-07-20T00:00:00Z';
    const { data } = await account.call('resumeSubscription', { path, body: { effective_from: resume_at } });
    expect(data.scheduled_change).toEqual({ action: 'resume', effective_at: resume_at, resume_at: null });
    await advance(6);
    expect(await read()).toMatchObject({
      status: 'active',
      scheduled_change: null,
      next_billed_at: '2026-08-20T00:00:00Z',
    });
  });
});
