import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectPaddock, type PaddockAccount } from '../index.ts';

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
const server = createRequire(import.meta.url).resolve('@paddle/paddle-mcp');
const client = new Client({ name: 'paddock-tests', version: '1.0.0' });
let account: PaddockAccount;

/** Reads the line with which `paddock run` names its mock. */
async function mockOf(stderr: Readable): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const [url] = /http:\/\/\S+?:\d+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('paddock run named no mock.');
}

beforeAll(async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    // In the sandbox, the server offers no metrics.
    args: [cli, 'run', '--', process.execPath, server, '--environment=production', '--tools=all'],
    env: { PATH: process.env['PATH'] ?? '' },
    stderr: 'pipe',
  });
  // The server writes errors alone, so this is the standard error of `paddock run`.
  const mock = mockOf(transport.stderr as Readable);
  await client.connect(transport);
  account = connectPaddock({ url: await mock });
});
afterAll(() => client.close());

const called = new Set<string>();

/** Calls a tool, and returns its result. Paddle's server returns an error as if it were one. */
// biome-ignore lint/suspicious/noExplicitAny: the results of 90 tools have no types.
async function call(name: string, args: Record<string, unknown> = {}): Promise<any> {
  called.add(name);
  const { content } = await client.callTool({ name, arguments: args });
  const [{ text }] = content as [{ text: string }];
  const result = JSON.parse(text === 'undefined' ? 'null' : text);
  expect(result, `${name} ${text}`).not.toEqual({});
  expect(result?.documentationUrl, `${name} ${text}`).toBeUndefined();
  return result;
}

