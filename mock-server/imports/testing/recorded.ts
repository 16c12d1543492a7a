/**
 * Entities with the fields and figures of the sandbox's responses of 2023, and of a webhook of 2025. Names are
 * invented.
 */
const ids = {
  customer: 'ctm_01h8w66qa8djqjhmdkth2fnaaa',
  includedCustomer: 'ctm_01h9fryr8y9k8r4k0fjgkhebbb',
  address: 'add_01h9fj8v8ej6cqs7v9jrabrccc',
  subscription: 'sub_01h9fja8n8w8f9he3gbgy51ddd',
  transaction: 'txn_01h7e2wz65er1fwbkqbzpng999',
};
const month = { frequency: 1, interval: 'month' };
const times = { created_at: '2023-08-27T19:05:50.664Z', updated_at: '2023-08-27T19:12:16.802971Z' };
const period = { starts_at: '2023-09-04T07:43:03.848Z', ends_at: '2023-10-04T07:43:03.848Z' };

export const customer = {
  id: ids.customer,
  status: 'active',
  name: '',
  email: 'sam@example.com',
  marketing_consent: false,
  locale: 'en',
  ...times,
};

/** An address as listed for its customer: without the customer's ID. */
export const address = {
  id: 'add_01h7dtvh64g9c20asb65dc4eee',
  status: 'active',
  description: 'Head office',
  first_line: '4050 Jefferson Plaza, 41st Floor',
  second_line: null,
  city: null,
  postal_code: '10021',
  region: '',
  country_code: 'US',
  ...times,
};

export const business = {
  id: 'biz_01h8xg9dgqkehwp72x067vefff',
  customer_id: ids.customer,
  status: 'active',
  name: 'ChatApp Inc.',
  company_number: '123456789',
  tax_identifier: '123456789',
  contacts: [{ name: 'Parker Jones', email: 'parker@example.com' }],
  ...times,
};

const price = {
  id: 'pri_01h81k4xtxq5atfyjdfadsaggg',
  product_id: 'pro_01h81jnhdrz5wfde6cn8wg9hhh',
  description: 'Pro by the month',
  tax_mode: 'account_setting',
  billing_cycle: month,
  trial_period: null,
  unit_price: { amount: '1000', currency_code: 'USD' },
};

export const subscription = {
  id: ids.subscription,
  status: 'active',
  customer_id: ids.customer,
  address_id: ids.address,
  business_id: business.id,
  currency_code: 'USD',
  ...times,
  started_at: period.starts_at,
  first_billed_at: period.starts_at,
  next_billed_at: null,
  paused_at: null,
  canceled_at: null,
  collection_mode: 'automatic',
  billing_details: {
    enable_checkout: false,
    purchase_order_number: 'PO-1234',
    additional_information: null,
    payment_terms: null,
  },
  current_billing_period: period,
  billing_cycle: month,
  scheduled_change: { action: 'cancel', effective_at: period.ends_at, resume_at: null },
  items: [
    {
      status: 'active',
      quantity: 1,
      recurring: true,
      ...times,
      previously_billed_at: period.starts_at,
      next_billed_at: null,
      trial_dates: null,
      price,
    },
  ],
  custom_data: null,
  management_urls: {
    update_payment_method: null,
    cancel: `https://sandbox-buyer-portal.paddle.com/subscriptions/${ids.subscription}/cancel?token=pga_x`,
  },
  discount: null,
};

const sums = { subtotal: '833', tax: '167', discount: '0', total: '1000' };
const payout = {
  ...sums,
  credit: '0',
  balance: '0',
  grand_total: '1000',
  fee: '100',
  earnings: '733',
  currency_code: 'USD',
};
const adjusted = { subtotal: '833', tax: '167', total: '1000', fee: '100', earnings: '733', currency_code: 'USD' };
const soldPrice = { ...price, unit_price_overrides: [], quantity: { minimum: 1, maximum: 100 }, status: 'active' };

/** A completed sale with its customer included, and with undocumented fields. */
export const transaction = {
  id: ids.transaction,
  ledger_id: 41846,
  status: 'completed',
  customer_id: ids.includedCustomer,
  address_id: null,
  business_id: null,
  custom_data: null,
  origin: 'web',
  collection_mode: 'automatic',
  subscription_id: null,
  invoice_id: 'inv_01h7e0s002vtzrhme8jg7y0iii',
  invoice_number: '3742-10003',
  billing_details: null,
  billing_period: null,
  currency_code: 'USD',
  discount_id: null,
  created_at: '2023-08-09T20:45:25.283577437Z',
  updated_at: '2023-08-09T20:45:56.199997Z',
  billed_at: '2023-08-09T20:45:53.295627Z',
  items: [{ price: soldPrice, quantity: 1 }],
  details: {
    tax_rates_used: [{ tax_rate: '0.2', totals: sums }],
    totals: { ...payout, exchange_rate: '1' },
    adjusted_totals: { ...adjusted, grand_total: '1000' },
    payout_totals: payout,
    adjusted_payout_totals: { ...adjusted, chargeback_fee: { amount: '0', original: null } },
    line_items: [
      {
        id: 'txnitm_01h7e0rc8we655bjx8km2kpjjj',
        price_id: price.id,
        quantity: 1,
        totals: sums,
        product: {
          id: price.product_id,
          name: 'ChatApp Pro',
          description: '',
          tax_category: 'standard',
          image_url: '',
          status: 'active',
        },
        tax_rate: '0.2',
        unit_totals: sums,
      },
    ],
  },
  payments: [
    {
      payment_attempt_id: '69471da3-ac6a-46ad-ab2a-7e70edeb9aa4',
      stored_payment_method_id: '76f111fe-9778-473a-a0a2-7d1bf307cf79',
      amount: '1000',
      status: 'captured',
      error_code: null,
      method_details: { type: 'card', card: { type: 'visa', last4: '4242', expiry_month: 4, expiry_year: 2024 } },
      created_at: '2023-08-09T20:45:53.295627Z',
      captured_at: '2023-08-09T20:45:55.199997Z',
    },
  ],
  checkout: { url: `https://shop.example.com?_ptxn=${ids.transaction}` },
  customer: {
    id: ids.includedCustomer,
    name: '',
    email: 'lee@example.com',
    locale: 'en',
    marketing_consent: true,
    status: 'active',
    suitable_for: ['automatic'],
  },
};

const { management_urls: _, ...announced } = subscription;

/** A webhook, which has no links, names its transaction and has the seller in its prices. */
export const webhook = {
  data: {
    ...announced,
    id: 'sub_01jq68bfdbptwfsmffgkts2kkk',
    business_id: null,
    scheduled_change: null,
    billing_details: null,
    import_meta: null,
    transaction_id: 'txn_01jq68aj5dmcg6zdbyqp8fhlll',
    items: announced.items.map((item) => ({ ...item, price: { ...item.price, seller_id: '28314' } })),
  },
  event_id: 'evt_01jq68bg50983xa91342baw5mk',
  event_type: 'subscription.created',
  occurred_at: '2025-03-25T08:57:52.544309Z',
  notification_id: 'ntf_01jq68bg8wvr2c6c4wefzsmw28',
};
