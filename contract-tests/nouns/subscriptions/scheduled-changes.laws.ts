import type { Success } from '../../contract/operations.ts';
import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import type { subscriptionsByStatus } from './arbitrary.ts';
import { endOfPeriod, now, seedSubscription } from './arrange.ts';

export default laws(({ target, test }) => {
  async function seedOne(
    { skip }: TestContext,
    ...[status, fields]: [status?: keyof typeof subscriptionsByStatus, fields?: object]
  ): Promise<{ account: Account; path: { subscription_id: string }; advance: (days: number) => Promise<void> }> {
    const account = target.newAccount();
    const path = await seedSubscription(account, status, fields);
    const { clock } = target.can;
    if (!path || !clock) return skip('the target cannot be seeded with subscriptions, or its clock cannot be set');
    return { account, path, advance: (days) => clock.advance(account, { days }) };
  }

  const readOne = async (
    account: Account,
    path: { subscription_id: string },
  ): Promise<Success<'getSubscription'>['data']> => (await account.call('getSubscription', { path })).data;

  async function typesOf(account: Account): Promise<string[]> {
    const { data } = await account.call('listEvents', { query: { per_page: 200 } });
    return data
      .map(({ event_type }) => event_type)
      .filter((type) => type.startsWith('subscription.'))
      .reverse();
  }

  test('subscription-cancel: it stays active until the end of its period, and is canceled then', async (context) => {
    const { account, path, advance } = await seedOne(context);
    const { data } = await account.call('cancelSubscription', { path });
    expect(data).toMatchObject({
      status: 'active',
      scheduled_change: { action: 'cancel', effective_at: endOfPeriod, resume_at: null },
      next_billed_at: null,
      canceled_at: null,
      items: [{ next_billed_at: null, status: 'active' }],
    });
    expect(await typesOf(account)).toEqual(['subscription.updated']);
    await advance(30);
    expect(await readOne(account, path)).toMatchObject({
      status: 'canceled',
      canceled_at: endOfPeriod,
      scheduled_change: null,
      current_billing_period: null,
    });
    expect(await typesOf(account)).toEqual(['subscription.updated', 'subscription.updated', 'subscription.canceled']);
  });

  test('subscription-cancel: at once, also when a change is scheduled', async (context) => {
    const { account, path } = await seedOne(context);
    await account.call('pauseSubscription', { path });
    const { data } = await account.call('cancelSubscription', { path, body: { effective_from: 'immediately' } });
    expect(data).toMatchObject({ status: 'canceled', canceled_at: now, scheduled_change: null, next_billed_at: null });
  });

  test('subscription-cancel: a paused subscription is canceled at once', async (context) => {
    const { account, path } = await seedOne(context, 'paused');
    expect((await account.call('cancelSubscription', { path })).data).toMatchObject({ status: 'canceled' });
  });

  test('subscription-cancel: a second scheduled change and a canceled subscription are refused', async (context) => {
    const { account, path } = await seedOne(context);
    await account.call('cancelSubscription', { path });
    for (const operation of ['cancelSubscription', 'pauseSubscription'] as const) {
      const refusal = await account.refusal(operation, { path });
      expect(refusal).toMatchObject({ status: 400, code: 'subscription_locked_pending_changes' });
    }
    await account.call('cancelSubscription', { path, body: { effective_from: 'immediately' } });
    for (const effective_from of ['immediately', 'next_billing_period', null]) {
      const refusal = await account.refusal('cancelSubscription', { path, body: { effective_from } });
      expect(refusal).toMatchObject({ status: 400, code: 'subscription_update_when_canceled' });
    }
  });

  test('subscription-pause: it stays active until the end of its period, and is paused then', async (context) => {
    const { account, path, advance } = await seedOne(context);
    const { data } = await account.call('pauseSubscription', { path });
    expect(data).toMatchObject({
      status: 'active',
      scheduled_change: { action: 'pause', effective_at: endOfPeriod, resume_at: null },
      next_billed_at: null,
      paused_at: null,
    });
    await advance(30);
    expect(await readOne(account, path)).toMatchObject({
      status: 'paused',
      paused_at: endOfPeriod,
      scheduled_change: null,
      items: [{ status: 'inactive' }],
    });
    expect(await typesOf(account)).toEqual(['subscription.updated', 'subscription.updated', 'subscription.paused']);
  });

  test('subscription-pause: the date to resume is the next bill', async (context) => {
    const { account, path } = await seedOne(context);
    const resume_at = '2026-09-01T16:30:00Z';
    const { data } = await account.call('pauseSubscription', { path, body: { resume_at } });
    expect(data).toMatchObject({ next_billed_at: resume_at, items: [{ next_billed_at: resume_at }] });
    expect(data.scheduled_change).toEqual({ action: 'pause', effective_at: endOfPeriod, resume_at });
  });

  test('subscription-pause: at once, with the resumption scheduled', async (context) => {
    const { account, path } = await seedOne(context);
    const resume_at = '2026-07-20T00:00:00Z';
    const body = { effective_from: 'immediately', resume_at } as const;
    const { data } = await account.call('pauseSubscription', { path, body });
    expect(data).toMatchObject({ status: 'paused', paused_at: now, next_billed_at: resume_at });
    expect(data.scheduled_change).toEqual({ action: 'resume', effective_at: resume_at, resume_at: null });
  });

  test('subscription-pause: a resumption that is taken back leaves it paused, without a next bill', async (context) => {
    const { account, path } = await seedOne(context);
    const body = { effective_from: 'immediately', resume_at: '2026-07-20T00:00:00Z' } as const;
    await account.call('pauseSubscription', { path, body });
    const { data } = await account.call('updateSubscription', { path, body: { scheduled_change: null } });
    expect(data).toMatchObject({ status: 'paused', scheduled_change: null, next_billed_at: null });
  });

  test('subscription-pause: a scheduled change is what refuses another, with a date or in a trial', async (context) => {
    const code = 'subscription_locked_pending_changes';
    for (const status of ['active', 'trialing'] as const) {
      const { account, path } = await seedOne(context, status);
      const body = { resume_at: '2026-09-01T16:30:00Z' };
      await account.call('pauseSubscription', { path, body });
      for (const again of [body, {}])
        expect(await account.refusal('pauseSubscription', { path, body: again })).toMatchObject({ status: 400, code });
    }
    const { account, path } = await seedOne(context, 'trialing');
    await account.call('cancelSubscription', { path });
    expect(await account.refusal('pauseSubscription', { path })).toMatchObject({ status: 400, code });
  });

  test('subscription-pause: a date to resume before the pause is refused, and so are a paused, a canceled and a cardless one', async (context) => {
    const { account, path } = await seedOne(context);
    const refusal = await account.refusal('pauseSubscription', { path, body: { resume_at: '2026-07-20T00:00:00Z' } });
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_field', errors: [{ field: 'resume_at' }] });
    for (const [status, fields, code] of [
      ['paused', {}, 'subscription_cannot_be_paused'],
      ['canceled', {}, 'subscription_is_canceled_action_invalid'],
      ['trialing', { next_billed_at: null }, 'subscription_pausing_not_allowed_for_cardless_trial'],
    ] as const) {
      const other = await seedOne(context, status, fields);
      expect(await other.account.refusal('pauseSubscription', { path: other.path })).toMatchObject({
        status: 400,
        code,
      });
    }
  });
});
