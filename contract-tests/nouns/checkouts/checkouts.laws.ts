import { expect } from '../../law/expect.ts';
import { laws, type TestContext } from '../../suite/laws.ts';
import type { Account } from '../../targets/account.ts';
import type { Target } from '../../targets/target.ts';
import { createCustomer } from '../arrange.ts';
import { createClientToken, revokeClientToken } from '../client-tokens/arrange.ts';
import { awaitEvents, newestEvent } from '../events/arrange.ts';
import { createPrice, itemOf, readTransaction } from '../transactions/arrange.ts';

const card = { card: '4242 4242 4242 4242', expiry: '12/40', cvc: '100' };
const virginia = { country_code: 'US', postal_code: '20149' };

export default laws(({ target, test }) => {
  const checkoutsOf = ({ can }: Target, { skip }: TestContext) =>
    can.checkout ?? skip('the target has no checkout that a program can use');

  /** Opens a checkout of a new price of 1000 US cents a month, without tax. */
  async function opened(account: Account, context: TestContext, fields: object = {}) {
    const checkout = checkoutsOf(target, context);
    const { token } = await createClientToken(account);
    const items = [itemOf(await createPrice(account))];
    const { status, data } = await checkout(account, 'POST', '/open', { token, items, ...fields });
    expect(status).toBe(200);
    return { checkout, view: Object(data).data };
  }

  test('checkout-client-tokens: a preview of Paddle.js is that of the API, and takes a token of the account that is active', async (context) => {
    const checkout = checkoutsOf(target, context);
    const account = target.newAccount();
    const token = await createClientToken(account);
    const items = [itemOf(await createPrice(account), 3)];
    const pricing = { items, address: virginia };
    const { details } = (await account.call('previewPrices', { body: pricing })).data;
    const shown = await checkout(account, 'POST', '/pricing-preview', pricing, token.token);
    expect(shown).toMatchObject({ status: 200, data: { details } });
    const { totals } = (await account.call('previewTransaction', { body: pricing })).data.details;
    const transaction = await checkout(account, 'POST', '/transaction-preview', pricing, token.token);
    expect(transaction).toMatchObject({ status: 200, data: { details: { totals } } });
    const refused = { status: 403, error: { code: 'invalid_client_token' } };
    await revokeClientToken(account, token);
    for (const invalid of [token.token, 'test_0123456789abcdef', undefined]) {
      expect(await checkout(account, 'POST', '/pricing-preview', pricing, invalid)).toMatchObject(refused);
      if (invalid) expect(await checkout(account, 'POST', '/open', { token: invalid, items })).toMatchObject(refused);
    }
  });

  test('checkout-purchase: a checkout sells to a newcomer, and all that follows is there', async (context) => {
    const account = target.newAccount();
    const before = await newestEvent(account);
    const email = target.freshEmail();
    const { checkout, view } = await opened(account, context, { custom_data: { plan: 'pro' } });
    expect(view).toMatchObject({ status: 'draft', customer: { id: null }, totals: { total: 10 } });
    const { transaction_id: id } = view;
    const known = { customer: { email }, address: virginia };
    expect(await checkout(account, 'PATCH', `/transactions/${id}`, known)).toMatchObject({
      data: { data: { status: 'ready', customer: { email, address: virginia }, totals: { total: 10 } } },
    });
    const declined = { ...card, card: '4000 0000 0000 0002' };
    expect(await checkout(account, 'POST', `/transactions/${id}/pay`, declined)).toMatchObject({
      data: { data: { status: 'ready' }, page: { error_code: 'declined' } },
    });
    const paid = await checkout(account, 'POST', `/transactions/${id}/pay`, card);
    expect(paid).toMatchObject({ data: { data: { status: 'completed', totals: { total: 10, balance: 0 } } } });
    const transaction = await readTransaction(account, { id });
    expect(transaction).toMatchObject({ origin: 'web', status: 'completed', custom_data: { plan: 'pro' } });
    const path = { subscription_id: String(transaction.subscription_id) };
    expect((await account.call('getSubscription', { path })).data).toMatchObject({
      status: 'active',
      customer_id: transaction.customer_id,
      custom_data: { plan: 'pro' },
    });
    const types = (await awaitEvents(account, before, 7)).map(({ event_type }) => event_type);
    const order = ['customer.created', 'address.created', 'transaction.completed'];
    expect(types.filter((type) => order.includes(type))).toEqual(order);
  });

  test('checkout-buyers: an email address that is known names its customer, and each purchase has an address of its own', async (context) => {
    const account = target.newAccount();
    const { id, email } = await createCustomer(account);
    const buyers = [];
    for (const _ of [1, 2]) {
      const { view } = await opened(account, context, { customer: { email }, address: virginia });
      buyers.push(view.customer);
    }
    expect(buyers).toMatchObject([{ id }, { id }]);
    expect(buyers[0].address.id).not.toBe(buyers[1].address.id);
  });

  test('checkout-warnings: what is invalid of a prefill is left out, and does not keep a checkout from opening', async (context) => {
    const account = target.newAccount();
    const checkout = checkoutsOf(target, context);
    const { token } = await createClientToken(account);
    const items = [itemOf(await createPrice(account))];
    const { data } = await checkout(account, 'POST', '/open', { token, items, customer: { email: 'nobody' } });
    expect(data).toMatchObject({ warnings: [{ field: '/data/customer' }], data: { customer: { id: null } } });
    expect((await account.call('listCustomers')).data.map((customer) => customer.email)).not.toContain('nobody');
  });
});
