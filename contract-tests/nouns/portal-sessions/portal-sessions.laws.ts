import type { Customer } from '../../contract/operations.ts';
import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import { createAddress, createCustomer, unknownId } from '../arrange.ts';
import { subscriptionOf } from '../subscriptions/arbitrary.ts';

async function createSession(account: Account, customer: Customer, subscription_ids: readonly string[] = []) {
  return (
    await account.call('createCustomerPortalSession', {
      path: { customer_id: customer.id },
      body: { subscription_ids },
    })
  ).data;
}

export default laws(({ target, test }) => {
  const { contract } = target;

  async function seedSubscription(
    account: Account,
    { skip }: TestContext,
  ): Promise<{ customer: Customer; subscription: string }> {
    const seed = target.can.seed ?? skip('the target cannot be seeded with subscriptions');
    const customer = await createCustomer(account);
    const subscription = subscriptionOf(contract, await createAddress(account, customer));
    await seed(account, { subscriptions: [subscription] });
    return { customer, subscription: subscription.id };
  }

  test('portal-endpoint: a session is created with 201, with or without a body', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const path = `/customers/${customer.id}/portal-sessions`;
    for (const parts of [
      {},
      { body: {} },
      { body: { subscription_ids: [] } },
      { headers: { 'content-type': 'application/json' } },
    ]) {
      expect(await account.request('POST', path, parts)).toMatchObject({
        status: 201,
        body: { data: { customer_id: customer.id } },
      });
    }
  });

  test('portal-endpoint: a customer that does not exist gets none', async () => {
    const refusal = await target
      .newAccount()
      .refusal('createCustomerPortalSession', { path: { customer_id: unknownId('ctm') } });
    expect(refusal).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('portal-endpoint: subscriptions that do not exist or belong to another customer are refused', async (context) => {
    const account = target.newAccount();
    const [own, foreign] = [await seedSubscription(account, context), await seedSubscription(account, context)];
    const path = { customer_id: own.customer.id };
    for (const id of [foreign.subscription, unknownId('sub')]) {
      const refusal = await account.refusal('createCustomerPortalSession', {
        path,
        body: { subscription_ids: [own.subscription, id] },
      });
      // The status is not published, so either is accepted.
      expect([400, 404]).toContain(refusal.status);
    }
  });

  test('portal-endpoint: more than 25, doubled and malformed subscription IDs are refused', async () => {
    const account = target.newAccount();
    const path = { customer_id: (await createCustomer(account)).id };
    const ids = Array.from({ length: 26 }, (_, index) => `sub_01h${String(index).padStart(23, '9')}`);
    for (const subscription_ids of [ids, [ids[0], ids[0]], ['sub_1'], 'sub', [1]]) {
      expect(await account.refusal('createCustomerPortalSession', { path, body: { subscription_ids } })).toMatchObject({
        status: 400,
        code: 'bad_request',
      });
    }
  });

  test('portal-one-per-request: each request makes a session of its own, with a token of its own', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const sessions = [await createSession(account, customer), await createSession(account, customer)];
    const tokens = sessions.map(({ urls }) => new URL(urls.general.overview).searchParams.get('token'));
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(2);
    expect(new Set(tokens).size).toBe(2);
  });

  test('portal-shape: the session has an ID of its own, its customer and a link to the overview', async () => {
    const account = target.newAccount();
    const customer = await createCustomer(account);
    const [one, other] = [await createSession(account, customer), await createSession(account, customer)];
    expect(one.id).toMatch(/^cpls_[a-z\d]{26}$/);
    expect(one).toMatchObject({ customer_id: customer.id, urls: { subscriptions: [] } });
    expect(other.id).not.toBe(one.id);
    expect(other.urls.general.overview).not.toBe(one.urls.general.overview);
  });

  test('portal-shape: the session has links for each subscription that was asked for, in that order', async (context) => {
    const account = target.newAccount();
    const { customer, subscription } = await seedSubscription(account, context);
    const { urls } = await createSession(account, customer, [subscription]);
    expect(urls.subscriptions.map(({ id }) => id)).toEqual([subscription]);
  });

  test('portal-url-form: links name what they open, and carry one token for the session', async (context) => {
    const account = target.newAccount();
    const { customer, subscription } = await seedSubscription(account, context);
    const { urls } = await createSession(account, customer, [subscription]);
    const [links] = urls.subscriptions;
    const opened = [
      urls.general.overview,
      links?.cancel_subscription,
      links?.update_subscription_payment_method,
      links?.view_subscription,
    ].map((link) => new URL(link ?? ''));
    for (const url of opened) {
      expect(url.pathname).toMatch(/\/cpl_[a-z\d]{26}$/);
      expect(url.searchParams.get('token')).toMatch(/^pga_./);
    }
    expect(opened.map((url) => url.searchParams.get('action'))).toEqual([
      'overview',
      'cancel_subscription',
      'update_subscription_payment_method',
      'view_subscription',
    ]);
    const named = opened.map((url) => url.searchParams.get('subscription_id'));
    expect(named).toEqual([null, subscription, subscription, subscription]);
    expect(new Set(opened.map((url) => url.searchParams.get('token'))).size).toBe(1);
  });
});
