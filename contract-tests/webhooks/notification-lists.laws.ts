import { expect } from '../law/expect.ts';
import { createAddress, createCustomer, unknownId } from '../nouns/arrange.ts';
import { eventsOf } from '../nouns/events/arrange.ts';
import { createDestination } from '../nouns/notification-settings/arrange.ts';
import { walk } from '../nouns/walk.ts';
import { laws, type TestContext } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import { notificationsFor, stoppedClock, webhooks } from './arrange.ts';

async function listed(account: Account, query: Record<string, string | number>): Promise<string[]> {
  const found = await walk((start) =>
    account.call('listNotifications', { query: { per_page: 2, ...query, ...start } }),
  );
  return found.map(({ id }) => id);
}

export default laws(({ target, test }) => {
  /** Creates two customers and an address, an hour apart, for a destination that works and one that fails. */
  async function notificationsOfThree(context: TestContext) {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const failing = receiver.newDestination();
    failing.answer(500);
    const good = await createDestination(account, { destination: receiver.newDestination().url });
    const bad = await createDestination(account, { destination: failing.url, subscribed_events: ['customer.created'] });
    const customer = await createCustomer(account);
    await settle(account);
    await clock.advance(account, { hours: 1 });
    await createAddress(account, customer);
    await settle(account);
    await clock.advance(account, { hours: 1 });
    const other = await createCustomer(account);
    await settle(account);
    const [first, address, last] = (await notificationsFor(account, good)).map(({ id }) => id);
    const [failedFirst, failedLast] = (await notificationsFor(account, bad)).map(({ id }) => id);
    return { account, good, bad, customer, other, ids: { first, address, last, failedFirst, failedLast } };
  }

  test('notifications: they are listed newest first, each once, and can be narrowed by destination, status and text', async (context) => {
    const { account, good, bad, ids } = await notificationsOfThree(context);
    const { first, address, last, failedFirst, failedLast } = ids;
    const all = [first, failedFirst, address, last, failedLast].toSorted();
    expect(await listed(account, { order_by: 'id[ASC]' })).toEqual(all);
    expect(await listed(account, {})).toEqual(all.toReversed());
    expect(await listed(account, { notification_setting_id: bad.id })).toEqual([failedLast, failedFirst]);
    expect(await listed(account, { notification_setting_id: `${good.id},${bad.id}` })).toEqual(all.toReversed());
    expect(await listed(account, { notification_setting_id: unknownId('ntfset') })).toEqual([]);
    expect(await listed(account, { status: 'delivered' })).toEqual([last, address, first]);
    expect(await listed(account, { status: 'delivered', notification_setting_id: bad.id })).toEqual([]);
    expect(await listed(account, { status: 'needs_retry,failed' })).toEqual([failedLast, failedFirst]);
    expect(await listed(account, { search: 'address.cre' })).toEqual([address]);
    expect(await listed(account, { search: last ?? '' })).toEqual([last]);
  });

  test('notifications: they can be narrowed by the entity that they are about, and by when it happened', async (context) => {
    const { account, good, other, ids } = await notificationsOfThree(context);
    const { first, address, last } = ids;
    const found = (query: Record<string, string>) => listed(account, { notification_setting_id: good.id, ...query });
    expect(await found({ filter: other.id })).toEqual([last]);
    expect(await found({ filter: unknownId('ctm') })).toEqual([]);
    expect(await found({ from: '2026-07-01T01:00:00Z' })).toEqual([last, address]);
    expect(await found({ to: '2026-07-01T01:00:00Z' })).toEqual([address, first]);
    expect(await found({ from: '2026-07-01T00:30:00Z', to: '2026-07-01T01:30:00Z' })).toEqual([address]);
    expect(await found({ from: '2026-07-01T03:00:00Z' })).toEqual([]);
  });

  test('errors: filters that cannot be are refused', async () => {
    const account = target.newAccount();
    const wrong = [
      { status: 'sent' },
      { notification_setting_id: 'x' },
      { filter: unknownId('add') },
      { from: 'yesterday' },
      { after: unknownId('evt') },
    ];
    for (const query of wrong)
      expect(await account.refusal('listNotifications', { query })).toMatchObject({ status: 400 });
  });

  test('retention: events and notifications are kept for 90 days', async (context) => {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const setting = await createDestination(account, { destination: receiver.newDestination().url });
    const customer = await createCustomer(account);
    await settle(account);
    await clock.advance(account, { hours: 2 });
    await createAddress(account, customer);
    await settle(account);
    const [oldest, newer] = await notificationsFor(account, setting);
    if (!oldest || !newer) throw new Error('The events were not delivered.');
    const kept = async () => ({
      events: (await eventsOf(account)).map(({ event_id }) => event_id),
      notifications: (await notificationsFor(account, setting)).map(({ payload }) => payload.event_id),
    });
    const [first, second] = [oldest.payload.event_id, newer.payload.event_id];
    await clock.advance(account, { days: 89, hours: 21 });
    expect(await kept()).toEqual({ events: [first, second], notifications: [first, second] });
    await clock.advance(account, { hours: 2 });
    expect(await kept()).toEqual({ events: [second], notifications: [second] });
    await clock.advance(account, { hours: 2 });
    expect(await kept()).toEqual({ events: [], notifications: [] });
    const path = { notification_id: oldest.id };
    for (const operation of ['getNotification', 'listNotificationLogs', 'replayNotification'] as const)
      expect(await account.refusal(operation, { path })).toMatchObject({ status: 404, code: 'not_found' });
    expect((await account.call('getCustomer', { path: { customer_id: customer.id } })).data).toEqual(customer);
  });
});
