import fc from 'fast-check';
import { payloadOf } from '../checks/delivery.ts';
import { assertProperty, checkProperty } from '../law/assert-property.ts';
import { expect } from '../law/expect.ts';
import { createDestination } from '../nouns/notification-settings/arrange.ts';
import { laws, type TestContext } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import { notificationsFor, stoppedClock, webhooks } from './arrange.ts';
import { type Consumer, carefulConsumer, naiveConsumer } from './consumer.ts';
import { arrivals, type History, histories, playHistory } from './histories.ts';

/** Reads customers from the API, by ID. */
async function customersOf(account: Account, ids: readonly string[]): Promise<Map<string, unknown>> {
  const read = ids.map(async (customer_id): Promise<[string, unknown]> => {
    return [customer_id, (await account.call('getCustomer', { path: { customer_id } })).data];
  });
  return new Map(await Promise.all(read));
}

export default laws(({ target, test }) => {
  /** Plays a history, and passes its events to a consumer in order of arrival. */
  async function consume(history: History, consumer: Consumer, { skip }: TestContext) {
    if (!target.can.isolate) skip('the account may hold events of earlier tests');
    const account = target.newAccount();
    // An email destination needs no receiver; its notifications are read from the API.
    const setting = await createDestination(account, { type: 'email', destination: 'hooks@example.com' });
    const customers = await customersOf(account, await playHistory(account, history));
    const events = (await notificationsFor(account, setting)).map(({ payload }) => payload);
    for (const event of arrivals(events, history)) consumer.receive(event);
    return { events, customers };
  }

  test('webhook-order: who follows the rules has what the API has, whatever the order, repetition and delay of events', async (context) => {
    const property = fc.asyncProperty(histories, async (history) => {
      const consumer = carefulConsumer();
      const { customers } = await consume(history, consumer, context);
      expect(consumer.copies).toEqual(customers);
    });
    await assertProperty(property, 30);
  });

  test('webhook-order: who believes what came last is wrong as soon as two events of one customer change places', async (context) => {
    const property = fc.asyncProperty(histories, async (history) => {
      const consumer = naiveConsumer();
      const { customers } = await consume(history, consumer, context);
      expect(consumer.copies).toEqual(customers);
    });
    const { failed, counterexample } = await checkProperty(property, { numRuns: 100, endOnFailure: false });
    expect(failed).toBe(true);
    const created = { after: 0, comesAt: 1, alsoBefore: [] };
    const changed = { after: 0, comesAt: 0, alsoBefore: [] };
    expect(counterexample).toEqual([[[created, changed]]]);
    const consumer = naiveConsumer();
    const { events } = await consume([[created, changed]], consumer, context);
    expect(events.map((event): string => event.event_type)).toEqual(['customer.created', 'customer.updated']);
    expect([...consumer.copies.values()]).toEqual([events[0]?.data]);
  });

  test('webhook-order: the rules hold for real deliveries that come twice, backwards, late and after failures', async (context) => {
    const { receiver, settle } = webhooks(context);
    const chaos = target.can.chaos ?? context.skip('deliveries of the target cannot be made to fail');
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const destination = receiver.newDestination();
    const { id } = await createDestination(account, { destination: destination.url });
    await chaos(account, id, { duplicate: true, reorder: 4, drop_first: 3 });
    destination.answer((_, nth) => (nth % 5 === 0 ? 500 : 200));
    const change = { after: 700, comesAt: 0, alsoBefore: [] };
    const ids = await playHistory(account, [Array(5).fill(change), Array(6).fill(change)]);
    const expected = await customersOf(account, ids);
    await settle(account);
    await clock.advance(account, { days: 4 });
    const received = destination.deliveries.map(payloadOf);
    const [careful, naive] = [carefulConsumer(), naiveConsumer()];
    for (const event of received) {
      careful.receive(event);
      naive.receive(event);
    }
    expect(received.length).toBeGreaterThan(new Set(received.map(({ event_id }) => event_id)).size);
    expect(careful.copies).toEqual(expected);
    expect(naive.copies).not.toEqual(expected);
  });
});
