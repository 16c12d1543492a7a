import { describe, expect, test } from 'vitest';
import { buildAddress, buildBusiness, buildCustomer, buildSubscription } from '#fixtures/index.ts';
import { startPaddock } from '#mock-server/index.ts';
import type { Subscription } from '../index.ts';
import { useMock } from '../testing/mock-account.ts';
import { readSubscriptionStatus } from './subscription-status.ts';

describe.each(['guide', 'official'] as const)('readSubscriptionStatus, with the %s profile', (profile) => {
  const { connect, mock } = useMock(() => startPaddock({ port: 0, profile, rateLimit: false }));

  /** Creates subscriptions for the customer of seed 1, oldest first. */
  async function provide(...statuses: Subscription['status'][]) {
    const of = { seed: 1, profile };
    const customer = buildCustomer(of);
    const address = buildAddress(of);
    const owner = { customer_id: customer.id, address_id: address.id, business_id: null };
    // Sorted, since lists are ordered by ID and the builder's IDs do not follow the seeds.
    const ids = statuses.map((_, index) => buildSubscription({ seed: index + 1 }).id).sort();
    const subscriptions = statuses.map((status, index) =>
      buildSubscription({ seed: index + 1, profile, status, overrides: { ...owner, id: ids[index] ?? '' } }),
    );
    await mock().seed({ customers: [customer], addresses: [address], subscriptions });
    return { customerId: customer.id, ids };
  }

  test('is null for a customer without subscriptions', async () => {
    const { customerId } = await provide();
    expect(await readSubscriptionStatus(connect(), customerId)).toBeNull();
  });

  test.for([
    [['active'], 0],
    [['canceled'], 0],
    [['canceled', 'active', 'paused'], 1],
    [['active', 'canceled'], 0],
    [['past_due', 'trialing'], 1],
    [['paused', 'past_due', 'canceled'], 1],
    [['canceled', 'canceled'], 1],
  ] satisfies [Subscription['status'][], number][])('of %j takes number %d', async ([statuses, chosen]) => {
    const { customerId, ids } = await provide(...statuses);
    const status = await readSubscriptionStatus(connect(), customerId);
    expect(status).toMatchObject({ subscriptionId: ids[chosen], status: statuses[chosen] });
  });

  test('says when a subscription is going to end', async () => {
    const subscription = buildSubscription({ seed: 1, profile, status: 'active', scheduledChange: 'cancel' });
    await mock().seed({
      customers: [buildCustomer({ seed: 1, profile })],
      addresses: [buildAddress({ seed: 1, profile })],
      businesses: [buildBusiness({ seed: 1, profile })],
      subscriptions: [subscription],
    });
    const status = await readSubscriptionStatus(connect(), subscription.customer_id);
    expect(status?.endsAt).toBe(subscription.scheduled_change?.effective_at);
    expect(status?.endsAt).toBeTypeOf('string');
  });

  test("leaves other customers' subscriptions out", async () => {
    await provide('active');
    expect(await readSubscriptionStatus(connect(), 'ctm_01kpadd0ck0000000000000404')).toBeNull();
  });
});
