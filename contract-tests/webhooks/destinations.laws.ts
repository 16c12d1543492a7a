import { payloadOf } from '../checks/delivery.ts';
import { expect } from '../law/expect.ts';
import { createAddress, createCustomer } from '../nouns/arrange.ts';
import { createDestination, removeDestination, updateDestination } from '../nouns/notification-settings/arrange.ts';
import { laws } from '../suite/laws.ts';
import type { Reply } from '../targets/receiver.ts';
import { deadUrl, failingDestination, notificationFor, notificationsFor, webhooks } from './arrange.ts';

export default laws(({ target, test }) => {
  test('webhook-dedupe-event-id: each destination gets its own notification of the same event', async (context) => {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const destinations = [receiver.newDestination(), receiver.newDestination()];
    for (const { url } of destinations) await createDestination(account, { destination: url });
    await createCustomer(account);
    await settle(account);
    const [one, other] = destinations.flatMap(({ deliveries }) => deliveries.map(payloadOf));
    if (!one || !other) throw new Error('The event was not delivered twice.');
    expect(other).toEqual({ ...one, notification_id: other.notification_id });
    expect(other.notification_id).not.toBe(one.notification_id);
  });

  test('webhook-return-200: a destination that never answers delays neither another one nor the API', async (context) => {
    const { receiver } = webhooks(context);
    const account = target.newAccount();
    const [dead, good] = [receiver.newDestination(), receiver.newDestination()];
    const never = Promise.withResolvers<Reply>();
    dead.answer(() => never.promise);
    const [waiting, delivered] = [
      await createDestination(account, { destination: dead.url }),
      await createDestination(account, { destination: good.url }),
    ];
    const customers: string[] = [];
    while (customers.length < 40) customers.push((await createCustomer(account)).id);
    await good.arrived(40);
    await dead.arrived(1);
    expect(good.deliveries.map((delivery) => payloadOf(delivery).data['id']).toSorted()).toEqual(customers);
    // Not compared with `not_attempted`: on a slow machine, the first attempt may have timed out by now.
    const statuses = (await notificationsFor(account, waiting)).map(({ status }) => status);
    expect(statuses).not.toContain('delivered');
    never.resolve(200);
    await dead.arrived(40);
    expect(await notificationsFor(account, delivered)).toHaveLength(40);
  });

  test('webhook-retry-backoff: one that refuses connections is retried, while the others are done', async (context) => {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const destination = receiver.newDestination();
    const dead = await createDestination(account, { destination: await deadUrl(context) });
    const good = await createDestination(account, { destination: destination.url });
    await createCustomer(account);
    await settle(account);
    expect(await notificationFor(account, good)).toMatchObject({ status: 'delivered', times_attempted: 1 });
    expect(await notificationFor(account, dead)).toMatchObject({ status: 'needs_retry', times_attempted: 1 });
  });

  test('notification-settings: an inactive destination is sent nothing, and from its activation on what happens then', async (context) => {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const destination = receiver.newDestination();
    const setting = await createDestination(account, { destination: destination.url });
    await updateDestination(account, setting, { active: false });
    await createCustomer(account);
    await settle(account);
    expect(await notificationsFor(account, setting)).toEqual([]);
    await updateDestination(account, setting, { active: true });
    const customer = await createCustomer(account);
    await settle(account);
    expect(destination.deliveries.map((delivery) => payloadOf(delivery).data['id'])).toEqual([customer.id]);
  });

  test('notification-settings: only destinations for platform traffic, or all, are sent what happens', async (context) => {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const counts: Record<string, number> = {};
    for (const traffic_source of ['platform', 'simulation', 'all']) {
      const destination = receiver.newDestination();
      await createDestination(account, { destination: destination.url, traffic_source });
      await createCustomer(account);
      await settle(account);
      counts[traffic_source] = destination.deliveries.length;
    }
    expect(counts).toEqual({ platform: 1, simulation: 0, all: 1 });
  });

  test('notification-settings: changed event types and a changed URL count from the next event on', async (context) => {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const [before, after] = [receiver.newDestination(), receiver.newDestination()];
    const setting = await createDestination(account, {
      destination: before.url,
      subscribed_events: ['customer.created'],
    });
    const customer = await createCustomer(account);
    await settle(account);
    await updateDestination(account, setting, { destination: after.url, subscribed_events: ['address.created'] });
    await createAddress(account, customer);
    await createCustomer(account);
    await settle(account);
    const types = [before, after].map(({ deliveries }) =>
      deliveries.map((delivery): string => payloadOf(delivery).event_type),
    );
    expect(types).toEqual([['customer.created'], ['address.created']]);
  });

  test('notification-settings: deleting a destination deletes its notifications and logs, and ends its retries', async (context) => {
    const { account, clock, destination, setting, settle } = await failingDestination(context);
    await createCustomer(account);
    await settle(account);
    const path = { notification_id: (await notificationFor(account, setting)).id };
    await removeDestination(account, setting);
    await clock.advance(account, { days: 1 });
    expect(destination.deliveries).toHaveLength(1);
    for (const operation of ['getNotification', 'listNotificationLogs', 'replayNotification'] as const)
      expect(await account.refusal(operation, { path })).toMatchObject({ status: 404, code: 'not_found' });
    expect((await account.call('listNotifications')).data).toEqual([]);
    expect((await account.call('listEvents')).data).toHaveLength(1);
  });

  test('notification-settings: what goes to an email address is a notification too, and counts as delivered', async (context) => {
    const { settle } = webhooks(context);
    const account = target.newAccount();
    const setting = await createDestination(account, { type: 'email', destination: 'hooks@example.com' });
    const customer = await createCustomer(account);
    await settle(account);
    const notification = await notificationFor(account, setting);
    expect(notification).toMatchObject({ status: 'delivered', times_attempted: 1, payload: { data: customer } });
  });
});
