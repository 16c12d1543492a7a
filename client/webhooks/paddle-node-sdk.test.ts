import { Paddle } from '@paddle/paddle-node-sdk';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { buildSubscription } from '#fixtures/index.ts';
import { customerEvent, otherSecret, webhookSecret } from '../testing/webhook-requests.ts';
import { signWebhook } from './signature/sign-webhook.ts';
import { verifyWebhook } from './signature/verify-webhook.ts';

const { webhooks } = new Paddle('pdl_sdbx_apikey_01kpadd0ck0000000000000001_SecretSandboxKey000000_abc');
const data = buildSubscription({ seed: 1, profile: 'official' });
const body = JSON.stringify(customerEvent(1, { event_type: 'subscription.updated', data }));

afterEach(() => {
  vi.useRealTimers();
});

describe("Paddle's Node SDK", () => {
  test('accepts what signWebhook signs', async () => {
    const event = await webhooks.unmarshal(body, webhookSecret, await signWebhook(body, webhookSecret));
    expect(event).toMatchObject({ eventType: 'subscription.updated', data: { id: data.id, status: data.status } });
  });

  test('accepts two signatures if the last one is of its secret, which is its limit and not ours', async () => {
    const header = await signWebhook(body, [otherSecret, webhookSecret]);
    expect(await webhooks.isSignatureValid(body, webhookSecret, header)).toBe(true);
    expect(await webhooks.isSignatureValid(body, otherSecret, header)).toBe(false);
    expect(await verifyWebhook(body, header, otherSecret)).toMatchObject({ ok: true });
  });

  test.for([
    ['the right body and secret', body, webhookSecret],
    ['another body', body.replace('evt_', 'evx_'), webhookSecret],
    ['another secret', body, otherSecret],
  ] as const)('and verifyWebhook agree on %s', async ([, received, secret]) => {
    const header = await signWebhook(body, webhookSecret);
    const accepted = await webhooks.isSignatureValid(received, secret, header);
    expect((await verifyWebhook(received, header, secret)).ok).toBe(accepted);
  });

  test.for([-59_000, 0, 4_999, 5_000, 5_001, 60_000])(
    'and verifyWebhook agree on the time, %d ms later',
    async (ms) => {
      vi.useFakeTimers({ toFake: ['Date'], now: 1_782_864_000_000 });
      const header = await signWebhook(body, webhookSecret);
      vi.setSystemTime(1_782_864_000_000 + ms);
      const accepted = await webhooks.isSignatureValid(body, webhookSecret, header);
      expect((await verifyWebhook(body, header, webhookSecret)).ok).toBe(accepted);
      expect(accepted).toBe(ms <= 5_000);
    },
  );
});
