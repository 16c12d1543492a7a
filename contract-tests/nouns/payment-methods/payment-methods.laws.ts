import { expect } from '../../law/expect.ts';
import { laws } from '../../suite/laws.ts';
import { archiveCustomer, createCustomer, unknownId } from '../arrange.ts';
import { eventsOf, newestEvent } from '../events/arrange.ts';
import { card, cardholder, debitCard } from './arrange.ts';

/** Fields that events leave out. */
const details = ['card', 'paypal', 'south_korea_local_card', 'underlying_details'];

export default laws(({ target, test }) => {
  const { behaviours } = target;

  test('payment-methods: a customer without a purchase has none', async () => {
    const account = target.newAccount();
    const { id } = await createCustomer(account);
    const { data, meta } = await account.call('listCustomerPaymentMethods', { path: { customer_id: id } });
    expect({ data, count: meta.pagination.estimated_total }).toEqual({ data: [], count: 0 });
  });

  test('payment-methods: a card is shown without its number, with the name and the expiry that were entered', async (context) => {
    const account = target.newAccount();
    const { customer_id, address, save, listed } = await cardholder(context, account);
    const payment_method_id = await save({ card: debitCard, expiry: '09/2041', cardholder_name: 'A. Lovelace' });
    const { data } = await account.call('getCustomerPaymentMethod', { path: { customer_id, payment_method_id } });
    expect(data).toEqual({
      id: expect.stringMatching(/^paymtd_[a-z\d]{26}$/),
      customer_id,
      address_id: address.id,
      type: 'card',
      card: { type: 'visa', last4: '5556', expiry_month: 9, expiry_year: 2041, cardholder_name: 'A. Lovelace' },
      paypal: null,
      south_korea_local_card: null,
      underlying_details: null,
      origin: 'saved_during_purchase',
      saved_at: data.updated_at,
      updated_at: data.saved_at,
    });
    expect(await listed()).toEqual([data]);
  });

  test('payment-methods: lists are newest first, and narrowed by address and by what a checkout can offer', async (context) => {
    const account = target.newAccount();
    const { address, addAddress, save, listed } = await cardholder(context, account);
    const other = await addAddress();
    const usual = await save({ address_id: address.id });
    const hidden = await save({ card: debitCard, address_id: other.id, origin: 'subscription' });
    const both = await save({
      card: '4000 0027 6000 3184',
      address_id: other.id,
      origin: 'subscription_saved_during_purchase',
    });
    const ids = async (query: Record<string, string | number> = {}) => (await listed(query)).map(({ id }) => id);
    expect(await ids()).toEqual([both, hidden, usual]);
    expect(await ids({ order_by: 'id[ASC]' })).toEqual([usual, hidden, both]);
    expect(await ids({ address_id: other.id })).toEqual([both, hidden]);
    expect(await ids({ address_id: `${other.id},${address.id}` })).toEqual([both, hidden, usual]);
    expect(await ids({ supports_checkout: 'true' })).toEqual([both, usual]);
    expect(await ids({ supports_checkout: 'false' })).toEqual([hidden]);
    expect(await ids({ supports_checkout: 'true', address_id: other.id })).toEqual([both]);
    expect(await ids({ per_page: 2, after: both })).toEqual([hidden, usual]);
  });

  test('payment-methods: another customer neither lists, reads nor deletes them', async (context) => {
    const account = target.newAccount();
    const { save, listed } = await cardholder(context, account);
    const stranger = await cardholder(context, account);
    const path = { customer_id: stranger.customer_id, payment_method_id: await save() };
    expect(await stranger.listed()).toEqual([]);
    expect(await account.refusal('getCustomerPaymentMethod', { path })).toMatchObject({ code: 'not_found' });
    expect(await account.refusal('deleteCustomerPaymentMethod', { path })).toMatchObject({ code: 'not_found' });
    expect(await listed()).toHaveLength(1);
  });

  test('get-404: the payment methods of a customer that does not exist are not found', async () => {
    const account = target.newAccount();
    const path = { customer_id: unknownId('ctm') };
    expect(await account.refusal('listCustomerPaymentMethods', { path })).toMatchObject({
      status: 404,
      code: 'not_found',
    });
  });

  test('payment-method-deletion: a deleted payment method is gone, and cannot be deleted again', async (context) => {
    const account = target.newAccount();
    const { customer_id, save, listed } = await cardholder(context, account);
    const [kept, deleted] = [await save(), await save({ card: debitCard })];
    const path = { customer_id, payment_method_id: deleted };
    const url = `/customers/${customer_id}/payment-methods/${deleted}`;
    expect((await account.request('DELETE', url)).status).toBe(204);
    expect((await listed()).map(({ id }) => id)).toEqual([kept]);
    expect(await account.refusal('getCustomerPaymentMethod', { path })).toMatchObject({ code: 'not_found' });
    expect(await account.refusal('deleteCustomerPaymentMethod', { path })).toMatchObject({ code: 'not_found' });
  });

  test.runIf(behaviours['webhook-events'] === 'all')(
    'payment-method-events: saving and deleting are announced, without the details and with the reason',
    async (context) => {
      const account = target.newAccount();
      const { customer_id, save, listed } = await cardholder(context, account);
      const newest = await newestEvent(account);
      const replaced = await save({ card, expiry: '01/2041' });
      const [before] = await listed();
      const payment_method_id = await save({ card, expiry: '02/2042' });
      expect((await listed()).map(({ id }) => id)).toEqual([payment_method_id]);
      await account.call('deleteCustomerPaymentMethod', { path: { customer_id, payment_method_id } });
      const events = await eventsOf(account, newest);
      expect(events.map(({ event_type, data }) => [event_type, data['id'], data['deletion_reason']])).toEqual([
        ['payment_method.saved', replaced, undefined],
        ['payment_method.saved', payment_method_id, undefined],
        ['payment_method.deleted', replaced, 'replaced_by_newer_version'],
        ['payment_method.deleted', payment_method_id, 'api'],
      ]);
      const shown = Object.entries({ ...before }).filter(([field]) => !details.includes(field));
      expect(events[0]?.data).toEqual(Object.fromEntries(shown));
      for (const { data } of events) for (const field of details) expect(data).not.toHaveProperty(field);
    },
  );

  test('auth-tokens: each is new, and expires half an hour later', async () => {
    const account = target.newAccount();
    const { id, created_at } = await createCustomer(account);
    const path = { customer_id: id };
    const generate = async () => (await account.call('generateCustomerAuthToken', { path })).data;
    const tokens = [await generate(), await generate()];
    expect(new Set(tokens.map((each) => each.customer_auth_token)).size).toBe(2);
    for (const { customer_auth_token, expires_at } of tokens) {
      expect(customer_auth_token).toMatch(/^pca_[a-z\d]{26}_[a-z\d]{26}_[a-z\d]{32}$/);
      const minutes = (Date.parse(expires_at) - Date.parse(created_at)) / 60_000;
      expect(minutes).toBeGreaterThan(29);
      expect(minutes).toBeLessThan(32);
    }
  });

  test('auth-tokens: there is none for an archived or unknown customer', async () => {
    const account = target.newAccount();
    const { id } = await archiveCustomer(account, await createCustomer(account));
    const refusal = (customer_id: string) => account.refusal('generateCustomerAuthToken', { path: { customer_id } });
    expect(await refusal(id)).toMatchObject({ status: 400, code: 'entity_archived' });
    expect(await refusal(unknownId('ctm'))).toMatchObject({ status: 404, code: 'not_found' });
  });
});
