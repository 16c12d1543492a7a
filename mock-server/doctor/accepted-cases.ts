import { signatureHeader } from '../notifications/signature.ts';
import type { Attempt, DoctorCase } from './doctor-case.ts';
import { bodyOf, type DoctorEvents, type WebhookEvent } from './events.ts';

const largeBodyBytes = 1_000_000;

/** Makes the deliveries that an endpoint must answer with 200. */
export function casesToAccept(secret: string, events: DoctorEvents): DoctorCase[] {
  const valid = (event: WebhookEvent) => signed(bodyOf(event), [secret]);
  const former = `former-${secret}`;
  const repeated = valid(events.customerUpdated());
  const { activated, canceled } = events.subscriptionLife();
  const base = { expected: 'accept', severity: 'error' } as const;
  return [
    {
      ...base,
      id: 'valid',
      title: 'a valid delivery',
      hint: 'Compare h1 with the hex HMAC-SHA256 of `ts:body`. Check the raw body, the whole secret and the clock.',
      attempts: [valid(events.customerUpdated())],
    },
    {
      ...base,
      id: 'letters-beyond-ascii',
      title: 'valid, with letters beyond ASCII written as \\u00eb',
      hint: 'Verify the raw body. JSON that was parsed and serialized again looks the same but has different bytes.',
      attempts: [valid(events.customerNamed('Zoë Łukasz 株式会社 🐎'))],
    },
    {
      ...base,
      id: 'unescaped-signs',
      title: 'valid, with /, & and < as they are',
      hint: 'Verify the raw body. PHP writes \\/ and Go \\u0026 where Paddle writes / and &.',
      attempts: [valid(events.customerNamed('Miller & Sons <London/Paris>'))],
    },
    {
      ...base,
      id: 'two-h1-right-last',
      title: 'two h1, as during a secret rotation: the valid one last',
      severity: 'warning',
      hint: "Try each h1. Paddle's Go SDK refuses a header with two, so its receivers lose events during a rotation.",
      attempts: [signed(bodyOf(events.customerUpdated()), [former, secret])],
    },
    {
      ...base,
      id: 'two-h1-right-first',
      title: 'two h1, as during a secret rotation: the valid one first',
      severity: 'warning',
      hint: "Try each h1. Paddle's Node SDK compares only the last, and its Go SDK refuses two.",
      attempts: [signed(bodyOf(events.customerUpdated()), [secret, former])],
    },
    {
      ...base,
      id: 'duplicate-event',
      title: 'the same event twice',
      hint: 'Answer 200 to an event that you have already processed: Paddle delivers at least once and retries failures.',
      attempts: [repeated, repeated],
    },
    {
      ...base,
      id: 'out-of-order',
      title: 'a cancellation, then the activation before it',
      hint: 'Answer 200 to an event older than the state you have, and drop it by occurred_at. Order is not guaranteed.',
      attempts: [valid(canceled), valid(activated)],
    },
    {
      ...base,
      id: 'unknown-event-type',
      title: 'valid, with an unknown event type',
      hint: 'Answer 200 to event types that you do not handle: Paddle adds types and retries failures.',
      attempts: [valid(events.unknownType())],
    },
    {
      ...base,
      id: 'large-body',
      title: 'valid, 1 MB long',
      severity: 'warning',
      // @evidence official: Paddle's Go SDK reads 2 MB; assumed: bodies may be that large
      hint: 'Raise the body limit, for example express.raw({ limit: "2mb" }): a transaction with many items is large.',
      attempts: [valid(events.ofSize(largeBodyBytes))],
    },
  ];
}

function signed(body: string, secrets: readonly string[]): Attempt {
  return (unixSeconds) => ({ body, signature: signatureHeader(body, secrets, unixSeconds) });
}
