import type { Paddle } from '@paddle/paddle-node-sdk';
import { expect } from '../law/expect.ts';
import { cards } from '../nouns/payments/arrange.ts';
import { laws } from '../suite/laws.ts';
import { sdkOf } from './sdk-of.ts';

/** All methods of the SDK's resources, such as `customers.create`; `webhooks`, which sends no request, is none. */
function methodsOf(paddle: Paddle): string[] {
  return Object.entries(paddle).flatMap(([name, resource]) => {
    const methods =
      name === 'client' || !Object.hasOwn(Object(resource), 'client')
        ? []
        : Object.getOwnPropertyNames(Object.getPrototypeOf(resource));
    return methods.filter((method) => method !== 'constructor').map((method) => `${name}.${method}`);
  });
}

export default laws(({ target, test }) => {
  test('sdk-node: every method of the SDK has its operation, and works', async (context) => {
    const { behaviours, can, freshEmail } = target;
    if (behaviours['pagination-next'] === 'cursor') context.skip('next is no URL, and the SDK follows nothing else');
    const pay = can.pay ?? context.skip('transactions of the target cannot be paid');
    const clock = can.clock ?? context.skip('the clock of the target cannot be moved');
    const receiver = can.receiver ?? context.skip('nothing receives the webhooks of the target');
    const account = target.newAccount();
    const paddle = sdkOf(account);
    const called = new Set<string>();
    /** Calls a method, and notes its name. */
    const use = async <Result>(name: string, call: () => Promise<Result>): Promise<Result> => {
      called.add(name);
      return call();
    };
    const money = (amount: string) => ({ amount, currencyCode: 'USD' as const });

    const product = await use('products.create', () =>
      paddle.products.create({ name: 'ChatApp', taxCategory: 'standard' }),
    );
    await use('products.get', () => paddle.products.get(product.id));
    await use('products.update', () => paddle.products.update(product.id, { name: 'ChatApp Pro' }));
    await use('products.list', () => paddle.products.list().next());
    const terms = { productId: product.id, description: 'Seat', unitPrice: money('1000') };
    const monthly = await use('prices.create', () =>
      paddle.prices.create({ ...terms, billingCycle: { interval: 'month', frequency: 1 } }),
    );
    const once = await paddle.prices.create(terms);
    await use('prices.get', () => paddle.prices.get(monthly.id));
    await use('prices.update', () => paddle.prices.update(monthly.id, { name: 'Monthly' }));
    await use('prices.list', () => paddle.prices.list().next());
    const customer = await use('customers.create', () => paddle.customers.create({ email: freshEmail() }));
    await use('customers.get', () => paddle.customers.get(customer.id));
    await use('customers.update', () => paddle.customers.update(customer.id, { name: 'Ada Lovelace' }));
    await use('customers.list', () => paddle.customers.list().next());
    await use('customers.getCreditBalance', () => paddle.customers.getCreditBalance(customer.id));
    await use('customers.generateAuthToken', () => paddle.customers.generateAuthToken(customer.id));
    const address = await use('addresses.create', () =>
      paddle.addresses.create(customer.id, { countryCode: 'US', postalCode: '10021' }),
    );
    await use('addresses.get', () => paddle.addresses.get(customer.id, address.id));
    await use('addresses.update', () => paddle.addresses.update(customer.id, address.id, { city: 'New York' }));
    await use('addresses.list', () => paddle.addresses.list(customer.id).next());
    const business = await use('businesses.create', () =>
      paddle.businesses.create(customer.id, { name: 'ChatApp Inc.' }),
    );
    await use('businesses.get', () => paddle.businesses.get(customer.id, business.id));
    await use('businesses.update', () => paddle.businesses.update(customer.id, business.id, { name: 'ChatApp Ltd.' }));
    await use('businesses.list', () => paddle.businesses.list(customer.id).next());
    const group = await use('discountGroups.create', () => paddle.discountGroups.create({ name: freshEmail() }));
    await use('discountGroups.get', () => paddle.discountGroups.get(group.id));
    await use('discountGroups.update', () => paddle.discountGroups.update(group.id, { name: freshEmail() }));
    await use('discountGroups.list', () => paddle.discountGroups.list().next());
    const discount = await use('discounts.create', () =>
      paddle.discounts.create({
        description: 'Ten percent',
        type: 'percentage',
        amount: '10',
        discountGroupId: group.id,
      }),
    );
    await use('discounts.get', () => paddle.discounts.get(discount.id));
    await use('discounts.update', () => paddle.discounts.update(discount.id, { description: 'Ten percent off' }));
    await use('discounts.list', () => paddle.discounts.list().next());
    const items = [{ priceId: monthly.id, quantity: 2 }];
    await use('pricingPreview.preview', () => paddle.pricingPreview.preview({ items }));
    await use('transactions.preview', () => paddle.transactions.preview({ items }));
    const buyer = { customerId: customer.id, addressId: address.id };
    const transaction = await use('transactions.create', () => paddle.transactions.create({ items, ...buyer }));
    await use('transactions.update', () => paddle.transactions.update(transaction.id, { customData: { order: '1' } }));
    await clock.advance(account, { seconds: 2 });
    await pay(account, transaction.id, { card: cards.pays, save: true });
    const paid = await use('transactions.get', () =>
      paddle.transactions.get(transaction.id, { include: ['customer'] }),
    );
    expect(paid).toMatchObject({ status: 'completed', customer: { id: customer.id } });
    await use('transactions.list', () => paddle.transactions.list().next());
    await use('transactions.getInvoicePDF', () => paddle.transactions.getInvoicePDF(transaction.id));
    await use('transactions.revise', () =>
      paddle.transactions.revise(transaction.id, { customer: { name: 'Ada King' } }),
    );
    const [method] = await use('paymentMethods.list', () => paddle.paymentMethods.list(customer.id).next());
    await use('paymentMethods.get', () => paddle.paymentMethods.get(customer.id, method?.id ?? ''));
    const adjustment = await use('adjustments.create', () =>
      paddle.adjustments.create({
        action: 'refund',
        type: 'full',
        transactionId: transaction.id,
        reason: 'Ordered by mistake',
      }),
    );
    await clock.advance(account, { minutes: 10 });
    await use('adjustments.list', () => paddle.adjustments.list().next());
    await use('adjustments.getCreditNotePDF', () => paddle.adjustments.getCreditNotePDF(adjustment.id));

    const [subscription] = await use('subscriptions.list', () => paddle.subscriptions.list().next());
    const id = subscription?.id ?? '';
    await use('subscriptions.get', () => paddle.subscriptions.get(id, { include: ['next_transaction'] }));
    const change = {
      items: [{ priceId: monthly.id, quantity: 3 }],
      prorationBillingMode: 'prorated_immediately' as const,
    };
    await use('subscriptions.previewUpdate', () => paddle.subscriptions.previewUpdate(id, change));
    await use('subscriptions.update', () => paddle.subscriptions.update(id, change));
    const charge = { effectiveFrom: 'immediately' as const, items: [{ priceId: once.id, quantity: 1 }] };
    await use('subscriptions.previewOneTimeCharge', () => paddle.subscriptions.previewOneTimeCharge(id, charge));
    await use('subscriptions.createOneTimeCharge', () => paddle.subscriptions.createOneTimeCharge(id, charge));
    await use('subscriptions.getPaymentMethodChangeTransaction', () =>
      paddle.subscriptions.getPaymentMethodChangeTransaction(id),
    );
    await use('subscriptions.pause', () => paddle.subscriptions.pause(id, { effectiveFrom: 'immediately' }));
    await use('subscriptions.resume', () => paddle.subscriptions.resume(id, { effectiveFrom: 'immediately' }));
    const trial = await paddle.prices.create({
      ...terms,
      billingCycle: { interval: 'month', frequency: 1 },
      trialPeriod: { interval: 'week', frequency: 1, requiresPaymentMethod: true },
    });
    const started = await paddle.transactions.create({ items: [{ priceId: trial.id, quantity: 1 }], ...buyer });
    await clock.advance(account, { seconds: 2 });
    await pay(account, started.id, { card: cards.pays });
    const trialing = (await paddle.transactions.get(started.id)).subscriptionId ?? '';
    await use('subscriptions.activate', () => paddle.subscriptions.activate(trialing));
    await use('subscriptions.cancel', () => paddle.subscriptions.cancel(id, { effectiveFrom: 'immediately' }));
    await use('customerPortalSessions.create', () => paddle.customerPortalSessions.create(customer.id, [trialing]));

    await use('eventTypes.list', () => paddle.eventTypes.list());
    await use('events.list', () => paddle.events.list().next());
    const setting = await use('notificationSettings.create', () =>
      paddle.notificationSettings.create({
        type: 'url',
        destination: 'https://example.com/webhooks',
        description: 'Sales',
        subscribedEvents: ['customer.created'],
      }),
    );
    await use('notificationSettings.get', () => paddle.notificationSettings.get(setting.id));
    await use('notificationSettings.list', () => paddle.notificationSettings.list());
    await paddle.customers.create({ email: freshEmail() });
    const [notification] = await use('notifications.list', () => paddle.notifications.list().next());
    await use('notifications.get', () => paddle.notifications.get(notification?.id ?? ''));
    await use('notifications.getLogs', () => paddle.notifications.getLogs(notification?.id ?? '').next());
    called.add('notifications.replay');
    await expect(paddle.notifications.replay(notification?.id ?? '')).rejects.toMatchObject({
      code: 'notification_cannot_replay',
    });
    await use('notificationSettings.update', () => paddle.notificationSettings.update(setting.id, { active: false }));
    await use('notificationSettings.delete', () => paddle.notificationSettings.delete(setting.id));

    const report = await use('reports.create', () => paddle.reports.create({ type: 'transactions' }));
    await clock.advance(account, { minutes: 1 });
    expect(await use('reports.get', () => paddle.reports.get(report.id))).toMatchObject({ status: 'ready' });
    expect((await use('reports.getReportCsv', () => paddle.reports.getReportCsv(report.id))).url).toContain(report.id);
    await use('reports.list', () => paddle.reports.list().next());
    const range = { from: '2026-07-01', to: '2026-07-03' };
    expect((await use('metrics.getRevenue', () => paddle.metrics.getRevenue(range))).timeseries).toHaveLength(2);
    await use('metrics.getActiveSubscribers', () => paddle.metrics.getActiveSubscribers(range));
    await use('metrics.getMonthlyRecurringRevenue', () => paddle.metrics.getMonthlyRecurringRevenue(range));
    await use('metrics.getMonthlyRecurringRevenueChange', () => paddle.metrics.getMonthlyRecurringRevenueChange(range));
    await use('metrics.getRefunds', () => paddle.metrics.getRefunds(range));
    await use('metrics.getChargebacks', () => paddle.metrics.getChargebacks(range));
    await use('metrics.getCheckoutConversion', () => paddle.metrics.getCheckoutConversion(range));

    const token = await use('clientTokens.create', () => paddle.clientTokens.create({ name: 'Shop' }));
    await use('clientTokens.get', () => paddle.clientTokens.get(token.id));
    await use('clientTokens.list', () => paddle.clientTokens.list().next());
    const other = await paddle.clientTokens.create({ name: 'Old shop' });
    await use('clientTokens.update', () => paddle.clientTokens.update(token.id, { status: 'revoked' }));
    await use('clientTokens.revoke', () => paddle.clientTokens.revoke(other.id));

    const { url: destination } = receiver.newDestination();
    const { id: notificationSettingId } = await paddle.notificationSettings.create({
      type: 'url',
      destination,
      description: 'Simulations',
      subscribedEvents: ['customer.created'],
      trafficSource: 'simulation',
    });
    await use('simulationTypes.list', () => paddle.simulationTypes.list());
    const { id: simulation } = await use('simulations.create', () =>
      paddle.simulations.create({ name: 'Sale', type: 'subscription_creation', notificationSettingId }),
    );
    await use('simulations.list', () => paddle.simulations.list().next());
    await use('simulations.get', () => paddle.simulations.get(simulation));
    await use('simulations.update', () => paddle.simulations.update(simulation, { name: 'Sales' }));
    const { id: run } = await use('simulationRuns.create', () => paddle.simulationRuns.create(simulation));
    await can.settle?.(account);
    await use('simulationRuns.list', () => paddle.simulationRuns.list(simulation).next());
    expect(await use('simulationRuns.get', () => paddle.simulationRuns.get(simulation, run))).toMatchObject({
      status: 'completed',
    });
    const sent = await use('simulationRunEvents.list', () => paddle.simulationRunEvents.list(simulation, run).next());
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 'success'));
    const event = sent[0]?.id ?? '';
    await use('simulationRunEvents.get', () => paddle.simulationRunEvents.get(simulation, run, event));
    await use('simulationRunEvents.replay', () => paddle.simulationRunEvents.replay(simulation, run, event));

    await use('paymentMethods.delete', () => paddle.paymentMethods.delete(customer.id, method?.id ?? ''));
    await use('prices.archive', () => paddle.prices.archive(once.id));
    await use('discounts.archive', () => paddle.discounts.archive(discount.id));
    await use('discountGroups.archive', () => paddle.discountGroups.archive(group.id));
    await use('businesses.archive', () => paddle.businesses.archive(customer.id, business.id));
    await use('addresses.archive', () => paddle.addresses.archive(customer.id, address.id));
    await use('customers.archive', () => paddle.customers.archive(customer.id));
    await use('products.archive', () => paddle.products.archive(product.id));

    expect([...called].toSorted()).toEqual(methodsOf(paddle).toSorted());
  });
});
