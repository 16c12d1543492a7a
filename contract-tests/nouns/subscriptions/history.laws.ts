import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import { formIn } from '../portal-sessions/arrange.ts';
import { beginLife, itemsOf } from './life.ts';

const firstEnd = '2026-02-28T10:00:00Z';

type Query = Readonly<Record<string, string | number | readonly string[]>>;

/** Begins a life, and reads its history. */
async function beginRecorded(context: TestContext, bought?: Parameters<typeof beginLife>[1]) {
  const life = await beginLife(context, bought);
  const history = async (query: Query = {}) =>
    (await life.account.call('listSubscriptionHistory', { path: life.path, query })).data;
  return { ...life, history, actions: async (query?: Query) => (await history(query)).map(({ action }) => action) };
}

export default laws(({ test }) => {
  test('subscription-history: a purchase and its renewals are told, the latest first', async (context) => {
    const { history, until, bills, id, read } = await beginRecorded(context);
    await until(firstEnd);
    const [renewed, created, ...others] = await history();
    const [, renewal] = await bills();
    expect(others).toEqual([]);
    const { current_billing_period, next_billed_at } = await read();
    expect(renewed).toMatchObject({
      subscription_id: id,
      occurred_at: expect.stringMatching(/^2026-02-28T10:00:00(\.0+)?Z$/),
      source: 'system',
      actor: { type: 'system', id: null },
      reason: null,
      action: 'subscription_renewed',
      detail: { next_billed_at, current_billing_period, transaction_id: renewal?.id },
    });
    expect(created).toMatchObject({
      source: 'checkout',
      actor: { type: 'customer' },
      action: 'subscription_created',
      detail: { status: 'active', has_payment_method: true, items: [{ quantity: 1 }], business: null },
    });
    expect(await history({ order_by: 'occurred_at[ASC]' })).toEqual([created, renewed]);
  });

  test('subscription-history: a request is told with its key, and its entries share a group', async (context) => {
    const { history, update, call, read, actions } = await beginRecorded(context);
    const [item] = (await read()).items;
    if (!item) throw new Error('There is no item.');
    await update({ items: itemsOf([item.price, 3]), proration_billing_mode: 'prorated_immediately' });
    const [one, other] = await history();
    expect(new Set([one?.action, other?.action])).toEqual(
      new Set(['subscription_item_quantity_updated', 'subscription_payment_attempted']),
    );
    expect(one?.group_id).toBe(other?.group_id);
    for (const entry of [one, other])
      expect(entry).toMatchObject({ source: 'api', actor: { type: 'api_key' }, reason: 'seller_request' });
    expect([one, other].find((entry) => entry?.action === 'subscription_item_quantity_updated')?.detail).toMatchObject({
      quantity: 3,
      update_summary: { quantity_delta: 2 },
      proration_billing_mode: 'prorated_immediately',
      on_payment_failure: 'prevent_change',
    });
    await call('cancelSubscription');
    await update({ scheduled_change: null });
    await call('pauseSubscription', { effective_from: 'immediately' });
    await call('resumeSubscription', { effective_from: 'immediately' });
    await call('cancelSubscription', { effective_from: 'immediately' });
    expect((await actions()).slice(0, 5)).toEqual([
      'subscription_canceled',
      'subscription_resumed',
      'subscription_paused',
      'subscription_scheduled_change_removed',
      'subscription_scheduled_change_added',
    ]);
  });

  test('subscription-history: a failed payment and its recovery are told', async (context) => {
    const { actions, until, bills, pay } = await beginRecorded(context, { card: '4000 0027 6000 3184' });
    await until(firstEnd);
    expect(await actions()).toEqual(['subscription_past_due', 'subscription_renewed', 'subscription_created']);
    const unpaid = (await bills()).at(-1);
    if (unpaid) await pay(unpaid);
    expect(new Set((await actions()).slice(0, 2))).toEqual(
      new Set(['subscription_activated', 'subscription_payment_method_updated']),
    );
  });

  test('subscription-history-portal: what a customer does in the portal is told as theirs', async (context) => {
    const { visit, submit } = context.target.can;
    if (!visit || !submit) return context.skip('forms of the portal cannot be sent to the target');
    const { history, read, buyer } = await beginRecorded(context);
    await submit(formIn((await visit(String((await read()).management_urls.cancel))).text));
    const [entry, ...others] = await history();
    expect(entry).toMatchObject({
      ...{ source: 'customer_portal', actor: { type: 'customer', id: buyer.customer.id } },
      ...{ reason: 'customer_request', action: 'subscription_scheduled_change_added' },
      detail: { scheduled_change: (await read()).scheduled_change },
    });
    expect(await history({ source: ['customer_portal'] })).toEqual([entry]);
    expect(await history({ reason: ['customer_request'] })).toEqual([entry]);
    expect(others.map(({ action }) => action)).toEqual(['subscription_created']);
  });

  test('subscription-history: it is filtered by action, source, actor, reason and time', async (context) => {
    const { account, path, actions, history, until, call } = await beginRecorded(context);
    await until(firstEnd);
    await call('cancelSubscription', { effective_from: 'immediately' });
    const all = ['subscription_canceled', 'subscription_renewed', 'subscription_created'];
    expect(await actions()).toEqual(all);
    expect(await actions({ action: ['subscription_renewed', 'subscription_created'] })).toEqual(all.slice(1));
    expect(await actions({ source: ['api'] })).toEqual(all.slice(0, 1));
    expect(await actions({ actor_type: ['customer', 'system'] })).toEqual(all.slice(1));
    expect(await actions({ reason: ['seller_request'] })).toEqual(all.slice(0, 1));
    expect(await actions({ 'occurred_at[LTE]': '2026-02-01T00:00:00Z' })).toEqual(all.slice(2));
    expect(await actions({ 'occurred_at[GTE]': '2026-02-01T00:00:00Z' })).toEqual(all.slice(0, 2));
    const [{ actor } = { actor: { id: null } }] = await history({ source: ['checkout'] });
    expect(await actions({ actor_type: ['customer'], actor_id: [`${actor.id}`] })).toEqual(all.slice(2));
    expect(await account.refusal('listSubscriptionHistory', { path, query: { actor_id: ['ctm_1'] } })).toMatchObject({
      status: 400,
      code: 'bad_request',
    });
    const [first] = await history({ per_page: 1 });
    expect(await actions({ per_page: 1, after: `${first?.id}` })).toEqual(['subscription_renewed']);
  });
});
