import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../index.ts';
import { call } from '../testing/call.ts';
import { address, business, customer, subscription, transaction, webhook } from './testing/recorded.ts';

describe.each(['guide', 'official'] as const)('under the profile %s, data that Paddle really sent', (profile) => {
  let paddock: Paddock;
  beforeEach(async () => {
    paddock = await startPaddock({ profile, seed: 1, rateLimit: false });
  });
  afterEach(() => paddock.close());

  const noData = profile === 'guide' ? {} : null;
  const get = async (path: string) => (await call(paddock, 'GET', path)).data;
  const notesOf = async (recorded: unknown) => {
    const { notes, refused } = await paddock.import({ recorded });
    expect(refused).toEqual([]);
    return Object.fromEntries(notes.map(({ about, rows }) => [about, rows]));
  };

  test('in 2023 is added whole, with the fields that the API has gained since', async () => {
    const { accepted, refused } = await paddock.import({
      recorded: [{ data: [transaction, subscription], meta: {} }, business, { data: address }, customer],
    });
    expect(refused).toEqual([]);
    expect(accepted).toMatchObject({ customers: 2, addresses: 1, businesses: 1, subscriptions: 1, transactions: 1 });
    const stored = await get(`/subscriptions/${subscription.id}`);
    expect(stored).toMatchObject({
      ...subscription,
      billing_details: { purchase_order_number: 'PO-1234' },
      custom_data: noData,
      // Links lead to the mock's own pages.
      management_urls: { cancel: expect.stringContaining(`/customer-portal/subscriptions/${subscription.id}/cancel`) },
    });
    expect(stored.items[0]).toMatchObject({
      price: { name: null, quantity: { minimum: 1, maximum: 100 }, custom_data: noData, import_meta: null },
      product: {
        id: 'pro_01h81jnhdrz5wfde6cn8wg9hhh',
        status: 'active',
        created_at: subscription.items[0]?.created_at,
      },
    });
    const sale = await get(`/transactions/${transaction.id}`);
    expect(sale).toMatchObject({ revised_at: null, created_at: transaction.created_at, custom_data: noData });
    expect(sale.details).toMatchObject({
      totals: { grand_total: '1000', credit_to_balance: '0', earnings: '733' },
      line_items: [{ proration: null, product: { name: 'ChatApp Pro', type: 'standard' } }],
    });
    expect(sale).not.toHaveProperty('ledger_id');
    expect(sale.details.totals).not.toHaveProperty('exchange_rate');
  });

  test('before 2025 gets the rates of its payout, derived from the sums', async () => {
    const { details } = transaction;
    const abroad = { ...details.payout_totals, ...{ total: '1008', currency_code: 'USD' } };
    const sales = [
      { ...transaction, collection_mode: 'manual' },
      {
        ...transaction,
        id: 'txn_01h7e2wz65er1fwbkqbzpngmmm',
        currency_code: 'EUR',
        details: {
          ...details,
          totals: { ...details.totals, currency_code: 'EUR' },
          payout_totals: abroad,
          adjusted_payout_totals: { ...details.adjusted_payout_totals, currency_code: 'USD' },
        },
      },
    ];
    await paddock.import({ recorded: sales });
    const [invoice, other] = await Promise.all(sales.map(({ id }) => get(`/transactions/${id}`)));
    expect(invoice.details).toMatchObject({
      totals: { grand_total_tax: '167' },
      adjusted_totals: { grand_total_tax: '167', retained_fee: '0' },
      payout_totals: { grand_total_tax: '167', exchange_rate: '1', fee_rate: '0.035' },
      adjusted_payout_totals: { retained_fee: '0', exchange_rate: '1' },
    });
    expect(other.details).toMatchObject({
      payout_totals: { exchange_rate: '1.008', fee_rate: '0.05' },
      adjusted_payout_totals: { exchange_rate: '1.008' },
    });
  });

  test('of a subscription has the discount, trial and invoicing that it implied', async () => {
    const [item] = subscription.items;
    const { payment_terms: _, ...billing_details } = subscription.billing_details;
    const sold = {
      ...subscription,
      discount: { id: 'dsc_01h8xfbnfy4gtfd15fjgxfbnnn', starts_at: null, ends_at: null },
      billing_details: { purchase_order_number: billing_details.purchase_order_number },
      items: [{ ...item, price: { ...item?.price, trial_period: { interval: 'day', frequency: 7 } } }],
    };
    expect((await paddock.import({ recorded: sold })).refused).toEqual([]);
    expect(await get(`/subscriptions/${sold.id}`)).toMatchObject({
      consent_requirements: [],
      discount: { type: 'recurring' },
      billing_details: {
        enable_checkout: false,
        purchase_order_number: 'PO-1234',
        additional_information: null,
        payment_terms: { interval: 'day', frequency: 1 },
      },
      items: [{ price: { trial_period: { requires_payment_method: true } } }],
    });
  });

  test('of other kinds is left out with a note, also from fixtures', async () => {
    const recorded = [
      {
        ...{ method: 'POST', path: `/customers/${customer.id}/portal-sessions`, status: 201 },
        response: { data: { id: 'cpls_01hw8aftshkm8myc5nk6w2eppp', customer_id: customer.id } },
      },
      { method: 'DELETE', path: '/notification-settings/ntfset_1', status: 204, response: null },
      { error: { type: 'request_error', code: 'not_found' }, meta: {} },
      { data: { url: 'https://invoices.example.com/1.pdf' }, meta: {} },
      { data: customer },
    ];
    expect(await notesOf(recorded)).toEqual({ 'cpls_…': 1, answers: 3 });
    await using other = await startPaddock({ profile, fixtures: { recorded }, onNotice: () => {} });
    expect((await call(other, 'GET', '/customers')).data).toMatchObject([{ id: customer.id }]);
  });

  test('without a language, as under another mix of behaviours, gets the default of a customer', async () => {
    await notesOf({ ...customer, locale: null });
    expect(await get(`/customers/${customer.id}`)).toMatchObject({ locale: profile === 'guide' ? null : 'en' });
  });

  test('is reported if an included entity is invalid', async () => {
    const included = { ...transaction.customer, email: 'no address' };
    expect(await notesOf({ ...transaction, customer: included })).toMatchObject({ 'customers.email': 1 });
  });

  test('is reported by field if left out, and its included entities are added too', async () => {
    expect(await notesOf([transaction, transaction])).toMatchObject({
      'transactions.ledger_id': 1,
      'transactions.details.totals.exchange_rate': 1,
      transactions: 1,
    });
    const { email, name } = transaction.customer;
    expect(await get(`/customers/${transaction.customer_id}`)).toMatchObject({
      email,
      name,
      created_at: transaction.created_at,
    });
  });

  test('in a webhook gets the links of a response, and placeholders for missing references', async () => {
    expect(await notesOf(webhook)).toEqual({
      'prices.product_id': 1,
      'subscriptions.transaction_id': 1,
      'subscriptions.items.*.price.seller_id': 1,
      'subscriptions.customer_id': 1,
      'subscriptions.address_id': 1,
    });
    const { id, customer_id, address_id } = webhook.data;
    const { management_urls } = await get(`/subscriptions/${id}`);
    expect(management_urls.cancel).toContain(id);
    const standIn = { custom_data: { paddock: 'stand-in' } };
    expect(await get(`/customers/${customer_id}`)).toMatchObject(standIn);
    expect(await get(`/customers/${customer_id}/addresses/${address_id}`)).toMatchObject(standIn);
  });

  test('replaces its placeholder, and nothing else', async () => {
    await paddock.import({ recorded: webhook });
    expect(await notesOf(customer)).toEqual({});
    expect(await get(`/customers/${customer.id}`)).toMatchObject({ email: customer.email, custom_data: noData });
    expect((await paddock.import({ recorded: customer })).refused).toHaveLength(1);
  });

  test('about a sale of a missing subscription gets a placeholder', async () => {
    const subscription_id = 'sub_01h7e0rzxvwdy5qy6g08h4mmmm';
    await notesOf({ ...transaction, address_id: address.id, subscription_id });
    const { customer_id, address_id, custom_data } = await get(`/subscriptions/${subscription_id}`);
    expect({ customer_id, address_id }).toEqual({ customer_id: transaction.customer_id, address_id: address.id });
    expect(custom_data).toEqual({ paddock: 'stand-in' });
  });

  test('without the customer of an address takes it from data that names both, or creates one', async () => {
    const owned = { ...address, id: subscription.address_id };
    expect(await notesOf([owned, address, subscription])).toMatchObject({ 'addresses.customer_id': 1 });
    expect(await get(`/customers/${customer.id}/addresses/${owned.id}`)).toMatchObject({
      first_line: owned.first_line,
    });
  });

  test('several times about one entity leaves its last version', async () => {
    const events = ['2023-08-28', '2023-08-30', '2023-08-29'].map((day) => ({
      event_type: 'customer.updated',
      data: { ...customer, name: day, updated_at: `${day}T00:00:00Z` },
    }));
    expect(await notesOf(events)).toEqual({ customers: 2 });
    expect(await get(`/customers/${customer.id}`)).toMatchObject({ name: '2023-08-30' });
  });

  test('may be a seed, or the initial data of a mock', async () => {
    await paddock.seed({ customers: [customer], businesses: [{ ...business, seller_id: '28314' }] });
    expect(await get(`/customers/${customer.id}/businesses/${business.id}`)).toMatchObject({ custom_data: noData });
    const recorded = [webhook, { data: [subscription] }];
    expect(await paddock.seed({ recorded })).toMatchObject({ customers: 0, subscriptions: 2 });
    await using other = await startPaddock({ profile, fixtures: { recorded }, onNotice: () => {} });
    expect((await call(other, 'GET', `/subscriptions/${webhook.data.id}`)).data).toMatchObject({ status: 'active' });
  });

  test('is a seed as a whole or not at all', async () => {
    await paddock.import({ recorded: webhook });
    const standIn = await get(`/customers/${customer.id}`);
    const recorded = [customer, address, { ...business, name: 7 }];
    await expect(paddock.seed({ recorded })).rejects.toThrow('Could not seed: row 3: name: ');
    expect(await get(`/customers/${customer.id}`)).toEqual(standIn);
    expect(await get('/customers')).toHaveLength(1);
    await expect(paddock.seed({ recorded, customers: [] })).rejects.toThrow('Could not seed: recorded');
  });

  test('is exported from one mock to another unchanged', async () => {
    await paddock.import({ recorded: [transaction, subscription, business, address, customer] });
    await using other = await startPaddock({ profile, rateLimit: false });
    const all = ['/customers', '/subscriptions', '/transactions'];
    const answers = await Promise.all(all.map((path) => call(paddock, 'GET', `${path}?per_page=30`)));
    await other.import({ recorded: answers });
    for (const [index, path] of all.entries())
      expect((await call(other, 'GET', `${path}?per_page=30`)).data).toEqual(answers[index].data);
  });
});

test('data left out of a seed is reported to the owner of the mock', async () => {
  const notices: string[] = [];
  await using paddock = await startPaddock({ onNotice: (message) => notices.push(message) });
  await paddock.seed({ customers: [{ ...customer, colour: 'red' }] });
  expect(notices).toEqual([expect.stringContaining('customers.colour')]);
});
