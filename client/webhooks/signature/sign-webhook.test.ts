import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { otherSecret, webhookSecret } from '../../testing/webhook-requests.ts';
import { signWebhook } from './sign-webhook.ts';

test('signWebhook signs the time in whole seconds and the body, once for each secret', async () => {
  const h1 = (secret: string) => createHmac('sha256', secret).update('1782864000:{"name":"Zoë"}').digest('hex');
  const now = () => 1_782_864_000_999;
  const header = await signWebhook('{"name":"Zoë"}', [webhookSecret, otherSecret], { now });
  expect(header).toBe(`ts=1782864000;h1=${h1(webhookSecret)};h1=${h1(otherSecret)}`);
  expect(await signWebhook(Buffer.from('{"name":"Zoë"}'), webhookSecret, { now })).toBe(
    `ts=1782864000;h1=${h1(webhookSecret)}`,
  );
});

test('signWebhook refuses an object, since it would be sent as other bytes', async () => {
  const signing: Promise<string> = Reflect.apply(signWebhook, undefined, [{ event_id: 'evt_1' }, webhookSecret]);
  await expect(signing).rejects.toThrow(UsageError);
  await expect(signing).rejects.toThrow(/^Could not sign the webhook: the body is already parsed/);
});
