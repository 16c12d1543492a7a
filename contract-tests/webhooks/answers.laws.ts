import { expect } from '../law/expect.ts';
import { createCustomer } from '../nouns/arrange.ts';
import { createDestination } from '../nouns/notification-settings/arrange.ts';
import { laws, type TestContext } from '../suite/laws.ts';
import type { Destination, Reply } from '../targets/receiver.ts';
import { deadUrl, directly, logsOf, notificationFor, webhooks } from './arrange.ts';

const text = { 'content-type': 'text/plain' };
const noAnswer = { response_code: 0, response_content_type: null };

/** Responses of a destination, with their logs. @evidence official: only a 200 within five seconds is a success */
const failures: readonly { answer: string; reply: Reply; logged: object }[] = [
  {
    answer: 'a 201',
    reply: { status: 201, headers: text, body: 'Created' },
    logged: { response_code: 201, response_content_type: 'text/plain', response_body: 'Created' },
  },
  { answer: 'a 204', reply: 204, logged: { response_code: 204, response_content_type: null, response_body: '' } },
  {
    answer: 'a 400',
    reply: { status: 400, headers: { 'content-type': 'application/json' }, body: '{"error":"signature"}' },
    logged: { response_code: 400, response_content_type: 'application/json', response_body: '{"error":"signature"}' },
  },
  {
    answer: 'a 500 with a long page',
    reply: { status: 500, headers: text, body: `Sorry! ${'x'.repeat(100_000)}` },
    logged: { response_code: 500, response_body: expect.stringMatching(/^Sorry! x{10,20000}$/) },
  },
  { answer: 'a connection that is cut', reply: 'reset', logged: noAnswer },
  // @evidence assumed
  {
    answer: 'a 200 with two megabytes',
    reply: { status: 200, body: 'x'.repeat(2_000_000) },
    logged: { response_code: 200 },
  },
];

export default laws(({ target, test }) => {
  /** Sends one event to a URL, and reads its notification and logs. */
  async function deliverTo(url: string, context: TestContext) {
    const { settle } = webhooks(context);
    const account = target.newAccount();
    const setting = await createDestination(account, { destination: url });
    await createCustomer(account);
    await settle(account);
    const notification = await notificationFor(account, setting);
    return { notification, logs: await logsOf(account, notification) };
  }

  const newDestination = (context: TestContext, reply: Reply): Destination => {
    const destination = webhooks(context).receiver.newDestination();
    destination.answer(reply);
    return destination;
  };

  test('webhook-return-200: a 200 ends the delivery, and is logged', async (context) => {
    const { url } = newDestination(context, { status: 200, headers: text, body: 'OK' });
    const { notification, logs } = await deliverTo(url, context);
    expect(notification).toMatchObject({ status: 'delivered', times_attempted: 1, retry_at: null });
    expect(notification.delivered_at).toBe(notification.last_attempt_at);
    expect(logs).toEqual([
      {
        id: expect.stringMatching(/^ntflog_[a-z\d]{26}$/),
        response_code: 200,
        response_content_type: 'text/plain',
        response_body: 'OK',
        attempted_at: notification.last_attempt_at,
      },
    ]);
  });

  for (const { answer, reply, logged } of failures) {
    test(`webhook-return-200: ${answer} is a failed attempt, and is logged`, async (context) => {
      if (reply === 'reset') directly(context);
      const { url } = newDestination(context, reply);
      const { notification, logs } = await deliverTo(url, context);
      expect(notification).toMatchObject({ status: 'needs_retry', times_attempted: 1, delivered_at: null });
      expect(logs).toEqual([expect.objectContaining(logged)]);
    });
  }

  test('webhook-return-200: a refused connection is a failed attempt, and is logged', async (context) => {
    const { notification, logs } = await deliverTo(await deadUrl(context), context);
    expect(notification).toMatchObject({ status: 'needs_retry', times_attempted: 1, delivered_at: null });
    expect(logs).toEqual([expect.objectContaining({ ...noAnswer, response_body: expect.stringMatching(/./) })]);
  });

  test('webhook-return-200: a redirect is a failed attempt, and is not followed', async (context) => {
    const elsewhere = newDestination(context, 200);
    const { url } = newDestination(context, { status: 301, headers: { location: elsewhere.url } });
    const { notification, logs } = await deliverTo(url, context);
    expect(notification).toMatchObject({ status: 'needs_retry', delivered_at: null });
    expect(logs).toEqual([expect.objectContaining({ response_code: 301 })]);
    expect(elsewhere.deliveries).toEqual([]);
  });

  test('webhook-return-200: an answer that never comes, or never ends, fails after five seconds, and the rest goes on', async (context) => {
    const { settle } = webhooks(context);
    const account = target.newAccount();
    const [never, endless, good] = [
      newDestination(context, 'hang'),
      newDestination(context, 'drip'),
      newDestination(context, 200),
    ];
    const slow = [
      await createDestination(account, { destination: never.url }),
      await createDestination(account, { destination: endless.url }),
    ];
    const quick = await createDestination(account, { destination: good.url });
    const begun = performance.now();
    await createCustomer(account);
    await good.arrived(1);
    await settle(account);
    const seconds = (performance.now() - begun) / 1000;
    expect(seconds).toBeGreaterThan(4.5);
    expect(seconds).toBeLessThan(8);
    expect(await notificationFor(account, quick)).toMatchObject({ status: 'delivered' });
    for (const setting of slow) {
      const notification = await notificationFor(account, setting);
      expect(notification).toMatchObject({ status: 'needs_retry', times_attempted: 1, delivered_at: null });
      expect(await logsOf(account, notification)).toEqual([expect.objectContaining({ response_code: 0 })]);
    }
  });
});
