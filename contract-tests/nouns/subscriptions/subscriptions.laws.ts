import type { Address } from '../../contract/operations.ts';
import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createAddress, createCustomer, unknownId } from '../arrange.ts';
import { walk } from '../walk.ts';
import { subscriptionOf, subscriptionsByStatus } from './arbitrary.ts';

async function listed(account: Account, query: Record<string, string>): Promise<string[]> {
  const subscriptions = await walk((start) =>
    account.call('listSubscriptions', { query: { per_page: 2, ...query, ...start } }),
  );
  return subscriptions.map(({ id }) => id).toSorted();
}

export default laws(({ target, test }) => {
  const { behaviours, contract } = target;

  /** Seeds a subscription in each status for a new customer. */
  async function seedSubscriptions(
    account: Account,
    { skip }: TestContext,
  ): Promise<{ address: Address; ids: Record<string, string> }> {
    const seed = target.can.seed ?? skip('the target cannot be seeded with subscriptions');
    const address = await createAddress(account, await createCustomer(account));
    const subscriptions = Object.entries(subscriptionsByStatus).map(([status, fields]) =>
      subscriptionOf(contract, address, { status, ...fields }),
    );
    await seed(account, { subscriptions });
    const ids = Object.fromEntries(
      Object.keys(subscriptionsByStatus).map((status, index) => [status, subscriptions[index]?.id ?? '']),
    );
    return { address, ids };
  }

  test('subscriptions-by-customer: the filter finds the subscriptions of the given customers, in every status', async (context) => {
    const account = target.newAccount();
    const one = await seedSubscriptions(account, context);
    const other = await seedSubscriptions(account, context);
    const idsOfOne = Object.values(one.ids).toSorted();
    expect(await listed(account, { customer_id: one.address.customer_id })).toEqual(idsOfOne);
    const both = `${one.address.customer_id},${other.address.customer_id}`;
    expect(await listed(account, { customer_id: both })).toEqual([...idsOfOne, ...Object.values(other.ids)].toSorted());
    expect(await listed(account, { customer_id: unknownId('ctm') })).toEqual([]);
  });

  test('subscriptions-by-customer: a malformed customer ID is refused', async () => {
    const refusal = await target.newAccount().refusal('listSubscriptions', { query: { customer_id: 'sam' } });
    expect(refusal).toMatchObject({ status: 400, code: 'bad_request', errors: [{ field: 'customer_id' }] });
  });

  test('subscriptions-by-customer: status, address and id narrow it down', async (context) => {
    const account = target.newAccount();
    const { address, ids } = await seedSubscriptions(account, context);
    const { customer_id } = address;
    for (const [status, id] of Object.entries(ids))
      expect(await listed(account, { customer_id, status })).toEqual([id]);
    expect(await listed(account, { customer_id, status: 'active,paused' })).toEqual(
      [ids['active'], ids['paused']].toSorted(),
    );
    expect(await listed(account, { address_id: address.id, id: ids['active'] ?? '' })).toEqual([ids['active']]);
    expect(await account.refusal('listSubscriptions', { query: { status: 'archived' } })).toMatchObject({
      status: 400,
    });
  });

  test('subscriptions-by-customer: price, collection mode and scheduled change are filters too', async ({ skip }) => {
    const seed = target.can.seed ?? skip('the target cannot be seeded with subscriptions');
    const account = target.newAccount();
    const address = await createAddress(account, await createCustomer(account));
    const plain = subscriptionOf(contract, address);
    const scheduled_change = { action: 'cancel', effective_at: '2026-08-01T00:00:00Z', resume_at: null };
    const ending = subscriptionOf(contract, address, { scheduled_change });
    const invoiced = subscriptionOf(contract, address, { collection_mode: 'manual' });
    await seed(account, { subscriptions: [plain, ending, invoiced] });
    const { customer_id } = address;
    expect(await listed(account, { customer_id, scheduled_change_action: 'cancel,pause' })).toEqual([ending.id]);
    const unscheduled = [plain.id, invoiced.id].toSorted();
    expect(await listed(account, { customer_id, scheduled_change_action: 'none' })).toEqual(unscheduled);
    expect(await listed(account, { customer_id, scheduled_change_action: 'none,cancel' })).toHaveLength(3);
    expect(await listed(account, { customer_id, collection_mode: 'manual' })).toEqual([invoiced.id]);
    const { data } = await account.call('getSubscription', { path: { subscription_id: plain.id } });
    const price_id = data.items[0]?.price.id ?? '';
    expect(await listed(account, { customer_id, price_id })).toHaveLength(3);
    expect(await listed(account, { customer_id, price_id: price_id.replace(/.$/, 'z') })).toEqual([]);
  });

  test('subscriptions-by-customer: they are filtered by when they are billed next, or that they are not', async ({
    skip,
  }) => {
    const seed = target.can.seed ?? skip('the target cannot be seeded with subscriptions');
    const account = target.newAccount();
    const address = await createAddress(account, await createCustomer(account));
    const { customer_id } = address;
    const [soon, later, never] = ['2026-08-01T00:00:00Z', '2026-09-01T00:00:00Z', null].map((next_billed_at) =>
      subscriptionOf(contract, address, { next_billed_at }),
    );
    if (!soon || !later || !never) throw new Error('unreachable');
    await seed(account, { subscriptions: [soon, later, never] });
    const found = (query: Record<string, string>) => listed(account, { customer_id, ...query });
    expect(await found({ next_billed_at: 'null' })).toEqual([never.id]);
    expect(await found({ next_billed_at: '2026-08-01T00:00:00,null' })).toEqual([soon.id, never.id].toSorted());
    expect(await found({ 'next_billed_at[GT]': '2026-08-01T00:00:00Z' })).toEqual([later.id]);
    expect(await found({ 'next_billed_at[LTE]': '2026-08-01T00:00:00Z' })).toEqual([soon.id]);
  });

  test('subscriptions: a subscription is read back as it was put in', async ({ skip }) => {
    const seed = target.can.seed ?? skip('the target cannot be seeded with subscriptions');
    const account = target.newAccount();
    const address = await createAddress(account, await createCustomer(account));
    const subscription = subscriptionOf(contract, address);
    await seed(account, { subscriptions: [subscription] });
    const { data } = await account.call('getSubscription', { path: { subscription_id: subscription.id } });
    // The target sets the links itself.
    expect(data).toMatchObject({
      ...subscription,
      custom_data: data.custom_data,
      management_urls: data.management_urls,
      items: data.items,
    });
  });

  test('subscription-consent: a new subscription asks for no consent, and says where it is viewed, canceled and paid for', async ({
    skip,
  }) => {
    const trigger = target.can.trigger ?? skip('events cannot be triggered on the target');
    const account = target.newAccount();
    await trigger(account, 'subscription.created');
    const [subscription] = (await account.call('listSubscriptions')).data;
    expect(subscription?.consent_requirements).toEqual([]);
    const { cancel, update_payment_method, view_subscription } = subscription?.management_urls ?? {};
    const links = [cancel, update_payment_method, view_subscription];
    for (const link of links) expect(link).toMatch(/^https?:/);
    expect(new Set(links).size).toBe(3);
  });

  test('get-404: a subscription that does not exist is not found, and what is no subscription ID is a bad request', async () => {
    const account = target.newAccount();
    const path = { subscription_id: unknownId('sub') };
    expect(await account.refusal('getSubscription', { path })).toMatchObject({ status: 404, code: 'not_found' });
    expect(await account.refusal('getSubscription', { path: { subscription_id: 'sub_1' } })).toMatchObject({
      status: 400,
      code: 'bad_request',
    });
  });

  test('subscriptions-no-nested: there are no subscriptions below a customer', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const answer = await account.request('GET', `/customers/${customer.id}/subscriptions`);
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'invalid_url' } } });
  });

  test.runIf(behaviours['updated-at-filter'] === 'customers-and-subscriptions')(
    'polling-updated-at: subscriptions can be filtered by the time of their last change',
    async ({ skip }) => {
      const seed = target.can.seed ?? skip('the target cannot be seeded with subscriptions');
      const account = target.newAccount();
      const address = await createAddress(account, await createCustomer(account));
      const [older, newer] = ['2026-07-01T00:00:00Z', '2026-07-03T00:00:00Z'].map((updated_at) =>
        subscriptionOf(contract, address, { updated_at }),
      );
      if (!older || !newer) throw new Error('unreachable');
      await seed(account, { subscriptions: [older, newer] });
      const { customer_id } = address;
      expect(await listed(account, { customer_id, 'updated_at[GT]': '2026-07-01T00:00:00Z' })).toEqual([newer.id]);
      expect(await listed(account, { customer_id, 'updated_at[LTE]': '2026-07-01T00:00:00Z' })).toEqual([older.id]);
    },
  );
});
