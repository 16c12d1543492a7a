import { expect, test } from 'vitest';
import {
  buildAddress,
  buildBusiness,
  buildCustomer,
  buildNotificationSetting,
  buildSubscription,
  buildTransaction,
} from '#fixtures/index.ts';
import { rowColumns, rowOf } from './entity-row.ts';

const at = '2026-07-01T00:00:00Z';
const time = Date.parse(at);
const customer = buildCustomer({ seed: 1, overrides: { name: 'Zoë A', email: 'Zoe@example.com', updated_at: at } });
const address = buildAddress({
  seed: 1,
  overrides: {
    description: null,
    first_line: 'One',
    second_line: null,
    city: 'Ulm',
    postal_code: '8',
    region: null,
    country_code: 'DE',
  },
});
const business = buildBusiness({
  seed: 1,
  overrides: {
    name: 'Inc',
    company_number: null,
    tax_identifier: 'T',
    contacts: [{ name: 'Sam', email: 's@example.com' }],
  },
});
const subscription = buildSubscription({
  seed: 1,
  status: 'active',
  overrides: { scheduled_change: null, updated_at: at, next_billed_at: at },
});
const transaction = buildTransaction({
  seed: 1,
  overrides: { subscription_id: null, invoice_number: null, created_at: at, updated_at: at, billed_at: null },
});
const setting = buildNotificationSetting({ seed: 1, overrides: { active: true } });

test.each([
  [
    'customers',
    () => rowOf('customers', 7, customer, '{}'),
    {
      id: customer.id,
      searched: `${customer.id}\nzoë a\nzoe@example.com`,
      status: customer.status,
      email: 'Zoe@example.com',
      updated_at: time,
    },
  ],
  [
    'addresses',
    () => rowOf('addresses', 7, address, '{}'),
    {
      id: address.id,
      searched: `${address.id}\none\nulm\n8\nde`,
      customer_id: address.customer_id,
      status: address.status,
    },
  ],
  [
    'businesses',
    () => rowOf('businesses', 7, business, '{}'),
    {
      id: business.id,
      searched: `${business.id}\ninc\nt\nsam\ns@example.com`,
      customer_id: business.customer_id,
      status: business.status,
    },
  ],
  [
    'subscriptions',
    () => rowOf('subscriptions', 7, subscription, '{}'),
    {
      id: subscription.id,
      searched: subscription.id,
      customer_id: subscription.customer_id,
      status: 'active',
      address_id: subscription.address_id,
      collection_mode: subscription.collection_mode,
      scheduled_change_action: null,
      updated_at: time,
      next_billed_at: time,
      due_at: time,
    },
  ],
  [
    'transactions',
    () => rowOf('transactions', 7, transaction, '{}'),
    {
      id: transaction.id,
      searched: transaction.id,
      customer_id: transaction.customer_id,
      subscription_id: null,
      status: transaction.status,
      origin: transaction.origin,
      collection_mode: transaction.collection_mode,
      invoice_number: null,
      created_at: time,
      updated_at: time,
      billed_at: null,
      due_at: null,
    },
  ],
  [
    'notification_settings',
    () => rowOf('notification_settings', 7, setting, '{}'),
    {
      id: setting.id,
      searched: setting.id,
      active: 'true',
      traffic_source: setting.traffic_source,
      destination: setting.destination,
    },
  ],
] as const)('a row of %s has its text, its search text, and the columns of its filters', (kind, row, columns) => {
  const values = row();
  expect(Object.fromEntries(rowColumns(kind).map((column, index) => [column, values[index]]))).toMatchObject({
    account: 7,
    json: '{}',
    ...columns,
  });
});
