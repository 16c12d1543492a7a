import { describe, expect, test } from 'vitest';
import { normalized } from '../testing/normalized.ts';
import { begin, customer, nextMonth, now, subscription } from './testing/triggering.ts';

describe('triggering about a subscription', () => {
  const period = { starts_at: now, ends_at: nextMonth };
  const paused = { next_billed_at: null, scheduled_change: null };
  const stopped = { ...paused, current_billing_period: null };

  /** A subscription whose period has not ended, so that nothing is due. */
  function current(status: 'active' | 'trialing' | 'past_due') {
    const drawn = subscription(status);
    const items = drawn.items.map((item) => ({ ...item, next_billed_at: nextMonth }));
    return { ...drawn, items, next_billed_at: nextMonth, current_billing_period: period };
  }

  const free = current('active').items.map((item) => ({
    ...item,
    price: { ...item.price, unit_price: { ...item.price.unit_price, amount: '0' } },
  }));
  const terms = {
    enable_checkout: false,
    purchase_order_number: '',
    additional_information: null,
    payment_terms: { interval: 'day', frequency: 14 },
  } as const;

  test.each([
    ['subscription.canceled', 'active', { status: 'canceled', canceled_at: now, ...stopped }],
    ['subscription.canceled', 'paused', { status: 'canceled', canceled_at: now, paused_at: null, ...stopped }],
    [
      'subscription.paused',
      'active',
      {
        status: 'paused',
        paused_at: now,
        ...paused,
        current_billing_period: subscription('active').current_billing_period,
      },
    ],
    [
      'subscription.resumed',
      'paused',
      { status: 'active', paused_at: null, next_billed_at: nextMonth, current_billing_period: period },
    ],
    [
      'subscription.past_due',
      'active',
      // The day of the first bill is kept.
      {
        status: 'past_due',
        next_billed_at: '2027-04-06T02:09:40Z',
        current_billing_period: { starts_at: '2027-03-06T02:09:40Z', ends_at: '2027-04-06T02:09:40Z' },
      },
    ],
    [
      'subscription.activated',
      'trialing',
      { status: 'active', first_billed_at: now, next_billed_at: nextMonth, current_billing_period: period },
    ],
  ] as const)('%s moves one that is %s, with its dates, and announces both', async (type, status, expected) => {
    const before = subscription(status);
    await using mock = await begin({ subscriptions: [before] });
    const event = await mock.happens(type, { entity_id: before.id });
    expect(event.data).toMatchObject({
      id: before.id,
      customer_id: customer.id,
      created_at: before.created_at,
      updated_at: now,
      ...expected,
    });
    const { management_urls: _, ...announced } = await mock.get(`/subscriptions/${before.id}`);
    expect(announced).toEqual(event.data);
    const all = (await mock.events()).map(({ event_type, occurred_at, data }) => ({ event_type, occurred_at, data }));
    // A new period is billed.
    const isBilled = ['subscription.resumed', 'subscription.activated', 'subscription.past_due'].includes(type);
    expect(all.some(({ event_type }) => event_type === 'transaction.created')).toBe(isBilled);
    // A renewal begins with the next period, before its payment fails.
    const own = all.filter(({ event_type }) => event_type.startsWith('subscription'));
    expect(own.slice(0, type === 'subscription.past_due' ? -1 : undefined)).toEqual(
      [type, 'subscription.updated'].map((event_type) => ({ event_type, occurred_at: now, data: event.data })),
    );
  });

  test.each([
    ['trialing', 'subscription.trialing'],
    ['active', 'subscription.activated'],
  ] as const)('subscription.created of one that is %s also announces %s', async (status, type) => {
    const before = current(status);
    await using mock = await begin({ subscriptions: [before] });
    await mock.happens('subscription.created', { entity_id: before.id });
    expect((await mock.events()).map(({ event_type }) => event_type).toSorted()).toEqual(
      ['subscription.created', type].toSorted(),
    );
  });

  test('subscription.past_due sends what a renewal sends whose payment fails', async () => {
    const happenings = async (fail: (mock: Awaited<ReturnType<typeof begin>>, id: string) => Promise<unknown>) => {
      await using mock = await begin();
      const { id } = await mock.buy({ card: '4000 0027 6000 3184' });
      const before = (await mock.events()).length;
      await fail(mock, id);
      const sent = (await mock.events()).toReversed().slice(before);
      return normalized(sent.map(({ event_type, data }) => ({ type: event_type, payload: data })));
    };
    const real = await happenings((mock) => mock.clock.advance({ days: 30 }));
    const triggered = await happenings(async (mock, id) => {
      // A renewal begins a period, also when it comes early.
      await mock.clock.set({ now: '2027-04-30T11:59:59Z', frozen: true });
      await mock.happens('subscription.past_due', { entity_id: id });
    });
    const text = JSON.stringify(real).replaceAll('authentication_failed', 'declined');
    expect(real.map(({ type }) => type)).toContain('subscription.past_due');
    expect(triggered).toEqual(JSON.parse(text));
  });

  test.each([
    ['is for nothing', { items: free }],
    ['is an invoice', { collection_mode: 'manual', billing_details: terms }],
  ] as const)('subscription.past_due is refused where the bill %s', async (_bill, overrides) => {
    const before = { ...current('active'), ...overrides };
    await using mock = await begin({ subscriptions: [before] });
    expect(await mock.refused('subscription.past_due', { entity_id: before.id })).toMatch(/is for nothing, or not/);
    expect(await mock.events()).toEqual([]);
  });

  test('subscription.activated of one that was past due keeps its period', async () => {
    const before = current('past_due');
    await using mock = await begin({ subscriptions: [before] });
    const { data } = await mock.happens('subscription.activated', { entity_id: before.id });
    const { management_urls: _, ...announced } = before;
    expect(data).toEqual({ ...announced, status: 'active', updated_at: now });
  });

  test('subscription.activated of one whose period ended while it was past due bills the next period at once', async () => {
    const before = subscription('past_due');
    await using mock = await begin({ subscriptions: [before] });
    const { data } = await mock.happens('subscription.activated', { entity_id: before.id });
    const { management_urls: _, items, ...announced } = before;
    expect(data).toEqual({
      ...announced,
      items: items.map((item) => ({ ...item, next_billed_at: now })),
      next_billed_at: now,
      status: 'active',
      updated_at: now,
    });
  });

  test('items follow their subscription', async () => {
    await using mock = await begin({ subscriptions: [subscription('active')] });
    const { id } = subscription('active');
    const items = async (type: string) => (await mock.happens(type, { entity_id: id })).data['items'];
    expect(await items('subscription.paused')).toMatchObject([{ status: 'inactive', next_billed_at: null }]);
    expect(await items('subscription.resumed')).toMatchObject([
      { status: 'active', previously_billed_at: now, next_billed_at: nextMonth },
    ]);
    expect(await items('subscription.canceled')).toMatchObject([{ status: 'active', next_billed_at: null }]);
  });

  test('a scheduled cancellation is an update that stops billing, and taking it back goes on', async () => {
    const before = current('active');
    await using mock = await begin({ subscriptions: [before] });
    const scheduled_change = { action: 'cancel', effective_at: before.next_billed_at, resume_at: null };
    const scheduled = await mock.happens('subscription.updated', {
      entity_id: before.id,
      overrides: { scheduled_change },
    });
    expect(scheduled.data).toMatchObject({ status: 'active', scheduled_change, next_billed_at: null });
    expect((await mock.events()).map(({ event_type }) => event_type)).toEqual(['subscription.updated']);
    const taken = await mock.happens('subscription.updated', {
      entity_id: before.id,
      overrides: { scheduled_change: null },
    });
    expect(taken.data).toMatchObject({ scheduled_change: null, next_billed_at: before.next_billed_at });
  });

  test('a scheduled pause with a date to resume is billed then, and taking it back goes on', async () => {
    const before = current('active');
    await using mock = await begin({ subscriptions: [before] });
    const update = async (overrides: object) =>
      (await mock.happens('subscription.updated', { entity_id: before.id, overrides })).data;
    const resume_at = '2027-08-01T00:00:00Z';
    const scheduled_change = { action: 'pause', effective_at: before.next_billed_at, resume_at };
    expect(await update({ scheduled_change })).toMatchObject({
      next_billed_at: resume_at,
      items: [{ next_billed_at: resume_at }],
    });
    expect(await update({ scheduled_change: null })).toMatchObject({ next_billed_at: before.next_billed_at });
  });

  test('a pause keeps the date to resume that was scheduled', async () => {
    const scheduled_change = { action: 'pause', effective_at: nextMonth, resume_at: '2027-08-01T00:00:00Z' };
    const before = { ...subscription('active'), scheduled_change };
    await using mock = await begin({ subscriptions: [before] });
    const { data } = await mock.happens('subscription.paused', { entity_id: before.id });
    expect(data['scheduled_change']).toEqual({
      action: 'resume',
      effective_at: '2027-08-01T00:00:00Z',
      resume_at: null,
    });
  });
});
