import { describe, expect, test } from 'vitest';
import { buildBusiness } from '#fixtures/index.ts';
import { startPaddock } from '../index.ts';
import {
  address,
  begin,
  customer,
  nextMonth,
  now,
  subscription,
  transaction,
  triggering,
} from './testing/triggering.ts';

describe('triggering about a named entity', () => {
  test.each([
    ['subscription.resumed', subscription('active').id, /is active; this needs paused \(subscription_must_be_paused\)/],
    ['subscription.activated', subscription('active').id, /is active; .* trialing/],
    ['transaction.billed', transaction('completed').id, /is completed; .* ready/],
    ['transaction.canceled', transaction('completed').id, /is completed/],
    ['transaction.payment_failed', transaction('completed').id, /is completed/],
  ])('%s is refused where the state is another', async (type, entity_id, reason) => {
    await using mock = await begin({
      subscriptions: [subscription('active')],
      transactions: [transaction('completed')],
    });
    const path = `/subscriptions/${subscription('active').id}`;
    const before = await mock.get(path);
    expect(await mock.refused(type, { entity_id })).toMatch(reason);
    expect(await mock.events()).toEqual([]);
    expect(await mock.get(path)).toEqual(before);
    const { management_urls: _, ...seeded } = subscription('active');
    expect(before).toMatchObject(seeded);
  });

  test('canceled entities cannot be moved', async () => {
    const ended = subscription('canceled');
    await using mock = await begin({ subscriptions: [ended], transactions: [transaction('canceled')] });
    for (const type of ['created', 'updated', 'canceled', 'paused', 'resumed', 'past_due', 'activated', 'trialing']) {
      expect(await mock.refused(`subscription.${type}`, { entity_id: ended.id })).toContain('is canceled');
    }
    for (const type of [
      'created',
      'updated',
      'ready',
      'billed',
      'paid',
      'completed',
      'canceled',
      'past_due',
      'payment_failed',
      'revised',
    ]) {
      expect(await mock.refused(`transaction.${type}`, { entity_id: transaction('canceled').id })).toContain(
        'is canceled',
      );
    }
    expect(await mock.events()).toEqual([]);
  });

  test('triggers that contradict the state are refused', async () => {
    const change = { action: 'cancel', effective_at: nextMonth, resume_at: null };
    const [active, paused] = [
      { ...subscription('active'), scheduled_change: change, next_billed_at: null },
      { ...subscription('paused'), id: subscription('active').id.replace(/.$/, 'z') },
    ];
    const draft = { ...transaction('draft'), customer_id: null };
    const placeless = { ...transaction('draft'), id: draft.id.replace(/.$/, 'y'), address_id: null };
    const ready = { ...draft, id: draft.id.replace(/.$/, 'x'), status: 'ready' as const };
    const revised = { ...transaction('completed'), id: draft.id.replace(/.$/, 'z'), revised_at: now };
    await using mock = await begin({
      subscriptions: [active, paused],
      transactions: [draft, placeless, ready, revised],
    });
    expect(await mock.refused('subscription.past_due', { entity_id: active.id })).toContain('has a scheduled');
    expect(
      await mock.refused('subscription.updated', { entity_id: paused.id, overrides: { next_billed_at: nextMonth } }),
    ).toContain('no next_billed_at');
    expect(
      await mock.refused('subscription.updated', {
        entity_id: paused.id,
        overrides: { scheduled_change: { ...change, action: 'pause' } },
      }),
    ).toContain('cannot have a scheduled pause');
    for (const { id } of [draft, placeless]) {
      expect(await mock.refused('transaction.ready', { entity_id: id })).toContain('has no customer or no address');
    }
    expect(await mock.refused('transaction.ready', { entity_id: ready.id })).toContain('is ready; this needs draft');
    expect(await mock.refused('transaction.revised', { entity_id: revised.id })).toContain('was already revised');
    expect(await mock.events()).toEqual([]);
    for (const { id } of [draft, revised]) await mock.happens('transaction.updated', { entity_id: id });
  });

  test.each([
    ['customer.updated', 'ctm_01kpadd0ck0000000000000009'],
    ['customer.updated', address.id],
    ['subscription.canceled', customer.id.replace(/.$/, '0')],
    ['address.updated', buildBusiness({ seed: 1 }).id],
    ['customer.updated', ''],
  ])('%s about %s, which is none, answers 404', async (type, entity_id) => {
    await using mock = await begin({});
    const { status, body } = await mock.trigger(type, { entity_id });
    expect([status, body.error.code]).toEqual([404, 'not_found']);
    expect(await mock.events()).toEqual([]);
  });
});

describe('a trigger that is refused', () => {
  test.each([
    ['customer.updated', { name: 5 }, /^Could not trigger customer\.updated: data\.name: Invalid type/],
    ['customer.updated', { age: 5 }, /data: Additional property age/],
    ['customer.updated', JSON.parse('{"__proto__": {}}'), /Additional property __proto__/],
    [
      'customer.updated',
      { email: 'a..b@example.com' },
      /: Cannot create or [a-z ]+ invalid email address \(customer_email_invalid\)\.$/,
    ],
    ['customer.updated', { locale: null, custom_data: { a: { b: 1 } } }, /data\.custom_data\.a/],
    ['customer.created', { status: 'archived' }, /is archived/],
    ['address.created', { country_code: 'KP' }, /data\.country_code/],
    ['subscription.updated', { items: [] }, /data\.items/],
    ['subscription.past_due', { billing_cycle: { interval: 'year', frequency: 9000 } }, /year 9999/],
    ['customer.updated', { id: 'ctm_01kpadd0ck0000000000000009' }, /data\.id cannot be set/],
    ['customer.updated', { created_at: '2020-01-01T00:00:00Z' }, /data\.created_at cannot be set/],
    ['address.updated', { customer_id: customer.id }, /data\.customer_id cannot be set/],
    ['transaction.updated', { subscription_id: null }, /data\.subscription_id cannot be set/],
    ['subscription.updated', { status: 'paused' }, /data\.status is determined by the event type/],
    ['subscription.canceled', { canceled_at: null }, /data\.canceled_at is determined/],
    ['transaction.completed', { billed_at: null }, /data\.billed_at is determined/],
    ['customer.exploded', {}, /no such event type/],
    ['constructor', {}, /no such event type/],
    ['payout.created', {}, /webhook-events=listed excludes it/],
    ['business.created', {}, /webhook-events=listed excludes it/],
  ])('stores nothing: %s with %j', async (type, overrides, reason) => {
    await using paddock = await startPaddock();
    const { refused, events, get } = triggering(paddock);
    expect(await refused(type, { overrides })).toMatch(reason);
    expect(await events()).toEqual([]);
    for (const path of ['/customers', '/subscriptions', '/transactions']) expect(await get(path)).toEqual([]);
  });

  test('is one that the API would refuse under the same behaviours', async () => {
    await using paddock = await startPaddock({ profile: 'official' });
    const { happens, refused } = triggering(paddock);
    const { data } = await happens('customer.created');
    expect(await refused('customer.created', { overrides: { email: data['email'] } })).toContain(data.id);
    expect(await refused('customer.updated', { overrides: { locale: null } })).toMatch(/data\.locale/);
    expect(await refused('address.created', { overrides: { country_code: 'US', postal_code: null } })).toMatch(
      /data\.postal_code/,
    );
    expect((await happens('customer.updated', { overrides: { custom_data: {} } })).data['custom_data']).toBeNull();
  });
});
