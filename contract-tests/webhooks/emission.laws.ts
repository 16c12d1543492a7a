import fc from 'fast-check';
import { pathOfEvent } from '#openapi/document/operations.ts';
import { objectAt } from '#openapi/document/refs.ts';
import { createDeliveryCheck, payloadOf } from '../checks/delivery.ts';
import type { PaddleEvent } from '../contract/operations.ts';
import { assertProperty } from '../law/assert-property.ts';
import { expect } from '../law/expect.ts';
import { awaitEvents, eventsOf, newestEvent } from '../nouns/events/arrange.ts';
import { eventTypeNames } from '../nouns/notification-settings/arbitrary.ts';
import { createDestination, removeDestination } from '../nouns/notification-settings/arrange.ts';
import { laws } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import { notificationsFor, webhooks } from './arrange.ts';
import { type Expected, steps, takeSteps } from './changes.ts';

/** Fields that refer to other entities. */
const references = ['customer_id', 'address_id', 'business_id', 'subscription_id', 'transaction_id'];

/** IDs that events refer to before the entity's own event. */
function unannouncedIn(events: readonly Pick<PaddleEvent, 'event_type' | 'data'>[]): unknown[] {
  const announced = new Set<unknown>();
  return events.flatMap(({ event_type, data }) => {
    if (/\.(created|imported|saved)$/.test(event_type)) announced.add(data['id']);
    return ['id', ...references].map((name) => data[name] ?? null).filter((id) => id !== null && !announced.has(id));
  });
}

/** Reads the fields of an event's entity that the event has too; null for a deleted entity. */
async function read(account: Account, { event_type, data }: PaddleEvent): Promise<object | null> {
  const path = pathOfEvent(account.target.contract.document, event_type, data);
  // Only events show it.
  if (path === undefined) return data;
  const { status, body } = await account.request('GET', path);
  if (status === 404) return null;
  const [entity] = [Object(body).data].flat();
  return Object.fromEntries(Object.entries(Object(entity)).filter(([field]) => field in data));
}