test("every tool of Paddle's MCP server works on the mock", async () => {
  const product = await call('create_product', { name: 'Mug', taxCategory: 'standard' });
  const ofProduct = { productId: product.id };
  await call('update_product', { ...ofProduct, name: 'Cup' });
  expect(await call('get_product', ofProduct)).toMatchObject({ name: 'Cup' });
  expect(await call('list_products')).toMatchObject({ products: [{ id: product.id }] });

  const unitPrice = { amount: '1000', currencyCode: 'USD' };
  const once = await call('create_price', { ...ofProduct, description: 'Once', unitPrice });
  const billingCycle = { interval: 'month', frequency: 1 };
  const monthly = await call('create_price', { ...ofProduct, description: 'Monthly', unitPrice, billingCycle });
  await call('update_price', { priceId: monthly.id, name: 'Monthly' });
  expect(await call('get_price', { priceId: monthly.id })).toMatchObject({ name: 'Monthly' });
  expect((await call('list_prices', { recurring: true })).prices).toHaveLength(1);

  const group = await call('create_discount_group', { name: 'Summer' });
  const ofGroup = { discountGroupId: group.id };
  await call('update_discount_group', { ...ofGroup, name: 'Winter' });
  expect(await call('get_discount_group', ofGroup)).toMatchObject({ name: 'Winter' });
  expect(await call('list_discount_groups')).toMatchObject({ discountGroups: [{ id: group.id }] });
  await call('archive_discount_group', ofGroup);
  const discount = await call('create_discount', { description: 'Ten', type: 'percentage', amount: '10' });
  await call('update_discount', { discountId: discount.id, amount: '20' });
  expect(await call('get_discount', { discountId: discount.id })).toMatchObject({ amount: '20' });
  expect(await call('list_discounts')).toMatchObject({ discounts: [{ id: discount.id }] });

  const { id: customerId } = await call('create_customer', { email: 'ada@example.com' });
  await call('update_customer', { customerId, name: 'Ada' });
  expect(await call('get_customer', { customerId })).toMatchObject({ name: 'Ada' });
  expect(await call('list_customers')).toMatchObject({ customers: [{ email: 'ada@example.com' }] });
  const place = { countryCode: 'US', postalCode: '10001' };
  const { id: addressId } = await call('create_address', { customerId, ...place });
  await call('update_address', { customerId, addressId, city: 'New York' });
  expect(await call('get_address', { customerId, addressId })).toMatchObject({ city: 'New York' });
  expect(await call('list_addresses', { customerId })).toMatchObject({ addresses: [{ id: addressId }] });
  const { id: businessId } = await call('create_business', { customerId, name: 'Engines' });
  await call('update_business', { customerId, businessId, name: 'Engines Ltd' });
  expect(await call('get_business', { customerId, businessId })).toMatchObject({ name: 'Engines Ltd' });
  expect(await call('list_businesses', { customerId })).toMatchObject({ businesses: [{ id: businessId }] });

  const items = [{ priceId: once.id, quantity: 2 }];
  expect(await call('preview_prices', { items, customerId, addressId })).toMatchObject({ currencyCode: 'USD' });
  const buyer = { customerId, addressId };
  const previewed = {
    items: [{ ...items[0], includeInTotals: true }],
    address: place,
    customerIpAddress: '203.0.113.1',
  };
  expect(await call('preview_transaction_create', { ...previewed, ...buyer })).toHaveProperty('details');
  const sold = await call('create_transaction', { ...buyer, items });
  const ofSold = { transactionId: sold.id };
  await call('update_transaction', { ...ofSold, items: [{ priceId: once.id, quantity: 3 }] });
  await account.transactions.pay(sold.id, { card: '4242 4242 4242 4242', save: true });
  const completed = await call('get_transaction', ofSold);
  expect(completed).toMatchObject({ status: 'completed', details: { totals: { subtotal: '3000' } } });
  expect(await call('list_transactions')).toMatchObject({ transactions: [{ id: sold.id }] });
  await call('revise_transaction', { ...ofSold, customer: { name: 'Ada Lovelace' } });
  expect(await call('get_transaction_invoice', ofSold)).toMatchObject({ url: expect.stringContaining('http') });
  const [line] = completed.details.lineItems;
  const refunded = { itemId: line.id, type: 'partial', amount: '500' };
  const refund = { action: 'refund', transactionId: sold.id, reason: 'error', items: [refunded] };
  const adjustment = await call('create_adjustment', refund);
  await account.adjustments.approve(adjustment.id);
  expect(await call('list_adjustments')).toMatchObject({ adjustments: [{ id: adjustment.id, status: 'approved' }] });
  await call('get_adjustment_credit_note', { adjustmentId: adjustment.id });
  expect(await call('list_credit_balances', { customerId })).toEqual([]);

  const { paymentMethods } = await call('list_saved_payment_methods', { customerId });
  const ofMethod = { customerId, paymentMethodId: paymentMethods[0].id };
  expect(await call('get_saved_payment_method', ofMethod)).toMatchObject({ type: 'card' });
  await call('delete_saved_payment_method', ofMethod);

  const subscribe = async (extra = {}) => {
    const bought = { items: [{ price_id: monthly.id, quantity: 1 }], customer_id: customerId, address_id: addressId };
    return (await account.subscriptions.create({ ...bought, ...extra })).id;
  };
  const subscriptionId = await subscribe();
  expect(await call('list_subscriptions')).toMatchObject({ subscriptions: [{ id: subscriptionId }] });
  const change = {
    subscriptionId,
    items: [{ priceId: monthly.id, quantity: 2 }],
    prorationBillingMode: 'prorated_immediately',
  };
  await call('preview_subscription_update', change);
  await call('update_subscription', change);
  const charge = { subscriptionId, effectiveFrom: 'immediately', items };
  await call('preview_subscription_charge', charge);
  await call('create_subscription_charge', charge);
  await call('create_customer_portal_session', { customerId, subscriptionIds: [subscriptionId] });
  await call('pause_subscription', { subscriptionId, effectiveFrom: 'immediately' });
  await call('resume_subscription', { subscriptionId, effectiveFrom: 'immediately' });
  await call('cancel_subscription', { subscriptionId, effectiveFrom: 'immediately' });
  expect(await call('get_subscription', { subscriptionId })).toMatchObject({ status: 'canceled' });
  const trialPeriod = { interval: 'day', frequency: 7 };
  const trial = { ...ofProduct, description: 'With a trial', unitPrice, billingCycle, trialPeriod };
  const { id: price_id } = await call('create_price', trial);
  const trialing = await subscribe({ items: [{ price_id, quantity: 1 }] });
  expect(await call('activate_subscription', { subscriptionId: trialing })).toMatchObject({ status: 'active' });

  const destination = { destination: 'http://127.0.0.1:9/webhooks', type: 'url', trafficSource: 'all' };
  const subscribed = { subscribedEvents: ['customer.updated', 'customer.created'] };
  const setting = await call('create_notification_setting', { description: 'Mine', ...destination, ...subscribed });
  const notificationSettingId = setting.id;
  await call('update_notification_setting', { notificationSettingId, description: 'Ours' });
  expect(await call('get_notification_setting', { notificationSettingId })).toMatchObject({ description: 'Ours' });
  await call('list_notification_settings');
  await call('update_customer', { customerId, name: 'Ada King' });
  expect((await call('list_events')).events.length).toBeGreaterThan(10);
  const { notifications } = await call('list_notifications');
  const notificationId = notifications[0].id;
  expect(await call('get_notification', { notificationId })).toMatchObject({ type: 'customer.updated' });
  const logs = { notificationId, after: '', perPage: 50 };
  await call('list_notification_logs', logs);

  const simulation = await call('create_simulation', { notificationSettingId, name: 'One', type: 'customer.created' });
  const ofSimulation = { simulationId: simulation.id };
  await call('update_simulation', { ...ofSimulation, name: 'Two' });
  expect(await call('get_simulation', ofSimulation)).toMatchObject({ name: 'Two' });
  await call('list_simulations');
  const run = await call('create_simulation_run', ofSimulation);
  const ofRun = { ...ofSimulation, simulationRunId: run.id };
  await call('get_simulation_run', { ...ofRun, include: ['events'] });
  await call('list_simulation_runs', ofSimulation);
  const { simulationRunEvents } = await call('list_simulation_run_events', ofRun);
  const ofEvent = { ...ofRun, simulationEventId: simulationRunEvents[0].id };
  await call('get_simulation_run_event', ofEvent);
  await call('replay_simulation_run_event', ofEvent);
  await account.clock.advance({ days: 1 });
  await call('replay_notification', { notificationId });
  await call('delete_notification_setting', { notificationSettingId });

  const { id: reportId } = await call('create_report', { type: 'transactions' });
  await account.clock.advance({ minutes: 5 });
  expect(await call('get_report', { reportId })).toMatchObject({ status: 'ready' });
  expect(await call('list_reports')).toMatchObject({ reports: [{ id: reportId }] });
  expect(await call('get_report_csv', { reportId })).toMatchObject({ url: expect.stringContaining('http') });

  const { id: clientTokenId } = await call('create_client_side_token', { name: 'Shop' });
  await call('revoke_client_side_token', { clientTokenId });
  expect(await call('get_client_side_token', { clientTokenId })).toMatchObject({ status: 'revoked' });
  await call('list_client_side_tokens');

  const { tools } = await client.listTools();
  const days = { from: '2026-01-01', to: '2026-01-31' };
  for (const { name } of tools) if (name.endsWith('_metrics')) await call(name, days);
  expect([...called].toSorted()).toEqual(tools.map(({ name }) => name).toSorted());
});
