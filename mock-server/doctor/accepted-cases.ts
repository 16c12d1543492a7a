import { signatureHeader } from '../notifications/signature.ts';
import type { Attempt, DoctorCase } from './doctor-case.ts';
import { bodyOf, type DoctorEvents, type WebhookEvent } from './events.ts';

const largeBodyBytes = 1_000_000;

/** The deliveries that an endpoint must answer with 200. */
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
      hint: 'Compare h1 with the HMAC-SHA256 of `ts:body` in hex: the raw body, the secret whole, the clock right.',
      attempts: [valid(events.customerUpdated())],
    },
    {
      ...base,
      id: 'letters-beyond-ascii',
      title: 'valid, with letters beyond ASCII written as \\u00eb',
      hint: 'Verify the raw body. JSON that was parsed and printed again reads the same and has other bytes.',
      attempts: [valid(events.customerNamed('Zoë Łukasz 株式会社 🐎'))],
    },
    {
      ...base,
      id: 'unescaped-signs',
      title: 'valid, with /, & and < as they are',
      hint: 'Verify the raw body. PHP prints \\/ and Go \\u0026 where Paddle prints / and &.',
      attempts: [valid(events.customerNamed('Miller & Sons <London/Paris>'))],
    },
    {
      ...base,
      id: 'two-h1-right-last',
      title: 'two h1, as in a rotation: the right one last',
      severity: 'warning',
      hint: "Try each h1. Paddle's Go SDK refuses a header with two, so such a receiver loses events in a rotation.",
      attempts: [signed(bodyOf(events.customerUpdated()), [former, secret])],
    },
    {
      ...base,
      id: 'two-h1-right-first',
      title: 'two h1, as in a rotation: the right one first',
      severity: 'warning',
      hint: "Try each h1. Paddle's Node SDK compares the last only, and its Go SDK refuses two.",
      attempts: [signed(bodyOf(events.customerUpdated()), [secret, former])],
    },
    {
      ...base,
      id: 'duplicate-event',
      title: 'the same event twice',
      hint: 'Answer 200 to an event that you have had: Paddle delivers at least once, and repeats what is refused.',
      attempts: [repeated, repeated],
    },
    {
      ...base,
      id: 'out-of-order',
      title: 'a cancellation, then the activation before it',
      hint: 'Answer 200 to an event that is older than what you know, and drop it by occurred_at. Order is not promised.',
      attempts: [valid(canceled), valid(activated)],
    },
    {
      ...base,
      id: 'unknown-event-type',
      title: 'valid, of an event type that does not exist yet',
      hint: 'Answer 200 to types that you do not handle: Paddle adds types, and repeats what is refused.',
      attempts: [valid(events.unknownType())],
    },
    {
      ...base,
      id: 'large-body',
      title: 'valid, 1 MB long',
      severity: 'warning',
      // @evidence assumed: how long Paddle's bodies get is not published; its Go SDK reads 2 MB.
      hint: 'Raise the limit of the body, such as express.raw({ limit: "2mb" }): many items make a long transaction.',
      attempts: [valid(events.ofSize(largeBodyBytes))],
    },
  ];
}

function signed(body: string, secrets: readonly string[]): Attempt {
  return (unixSeconds) => ({ body, signature: signatureHeader(body, secrets, unixSeconds) });
}
