import fc from 'fast-check';
import { payloadOf } from '../checks/delivery.ts';
import type { Notification } from '../contract/operations.ts';
import { assertProperty } from '../law/assert-property.ts';
import { expect } from '../law/expect.ts';
import { createCustomer } from '../nouns/arrange.ts';
import { laws } from '../suite/laws.ts';
import type { Account } from '../targets/account.ts';
import { failingDestination, logsOf, notificationFor, startOfTime } from './arrange.ts';
import { isSigned } from './is-signed.ts';
import { retrySchedules } from './retry-schedules.ts';

/** Seconds from the event to each attempt. */
async function attemptTimes(account: Account, notification: Notification): Promise<number[]> {
  const logs = await logsOf(account, notification);
  return logs.map(({ attempted_at }) => (Date.parse(attempted_at) - Date.parse(startOfTime)) / 1000);
}

export default laws(({ target, test }) => {
  const schedule = target.behaviours['webhook-retries'];

  test(`webhook-retry-backoff: attempts are made by the ${schedule} schedule, and behind the last the notification has failed`, async (context) => {
    const { account, clock, destination, setting, settle } = await failingDestination(context);
    await createCustomer(account);
    await settle(account);
    await clock.advance(account, { days: 4 });
    const notification = await notificationFor(account, setting);
    const times = await attemptTimes(account, notification);
    retrySchedules[schedule](times);
    expect(notification).toMatchObject({
      status: 'failed',
      times_attempted: times.length,
      retry_at: null,
      delivered_at: null,
    });
    expect(notification.last_attempt_at).toBe((await logsOf(account, notification)).at(-1)?.attempted_at);
    await clock.advance(account, { days: 4 });
    expect(destination.deliveries).toHaveLength(times.length);
  });

  test('webhook-retry-backoff: live, there are sixty retries in three days', async (context) => {
    const behave = target.can.behave ?? context.skip('behaviours of the target cannot be switched');
    const { account, clock, setting, settle } = await failingDestination(context);
    await behave(account, { 'webhook-retries': 'live' });
    await createCustomer(account);
    await settle(account);
    await clock.advance(account, { days: 4 });
    retrySchedules.live(await attemptTimes(account, await notificationFor(account, setting)));
  });

  test('webhook-retry-backoff: time that passes in any steps makes the same attempts', async (context) => {
    const attempts = async (steps: readonly number[]) => {
      const { account, clock, setting, settle } = await failingDestination(context);
      await createCustomer(account);
      await settle(account);
      for (const seconds of steps) await clock.advance(account, { seconds });
      return attemptTimes(account, await notificationFor(account, setting));
    };
    const hour = 3600;
    const expected = await attempts([hour]);
    expect(expected.length).toBeGreaterThan(3);
    const property = fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: hour - 1 }), { maxLength: 6 }),
      async (cuts) => {
        const ends = [...cuts.toSorted((one, other) => one - other), hour];
        expect(await attempts(ends.map((end, index) => end - (ends[index - 1] ?? 0)))).toEqual(expected);
      },
    );
    await assertProperty(property, 8);
  });

  test('webhook-retry-backoff: until the last attempt a notification needs a retry, and counts its attempts', async (context) => {
    const { account, clock, destination, setting, settle } = await failingDestination(context);
    await createCustomer(account);
    await settle(account);
    let notification = await notificationFor(account, setting);
    while (notification.retry_at !== null) {
      const { retry_at, last_attempt_at, times_attempted } = notification;
      expect(notification).toMatchObject({ status: 'needs_retry', delivered_at: null });
      expect(destination.deliveries).toHaveLength(times_attempted);
      await clock.advance(account, { milliseconds: Date.parse(retry_at) - Date.parse(last_attempt_at ?? '') });
      notification = await notificationFor(account, setting);
      expect(notification).toMatchObject({ times_attempted: times_attempted + 1, last_attempt_at: retry_at });
    }
    expect(notification.status).toBe('failed');
    expect(notification.times_attempted).toBeGreaterThan(3);
  });

  test('webhook-retry-backoff: a retry is made at retry_at, not a second before, and one that succeeds is the last', async (context) => {
    const { account, clock, destination, setting, settle } = await failingDestination(context);
    await createCustomer(account);
    await settle(account);
    const waiting = await notificationFor(account, setting);
    expect(waiting).toMatchObject({ status: 'needs_retry', times_attempted: 1, delivered_at: null });
    const seconds = (Date.parse(waiting.retry_at ?? '') - Date.parse(waiting.last_attempt_at ?? '')) / 1000;
    await clock.advance(account, { seconds: seconds - 1 });
    expect(destination.deliveries).toHaveLength(1);
    destination.answer(200);
    await clock.advance(account, { seconds: 1 });
    const delivered = await notificationFor(account, setting);
    expect(delivered).toEqual({
      ...waiting,
      status: 'delivered',
      times_attempted: 2,
      retry_at: null,
      last_attempt_at: waiting.retry_at,
      delivered_at: waiting.retry_at,
    });
    await clock.advance(account, { days: 4 });
    expect(destination.deliveries).toHaveLength(2);
  });

  test('webhook-dedupe-event-id: retries send the same bytes with the same IDs, and change the signature alone', async (context) => {
    const { account, clock, destination, setting, settle } = await failingDestination(context);
    await createCustomer(account, { name: 'Zoë 💶' });
    await settle(account);
    await clock.advance(account, { minutes: 20 });
    const [first, ...retries] = destination.deliveries;
    if (!first) throw new Error('The event was not delivered.');
    const headersOf = ({ headers }: typeof first) => [...headers].filter(([name]) => name !== 'paddle-signature');
    expect(retries.length).toBeGreaterThan(2);
    for (const retry of retries) {
      expect(retry.body.equals(first.body)).toBe(true);
      expect(headersOf(retry)).toEqual(headersOf(first));
      expect(isSigned(retry.body, retry.headers.get('paddle-signature') ?? '', setting.endpoint_secret_key)).toBe(true);
    }
    const { id, payload } = await notificationFor(account, setting);
    expect(payloadOf(first)).toEqual(payload);
    expect(payload.notification_id).toBe(id);
  });
});
