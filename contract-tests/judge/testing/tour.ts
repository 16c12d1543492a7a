import type { Exchange } from '../../contract/exchange.ts';
import { arrangeBody, arrangePath } from '../../generated-cases/arrange-path.ts';
import { card } from '../../nouns/payment-methods/arrange.ts';
import { subscriptionOf } from '../../nouns/subscriptions/arbitrary.ts';
import { transactionOf } from '../../nouns/transactions/arbitrary.ts';
import { createBuyer, createTransaction, soldTo } from '../../nouns/transactions/arrange.ts';
import { startTarget, type TargetOptions } from '../../targets/start-target.ts';
import type { Target } from '../../targets/target.ts';

/** Exchanges with every operation, and the target they were made with. */
export type Tour = { readonly target: Target; readonly exchanges: readonly Exchange[] };

/**
 * Calls every operation of a mock successfully, and provokes some errors.
 */
export async function takeTour(profile: string, options: Partial<TargetOptions> = {}): Promise<Tour> {
  const exchanges: Exchange[] = [];
  const observe = (exchange: Exchange) => void exchanges.push(exchange);
  const target = await startTarget(`mock:${profile}`, { seed: 1, observe, ...options });
  try {
    await walkThrough(target);
    await sell(target);
    await administer(target);
    await callOthers(target, new Set(exchanges.map(({ operation }) => operation?.id)));
  } finally {
    await target.close();
  }
  return { target, exchanges };
}

async function walkThrough(target: Target): Promise<void> {
  const account = target.newAccount();
  const { receiver, seed, settle } = target.can;
  if (!receiver || !seed || !settle) throw new Error('Could not take a tour: the target is no mock.');
  const setting = await account.call('createNotificationSetting', {
    body: {
      description: 'Tour',
      type: 'url',
      destination: receiver.newDestination().url,
      subscribed_events: ['customer.created', 'address.created'],
    },
  });
  const ofSetting = { notification_setting_id: setting.data.id };
  const customer = (
    await account.call('createCustomer', { body: { email: 'sam@example.com', custom_data: { a: 'b' } } })
  ).data;
  const ofCustomer = { customer_id: customer.id };
  const address = (await account.call('createAddress', { path: ofCustomer, body: { country_code: 'IE' } })).data;
  const business = await account.call('createBusiness', { path: ofCustomer, body: { name: 'ChatApp Inc.' } });
  const subscription = subscriptionOf(target.contract, address);
  const transaction = transactionOf(target.contract, address, { subscription_id: subscription.id });
  await seed(account, { subscriptions: [subscription], transactions: [transaction] });
  await settle(account);
  const notifications = await account.call('listNotifications');
  const ofNotification = { notification_id: notifications.data[0]?.id ?? '' };
  const ofAddress = { ...ofCustomer, address_id: address.id };
  const ofBusiness = { ...ofCustomer, business_id: business.data.id };

  await account.call('listCustomers', { query: { per_page: 1, email: customer.email } });
  await account.call('getCustomer', { path: ofCustomer });
  await account.call('updateCustomer', { path: ofCustomer, body: { name: 'Sam', custom_data: { plan: 'pro' } } });
  await account.call('listAddresses', { path: ofCustomer });
  await account.call('getAddress', { path: ofAddress });
  await account.call('updateAddress', { path: ofAddress, body: { city: 'Dublin' } });
  await account.call('listBusinesses', { path: ofCustomer });
  await account.call('getBusiness', { path: ofBusiness });
  await account.call('updateBusiness', { path: ofBusiness, body: { tax_identifier: 'AB0123456789' } });
  await account.call('createCustomerPortalSession', {
    path: ofCustomer,
    body: { subscription_ids: [subscription.id] },
  });
  await account.call('listSubscriptions', { query: { customer_id: customer.id } });
  await account.call('getSubscription', { path: { subscription_id: subscription.id } });
  await account.call('listTransactions', { query: { status: 'completed' } });
  await account.call('getTransaction', { path: { transaction_id: transaction.id } });
  await account.call('listEventTypes');
  await account.call('listEvents');
  await account.call('getIpAddresses');
  await account.call('getNotification', { path: ofNotification });
  await account.call('listNotificationLogs', { path: ofNotification });
  await account.call('replayNotification', { path: ofNotification });
  await account.call('listNotificationSettings');
  await account.call('getNotificationSetting', { path: ofSetting });
  await account.call('updateNotificationSetting', { path: ofSetting, body: { description: 'Done' } });
  await account.call('deleteNotificationSetting', { path: ofSetting });

  await account.refusal('createCustomer', { body: { email: 7, nickname: 'Sam' } });
  await account.refusal('getCustomer', { path: { customer_id: 'ctm_01h00000000000000000000000' } });
  await account.refusal('listCustomers', { query: { per_page: 'many' } });
  await account.request('GET', '/customers', { headers: { authorization: null } });
  await account.request('GET', '/nowhere');
  await account.request('PUT', '/customers', { body: {} });
  const archives = target.contract.operations.some(({ id }) => id === 'archiveCustomer');
  if (archives) await account.call('archiveCustomer', { path: ofCustomer });
}