export default laws(({ target, test }) => {
  const { behaviours, contract } = target;
  /** Changes of businesses have no events on targets with the 14 types of the guide. */
  const isEvent = ({ event_type }: Expected) =>
    behaviours['webhook-events'] === 'all' || !event_type.startsWith('business.');

  /** Event types with a schema in the document. */
  const described = Object.keys(objectAt(contract.document, '#/webhooks'));

  const violationIn = createDeliveryCheck(contract);

  test('webhook-events-14: each change yields exactly its event, with the entity as it was answered, and nothing else does', async () => {
    const property = fc.asyncProperty(steps, async (sequence) => {
      const account = target.newAccount();
      const newest = await newestEvent(account);
      const expected = (await takeSteps(account, sequence)).filter(isEvent);
      const events = await awaitEvents(account, newest, expected.length);
      expect(events.map(({ event_type, data }) => ({ event_type, data }))).toEqual(expected);
      const ids = events.map(({ event_id }) => event_id);
      expect(new Set(ids).size).toBe(ids.length);
      const times = events.map(({ occurred_at }) => Date.parse(occurred_at));
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    });
    await assertProperty(property, 30);
  });

  test('webhook-events-14: a destination is sent each event that it is subscribed to, once, and no other', async (context) => {
    const { receiver, settle } = webhooks(context);
    const subscribed = fc.uniqueArray(fc.constantFrom(...eventTypeNames(contract)), { minLength: 4 });
    const property = fc.asyncProperty(steps, subscribed, async (sequence, subscribed_events) => {
      const account = target.newAccount();
      const destination = receiver.newDestination();
      const setting = await createDestination(account, { destination: destination.url, subscribed_events });
      const newest = await newestEvent(account);
      await takeSteps(account, sequence);
      await settle(account);
      const expected = (await eventsOf(account, newest)).filter(({ event_type }) =>
        subscribed_events.includes(event_type),
      );
      const notifications = await notificationsFor(account, setting);
      expect(notifications.map(({ payload: { notification_id: _, ...event } }) => event)).toEqual(expected);
      const received = destination.deliveries.map(payloadOf);
      // The order of arrival is not guaranteed.
      expect(received).toHaveLength(notifications.length);
      expect(received).toEqual(expect.arrayContaining(notifications.map(({ payload }) => payload)));
      await removeDestination(account, setting);
    });
    await assertProperty(property, 15);
  });

  for (const type of described) {
    test(`webhook-events-14: ${type} can occur, is delivered as its schema says, and agrees with the API`, async (context) => {
      const { receiver, settle } = webhooks(context);
      const trigger = target.can.trigger ?? context.skip('events cannot be triggered on the target');
      const account = target.newAccount();
      const destination = receiver.newDestination();
      await createDestination(account, { destination: destination.url, subscribed_events: [type] });
      await trigger(account, type);
      await settle(account);
      const [event, ...more] = (await eventsOf(account)).filter(({ event_type }) => event_type === type);
      if (!event || more.length > 0) throw new Error(`There are ${more.length + (event ? 1 : 0)} events, not one.`);
      const { transaction_id: _purchase, ...bought } = event.data;
      const announced = type === 'subscription.created' ? bought : event.data;
      expect(await read(account, event)).toEqual(type.endsWith('.deleted') ? null : announced);
      expect(destination.deliveries.map(payloadOf)).toEqual([{ ...event, notification_id: expect.any(String) }]);
      expect(destination.deliveries.map(violationIn)).toEqual([null]);
    });

    test(`webhook-events-14: ${type} comes after the events of all that it refers to`, async (context) => {
      const { receiver, settle } = webhooks(context);
      const trigger = target.can.trigger ?? context.skip('events cannot be triggered on the target');
      const account = target.newAccount();
      const destination = receiver.newDestination();
      await createDestination(account, { destination: destination.url, subscribed_events: eventTypeNames(contract) });
      await trigger(account, type);
      await settle(account);
      const received = destination.deliveries.map(payloadOf);
      expect(received.map(({ event_type }) => event_type)).toContain(type);
      // Deliveries may overtake each other, so they are sorted by event ID.
      expect(unannouncedIn(received.toSorted((one, other) => (one.event_id < other.event_id ? -1 : 1)))).toEqual([]);
      expect(destination.deliveries.map(violationIn).filter((violation) => violation !== null)).toEqual([]);
      const times = (await eventsOf(account)).map(({ occurred_at }) => Date.parse(occurred_at));
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    });
  }

  test('webhook-subscription-differs: no event or webhook has the links of a subscription, and only the one of its creation names the purchase', async (context) => {
    const { receiver, settle } = webhooks(context);
    const trigger = target.can.trigger ?? context.skip('events cannot be triggered on the target');
    const account = target.newAccount();
    const destination = receiver.newDestination();
    const subscribed_events = ['subscription.created', 'subscription.updated', 'subscription.paused'];
    await createDestination(account, { destination: destination.url, subscribed_events });
    for (const type of subscribed_events) await trigger(account, type);
    await settle(account);
    const events = [...(await eventsOf(account)), ...destination.deliveries.map(payloadOf)];
    const aboutSubscriptions = events.filter(({ event_type }) => event_type.startsWith('subscription.'));
    expect(aboutSubscriptions.length).toBeGreaterThanOrEqual(2 * subscribed_events.length);
    for (const { event_type, data } of aboutSubscriptions) {
      expect(data).not.toHaveProperty('management_urls');
      const { transaction_id } = data;
      expect(transaction_id !== undefined, event_type).toBe(event_type === 'subscription.created');
      if (typeof transaction_id === 'string') {
        const { data: purchase } = await account.call('getTransaction', { path: { transaction_id } });
        expect(purchase).toMatchObject({ subscription_id: data['id'], status: 'completed', origin: 'web' });
      }
      const { data: subscription } = await account.call('getSubscription', {
        path: { subscription_id: String(data['id']) },
      });
      expect(subscription.management_urls.cancel).toMatch(/^https?:/);
    }
  });

  test('webhook-subscription-payload: a webhook about a subscription says whose it is and in which status', async (context) => {
    const { receiver, settle } = webhooks(context);
    const trigger = target.can.trigger ?? context.skip('events cannot be triggered on the target');
    const account = target.newAccount();
    const destination = receiver.newDestination();
    const subscribed_events = ['subscription.created', 'subscription.updated', 'subscription.canceled'];
    await createDestination(account, { destination: destination.url, subscribed_events });
    for (const type of subscribed_events) await trigger(account, type);
    await settle(account);
    const received = destination.deliveries.map(payloadOf);
    expect(received.length).toBeGreaterThanOrEqual(3);
    // The last event of a subscription has its current status.
    const inOrder = received.toSorted((one, other) => (one.event_id < other.event_id ? -1 : 1));
    const latest = new Map(inOrder.map(({ data }) => [String(data['id']), data]));
    for (const [subscription_id, data] of latest) {
      const { customer_id, status } = (await account.call('getSubscription', { path: { subscription_id } })).data;
      expect(data).toMatchObject({ customer_id, status });
    }
  });
});
