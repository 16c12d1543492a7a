import { signWebhook } from '../webhooks/signature/sign-webhook.ts';

export const webhookSecret = 'pdl_ntfset_01kpadd0ck0000000000000001_SecretOfOneDestination0000000000';
export const otherSecret = 'pdl_ntfset_01kpadd0ck0000000000000002_SecretOfAnotherDestination000000';

/** Returns a customer's event, whose ID and time follow from `number`. */
export function customerEvent(number = 1, fields: Readonly<Record<string, unknown>> = {}) {
  return {
    event_id: `evt_01kpadd0ck${String(number).padStart(16, '0')}`,
    event_type: 'customer.updated',
    occurred_at: new Date(Date.UTC(2026, 6, 1) + number).toISOString(),
    notification_id: `ntf_01kpadd0ck${String(number).padStart(16, '0')}`,
    data: { id: 'ctm_01kpadd0ck0000000000000001', email: `sam+${number}@example.com` },
    ...fields,
  };
}

/** Returns the signed request that delivers an event. `now` is in milliseconds since 1970. */
export async function deliveryOf(event: object, now: () => number = Date.now): Promise<Request> {
  const body = JSON.stringify(event);
  return new Request('http://receiver.test/', { method: 'POST', headers: await signedHeaders(body, now), body });
}

export async function signedHeaders(body: string, now: () => number = Date.now): Promise<Record<string, string>> {
  return { 'Content-Type': 'application/json', 'Paddle-Signature': await signWebhook(body, webhookSecret, { now }) };
}