/** Sells something, refunds it, reports it, and keeps the buyer's card, which the API alone cannot. */
async function sell(target: Target): Promise<void> {
  const account = target.newAccount();
  const { pay, savePaymentMethod, clock } = target.can;
  if (!pay || !savePaymentMethod || !clock) throw new Error('Could not take a tour: nobody can buy on the target.');
  const buyer = await createBuyer(account);
  const { customer_id } = soldTo(buyer);
  const sold = await createTransaction(account, soldTo(buyer));
  await pay(account, sold.id, { card });
  const ofSale = { transaction_id: sold.id };
  await account.call('reviseTransaction', { path: ofSale, body: { customer: { name: 'Sam Smith' } } });
  await account.call('getTransactionInvoice', { path: ofSale });
  const [line] = sold.details.line_items;
  const items = [{ item_id: line?.id, type: 'full' }];
  const body = { action: 'refund', transaction_id: sold.id, reason: 'Ordered by mistake', items };
  const { data: refund } = await account.call('createAdjustment', { body });
  const { data: report } = await account.call('createReport', { body: { type: 'transactions' } });
  await clock.advance(account, { minutes: 10 });
  await account.call('getAdjustmentCreditNote', { path: { adjustment_id: refund.id } });
  await account.call('getReportCsv', { path: { report_id: report.id } });
  for (const { method, path } of target.contract.operations.filter((one) => one.path.startsWith('/metrics/')))
    await account.request(method, `${path}?from=2026-01-01&to=2026-01-03`);
  const ofCard = { customer_id, payment_method_id: await savePaymentMethod(account, customer_id, { card }) };
  await account.call('getCustomerPaymentMethod', { path: ofCard });
  await account.call('deleteCustomerPaymentMethod', { path: ofCard });
}

/** Reads and changes what the dashboard makes: domains, verifications, and a key that rotates itself. */
async function administer(target: Target): Promise<void> {
  const account = target.newAccount();
  const { keys, seed } = target.can;
  if (!keys || !seed) throw new Error('Could not take a tour: the target makes no keys.');
  const domain_id = 'chedom_01kpadd0ck0000000000000001';
  const verification_id = 'slrvrf_01kpadd0ck0000000000000001';
  const domain = { id: domain_id, domain: 'example.com', status: 'approved', created_at: '2026-01-01T00:00:00Z' };
  const payment_method_verification = { apple_pay: { status: 'unverified' } };
  const steps = [{ status: 'in_review', expires_at: null }];
  await seed(account, {
    checkout_domains: [{ ...domain, payment_method_verification, updated_at: domain.created_at }],
    verifications: [{ id: verification_id, status: 'in_review', verification_type: 'domain', steps }],
  });
  await account.call('getCheckoutDomain', { path: { domain_id } });
  const body = { payment_method: 'apple_pay' };
  await account.call('verifyCheckoutDomainPaymentMethod', { path: { domain_id }, body });
  await account.call('deleteCheckoutDomain', { path: { domain_id } });
  await account.call('getVerification', { path: { verification_id } });
  const key = await keys.create(account, { permissions: ['customer.read'], rotatable: true, name: 'CRM' });
  const [api_key_id = ''] = /apikey_[a-z\d]{26}/.exec(key.apiKey) ?? [];
  const { data } = await key.call('createApiKeyRotation', {
    path: { api_key_id },
    body: { grace_period_seconds: 300 },
  });
  await key.call('getApiKeyRotation', { path: { api_key_id, rotation_id: data.id } });
}

/** Calls the operations that the walks do not name, with the examples of the document, each in an account with its own rate limit. */
async function callOthers(target: Target, called: ReadonlySet<string | undefined>): Promise<void> {
  for (const operation of target.contract.operations.filter(({ id }) => !called.has(id))) {
    const account = target.newAccount();
    const parts = operation.bodySchema === undefined ? {} : { body: await arrangeBody(operation, account) };
    await account.request(operation.method, await arrangePath(operation, account), parts);
  }
}
