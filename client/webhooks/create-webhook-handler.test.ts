import { describe, expect, test, vi } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { answerOf, receiver } from '../testing/webhook-receiver.ts';
import { customerEvent, deliveryOf, signedHeaders, webhookSecret } from '../testing/webhook-requests.ts';
import { createWebhookHandler } from './create-webhook-handler.ts';
import { signWebhook } from './signature/sign-webhook.ts';

describe('a delivery', () => {
  test('is processed, and answered with 200', async () => {
    const { deliver, processed } = receiver();
    expect(await deliver(customerEvent())).toBe('200 processed');
    expect(processed).toEqual(['sam+1@example.com']);
  });

  test('that comes again is answered with 200 and not processed again', async () => {
    const { deliver, processed } = receiver();
    await deliver(customerEvent());
    const replay = customerEvent(1, { notification_id: 'ntf_01kpadd0ck0000000000000099' });
    expect(await deliver(replay)).toBe('200 duplicate');
    expect(processed).toHaveLength(1);
  });

  test('without a listener is answered with 200, so that Paddle does not retry', async () => {
    const { deliver } = receiver();
    expect(await deliver(customerEvent(1, { event_type: 'payout.paid' }))).toBe('200 processed');
    expect(await deliver(customerEvent(2, { event_type: 'constructor' }))).toBe('200 processed');
  });

  test('without a listener goes to `otherwise`, whatever its type', async () => {
    const types: string[] = [];
    const { deliver, processed } = receiver({ otherwise: ({ event_type }) => types.push(event_type) });
    await deliver(customerEvent(1, { event_type: 'toString' }));
    await deliver(customerEvent(2, { event_type: 'customer.dreamt_of' }));
    await deliver(customerEvent(3));
    expect(types).toEqual(['toString', 'customer.dreamt_of']);
    expect(processed).toEqual(['sam+3@example.com']);
  });

  test('signed with any of several secrets is processed', async () => {
    const { deliver } = receiver({ secret: ['another-secret', webhookSecret] });
    expect(await deliver(customerEvent())).toBe('200 processed');
  });
});

describe('a request that is not a webhook of Paddle is refused and not processed:', () => {
  const body = JSON.stringify(customerEvent());
  const post = (headers: Record<string, string>, text = body) =>
    new Request('http://receiver.test/', { method: 'POST', headers, body: text });
  const signedAt = async (ms: number) => ({
    'Paddle-Signature': await signWebhook(body, webhookSecret, { now: () => ms }),
  });

  test.for([
    ['no signature', async () => post({}), '401 missing_header'],
    ['a malformed signature', async () => post({ 'Paddle-Signature': 'x' }), '401 malformed_header'],
    ['another body', async () => post(await signedHeaders(body), `${body} `), '401 mismatch'],
    ['an old signature', async () => post(await signedAt(Date.now() - 10_000)), '401 stale'],
    ['an early signature', async () => post(await signedAt(Date.now() + 100_000)), '401 from_the_future'],
    ['no event', async () => post(await signedHeaders('{}'), '{}'), '400 not_an_event'],
    ['no body', async () => new Request('http://receiver.test/', { method: 'POST' }), '401 missing_header'],
  ] as const)('%s', async ([, request, answer]) => {
    const { handler, processed, problems } = receiver();
    expect(await answerOf(await handler.fetch(await request()))).toBe(answer);
    expect(processed).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'refused', refusal: { reason: answer.slice(4) } }]);
  });

  test('a GET', async () => {
    const { handler } = receiver();
    const response = await handler.fetch(new Request('http://receiver.test/'));
    expect(response.headers.get('Allow')).toBe('POST');
    expect(await answerOf(response)).toBe('405 method_not_allowed');
  });

  test.for([
    ['at the limit', 0, '200 processed'],
    ['above the limit', 1, '413 too_large'],
  ] as const)('a body %s', async ([, over, answer]) => {
    const { handler } = receiver({ maxBodyBytes: body.length - over });
    expect(await answerOf(await handler.fetch(post(await signedHeaders(body))))).toBe(answer);
  });

  test('the hint goes to onError and not into the response', async () => {
    const { handler, problems } = receiver();
    const response = await handler.fetch(post(await signedHeaders(body), `${body}\n`));
    expect(await answerOf(response)).toBe('401 mismatch');
    expect(problems).toMatchObject([{ refusal: { hint: expect.stringContaining('matches the same JSON') } }]);
  });
});

test('a Request that was read before is answered with 500, and onError gets advice', async () => {
  const { handler, problems } = receiver();
  const request = await deliveryOf(customerEvent());
  await request.json();
  expect(await answerOf(await handler.fetch(request))).toBe('500 misconfigured');
  expect(problems).toMatchObject([{ kind: 'misused', error: expect.any(UsageError) }]);
});

describe('createWebhookHandler', () => {
  test.for([{ secret: '' }, { answerWithinMs: 0 }, { maxBodyBytes: Number.NaN }])('refuses %j at once', (options) => {
    expect(() => receiver(options)).toThrow(UsageError);
  });

  test('survives an onError that throws', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const broken = () => {
      throw new Error('no log');
    };
    const { handler } = receiver({ onError: broken });
    expect((await handler.fetch(new Request('http://receiver.test/', { method: 'POST' }))).status).toBe(401);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  test('reports to the console without onError', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue();
    const handler = createWebhookHandler({ secret: webhookSecret, on: {}, otherwise: () => Promise.reject('no') });
    await handler.fetch(new Request('http://receiver.test/', { method: 'POST' }));
    const read = await deliveryOf(customerEvent());
    await read.text();
    await handler.fetch(read);
    await handler.fetch(await deliveryOf(customerEvent()));
    expect(log.mock.calls.map(([text]) => text)).toEqual([
      expect.stringMatching(/^Webhook refused \(missing_header\)/),
      expect.stringMatching(/^Could not read the webhook/),
      `customer.updated ${customerEvent().event_id} failed:`,
    ]);
    log.mockRestore();
  });
});
