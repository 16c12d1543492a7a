import { payloadOf } from '../checks/delivery.ts';
import { expect } from '../law/expect.ts';
import { createCustomer, unknownId } from '../nouns/arrange.ts';
import { createDestination } from '../nouns/notification-settings/arrange.ts';
import { laws } from '../suite/laws.ts';
import { refusalIn } from '../targets/account.ts';
import type { Reply } from '../targets/receiver.ts';
import { failingDestination, logsOf, notificationFor, notificationsFor, stoppedClock, webhooks } from './arrange.ts';

const cannotReplay = (id: string) => ({
  status: 400,
  code: 'notification_cannot_replay',
  detail: `Notification ${id} cannot be replayed because it's not \`delivered\` or \`failed\`.`,
});

export default laws(({ target, test }) => {
  test('notifications: one is not attempted, needs a retry and is delivered, and can be replayed only at the end', async (context) => {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const destination = receiver.newDestination();
    const reply = Promise.withResolvers<Reply>();
    destination.answer(() => reply.promise);
    const setting = await createDestination(account, { destination: destination.url });
    // The destination has not responded yet: the API does not wait for destinations.
    const customer = await createCustomer(account);
    await destination.arrived(1);
    const begun = await notificationFor(account, setting);
    const { id } = begun;
    const path = { notification_id: id };
    expect(begun).toMatchObject({
      ...{ type: 'customer.created', status: 'not_attempted', origin: 'event', times_attempted: 0 },
      ...{ delivered_at: null, replayed_at: null, last_attempt_at: null, retry_at: null },
      payload: { event_type: 'customer.created', notification_id: id, occurred_at: begun.occurred_at, data: customer },
    });
    expect(await account.refusal('replayNotification', { path })).toMatchObject(cannotReplay(id));

    reply.resolve(503);
    await settle(account);
    const waiting = await notificationFor(account, setting);
    const last_attempt_at = expect.any(String);
    const retry_at = expect.any(String);
    expect(waiting).toEqual({ ...begun, status: 'needs_retry', times_attempted: 1, last_attempt_at, retry_at });
    expect(await account.refusal('replayNotification', { path })).toMatchObject(cannotReplay(id));

    destination.answer(200);
    await clock.advance(account, { minutes: 2 });
    const delivered = (await account.call('getNotification', { path })).data;
    expect(delivered).toMatchObject({
      status: 'delivered',
      times_attempted: 2,
      retry_at: null,
      delivered_at: waiting.retry_at,
    });
    await account.call('replayNotification', { path });
  });

  test('notifications: what does not exist is not found', async () => {
    const account = target.newAccount();
    const path = { notification_id: unknownId('ntf') };
    for (const operation of ['getNotification', 'listNotificationLogs', 'replayNotification'] as const)
      expect(await account.refusal(operation, { path })).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('webhook-dedupe-event-id: a replay is answered with 202, and sends the same event in a new notification', async (context) => {
    const { receiver, settle } = webhooks(context);
    const account = target.newAccount();
    const clock = await stoppedClock(account, context);
    const destination = receiver.newDestination();
    const setting = await createDestination(account, { destination: destination.url });
    const customer = await createCustomer(account);
    await settle(account);
    const original = await notificationFor(account, setting);
    await account.call('updateCustomer', { path: { customer_id: customer.id }, body: { name: 'Changed' } });
    await settle(account);
    await clock.advance(account, { hours: 1 });

    const answer = await account.request('POST', `/notifications/${original.id}/replay`);
    expect(answer).toMatchObject({ status: 202, body: { data: { notification_id: expect.stringMatching(/^ntf_/) } } });
    // @evidence observed: a replay arrives about a minute later
    await settle(account);
    await clock.advance(account, { minutes: 5 });
    const [first, , replay, ...more] = await notificationsFor(account, setting);
    if (!replay || more.length > 0) throw new Error('There is not one more notification.');
    expect(answer.body).toMatchObject({ data: { notification_id: replay.id } });
    const payload = { ...original.payload, notification_id: replay.id };
    expect(replay).toMatchObject({
      origin: 'replay',
      status: 'delivered',
      times_attempted: 1,
      replayed_at: null,
      payload,
    });
    expect(replay).toMatchObject({
      type: original.type,
      occurred_at: original.occurred_at,
      notification_setting_id: setting.id,
    });
    expect(first).toEqual({ ...original, replayed_at: expect.any(String) });
    expect(await logsOf(account, replay)).toHaveLength(1);
    expect(destination.deliveries.map(payloadOf).at(-1)).toEqual(payload);
    expect(destination.deliveries).toHaveLength(3);

    const again = await account.refusal('replayNotification', { path: { notification_id: replay.id } });
    expect(again).toMatchObject({ status: 400, code: 'notification_replay_invalid_origin_type' });
  });

  test('webhook-retry-backoff: what has failed can be replayed', async (context) => {
    const { account, clock, destination, setting, settle } = await failingDestination(context);
    await createCustomer(account);
    await settle(account);
    await clock.advance(account, { days: 4 });
    destination.answer(200);
    const failed = await notificationFor(account, setting);
    expect(failed.status).toBe('failed');
    await account.call('replayNotification', { path: { notification_id: failed.id } });
    await settle(account);
    await clock.advance(account, { minutes: 5 });
    const [original, replay] = await notificationsFor(account, setting);
    expect(original).toMatchObject({ status: 'failed', times_attempted: failed.times_attempted });
    expect(replay).toMatchObject({ status: 'delivered', payload: { event_id: failed.payload.event_id } });
  });

  test('errors: a replay takes no body, and an empty object is none', async () => {
    const account = target.newAccount();
    const path = `/notifications/${unknownId('ntf')}/replay`;
    for (const rawBody of ['{"now":true}', '[]', 'null', '{']) {
      const refusal = refusalIn(await account.request('POST', path, { rawBody }));
      expect(refusal, rawBody).toMatchObject({
        status: 400,
        code: 'unexpected_request_body',
        detail: 'Unexpected body included in the request.',
      });
    }
    for (const rawBody of ['{}', ' { } ']) {
      expect(refusalIn(await account.request('POST', path, { rawBody })).code, rawBody).toBe('not_found');
    }
  });
});
