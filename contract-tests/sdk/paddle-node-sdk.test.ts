import { ApiError, type Environment, Paddle } from '@paddle/paddle-node-sdk';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { subscriptionOf } from '../arbitraries/subscriptions.ts';
import { target } from '../targets/under-test.ts';

const { behaviours } = target;
// Paddle's SDK pages by following `next`, so it cannot walk a list whose `next` is a bare cursor.
const followsNext = behaviours['pagination-next'] !== 'cursor';
const title = followsNext
  ? "Paddle's Node SDK"
  : "Paddle's Node SDK (skipped: next is no URL, and the SDK follows nothing else)";

describe.runIf(followsNext)(title, () => {
  const account = target.newAccount();
  // The SDK takes any base URL, but its type only names Paddle's own two environments.
  const paddle = new Paddle(account.apiKey, { environment: target.baseUrl as Environment });

  beforeEach(() => {
    // The SDK calls the global fetch; in its place, its requests go through the checks.
    vi.stubGlobal('fetch', account.fetch);
    return () => vi.unstubAllGlobals();
  });

  const createCustomer = () => paddle.customers.create({ email: target.freshEmail(), name: 'Sam Miller' });

  test('sdk-node: a customer is created, read, updated and archived', async () => {
    const created = await paddle.customers.create({
      email: target.freshEmail(),
      name: 'Sam Miller',
      customData: { plan: 'pro' },
    });
    expect(created).toMatchObject({ name: 'Sam Miller', status: 'active', customData: { plan: 'pro' } });
    expect(await paddle.customers.get(created.id)).toEqual(created);
    expect(await paddle.customers.update(created.id, { name: 'Sam Smith' })).toMatchObject({
      id: created.id,
      name: 'Sam Smith',
    });
    expect(await paddle.customers.archive(created.id)).toMatchObject({ id: created.id, status: 'archived' });
  });

  test('sdk-node: a collection follows next over several pages and yields each customer once', async () => {
    const created = [];
    while (created.length < 7) created.push((await createCustomer()).id);
    const collection = paddle.customers.list({ id: created, perPage: 3, orderBy: 'id[ASC]' });
    const found = [];
    for await (const customer of collection) found.push(customer.id);
    expect(found).toEqual(created);
    expect(collection).toMatchObject({ hasMore: false, estimatedTotal: 7 });
  });

  test('sdk-node: three customers are walked one at a time with for await', async () => {
    const created = [];
    while (created.length < 3) created.push((await createCustomer()).id);
    const found = [];
    for await (const { id } of paddle.customers.list({ id: created, perPage: 1 })) found.push(id);
    expect(found).toEqual(created.toReversed());
  });

  test('sdk-node: addresses are created, read, updated, listed and archived', async () => {
    const { id } = await createCustomer();
    const created = await paddle.addresses.create(id, { countryCode: 'US', postalCode: '10021', city: 'New York' });
    expect(created).toMatchObject({ customerId: id, countryCode: 'US', postalCode: '10021', city: 'New York' });
    expect(await paddle.addresses.get(id, created.id)).toEqual(created);
    expect(await paddle.addresses.update(id, created.id, { city: 'Brooklyn' })).toMatchObject({
      city: 'Brooklyn',
      postalCode: '10021',
    });
    expect(await paddle.addresses.list(id).next()).toMatchObject([{ id: created.id, city: 'Brooklyn' }]);
    expect(await paddle.addresses.archive(id, created.id)).toMatchObject({ status: 'archived' });
    expect(await paddle.addresses.list(id, { status: ['active'] }).next()).toEqual([]);
  });

  test('sdk-node: businesses are created, read, updated, listed and archived', async () => {
    const { id } = await createCustomer();
    const contacts = [{ name: 'Parker Jones', email: 'parker@example.com' }];
    const created = await paddle.businesses.create(id, { name: 'ChatApp Inc.', contacts });
    expect(created).toMatchObject({ customerId: id, name: 'ChatApp Inc.', contacts });
    expect(await paddle.businesses.get(id, created.id)).toEqual(created);
    expect(await paddle.businesses.update(id, created.id, { companyNumber: '555' })).toMatchObject({
      companyNumber: '555',
      contacts,
    });
    expect(await paddle.businesses.list(id).next()).toMatchObject([{ id: created.id }]);
    expect(await paddle.businesses.archive(id, created.id)).toMatchObject({ status: 'archived' });
  });

  test('sdk-node: subscriptions are listed and read, and a portal session is made for one', async ({ skip }) => {
    const seed = target.can.seed ?? skip('the target cannot be seeded with subscriptions');
    const customer = await createCustomer();
    const { id: addressId } = await paddle.addresses.create(customer.id, { countryCode: 'IE' });
    const path = { customer_id: customer.id, address_id: addressId };
    const subscription = subscriptionOf(target.contract, (await account.call('getAddress', { path })).data);
    await seed(account, { subscriptions: [subscription] });
    const [found] = await paddle.subscriptions.list({ customerId: [customer.id] }).next();
    expect(found).toMatchObject({ id: subscription.id, customerId: customer.id, status: 'active' });
    expect(await paddle.subscriptions.get(subscription.id)).toMatchObject({ id: subscription.id, currencyCode: 'USD' });
    const session = await paddle.customerPortalSessions.create(customer.id, [subscription.id]);
    expect(session).toMatchObject({ customerId: customer.id, urls: { subscriptions: [{ id: subscription.id }] } });
    expect(session.urls.general.overview).toMatch(/^http/);
  });

  test('sdk-node: event types are listed', async () => {
    expect((await paddle.eventTypes.list()).map(({ name }) => name)).toContain('subscription.created');
  });

  test('sdk-node: a refusal becomes an ApiError with its code', async () => {
    await expect(paddle.customers.get('ctm_01h00000000000000000000000')).rejects.toBeInstanceOf(ApiError);
    await expect(paddle.customers.get('ctm_01h00000000000000000000000')).rejects.toMatchObject({ code: 'not_found' });
    if (behaviours['duplicate-emails'] === 'allow') return;
    const { email, id } = await createCustomer();
    await expect(paddle.customers.create({ email })).rejects.toMatchObject({
      type: 'request_error',
      code: 'customer_already_exists',
      detail: `customer email conflicts with customer of id ${id}`,
    });
  });
});
