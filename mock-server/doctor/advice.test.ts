import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { casesToAccept } from './accepted-cases.ts';
import { doctorEvents } from './events.ts';
import { casesToRefuse } from './refused-cases.ts';

const now = 1_790_000_000;
const events = doctorEvents(1);
const cases = [...casesToAccept('word', events), ...casesToRefuse('word', events)];

/** Computes a signature as Paddle documents it, independently of Paddock's code. */
const h1 = (body: string, secret = 'word', ts = now) =>
  `h1=${createHmac('sha256', secret).update(`${ts}:${body}`).digest('hex')}`;
const signedAt = (ts: number) => (body: string) => `ts=${ts};${h1(body, 'word', ts)}`;
const genuine = signedAt(now);
const rotated = (before: string, after: string) => (body: string) => `ts=${now};${h1(body, before)};${h1(body, after)}`;
const compact = (body: string) => JSON.stringify(JSON.parse(body));

type Told = [id: string, severity: string, title: string, hint: string, header: (body: string) => string | null];

const accepted: Told[] = [
  [
    'valid',
    'error',
    'a valid delivery',
    'Compare h1 with the hex HMAC-SHA256 of `ts:body`. Check the raw body, the whole secret and the clock.',
    genuine,
  ],
  [
    'letters-beyond-ascii',
    'error',
    'valid, with letters beyond ASCII written as \\u00eb',
    'Verify the raw body. JSON that was parsed and serialized again looks the same but has different bytes.',
    genuine,
  ],
  [
    'unescaped-signs',
    'error',
    'valid, with /, & and < as they are',
    'Verify the raw body. PHP writes \\/ and Go \\u0026 where Paddle writes / and &.',
    genuine,
  ],
  [
    'two-h1-right-last',
    'warning',
    'two h1, as during a secret rotation: the valid one last',
    "Try each h1. Paddle's Go SDK refuses a header with two, so its receivers lose events during a rotation.",
    rotated('former-word', 'word'),
  ],
  [
    'two-h1-right-first',
    'warning',
    'two h1, as during a secret rotation: the valid one first',
    "Try each h1. Paddle's Node SDK compares only the last, and its Go SDK refuses two.",
    rotated('word', 'former-word'),
  ],
  [
    'duplicate-event',
    'error',
    'the same event twice',
    'Answer 200 to an event that you have already processed: Paddle delivers at least once and retries failures.',
    genuine,
  ],
  [
    'out-of-order',
    'error',
    'a cancellation, then the activation before it',
    'Answer 200 to an event older than the state you have, and drop it by occurred_at. Order is not guaranteed.',
    genuine,
  ],
  [
    'unknown-event-type',
    'error',
    'valid, with an unknown event type',
    'Answer 200 to event types that you do not handle: Paddle adds types and retries failures.',
    genuine,
  ],
  [
    'large-body',
    'warning',
    'valid, 1 MB long',
    'Raise the body limit, for example express.raw({ limit: "2mb" }): a transaction with many items is large.',
    genuine,
  ],
];

const compare = 'Compare the whole h1, in constant time, with the HMAC of `ts:body` that you compute.';
const refused: Told[] = [
  [
    'stale-minute',
    'error',
    'signed a minute ago',
    "Refuse a ts older than five seconds, or deliveries can be replayed. Paddle's Go SDK does so only when configured to.",
    signedAt(now - 60),
  ],
  [
    'stale-six-seconds',
    'warning',
    'signed six seconds ago',
    "Paddle's SDKs refuse after five seconds. A longer tolerance leaves more time for replays.",
    signedAt(now - 6),
  ],
  [
    'future',
    'warning',
    'signed an hour ahead',
    "Paddle's SDKs accept it too. Only the holder of the secret can make one, but it can be replayed until then.",
    signedAt(now + 3600),
  ],
  ['wrong-secret', 'error', 'signed with another secret', compare, (body) => `ts=${now};${h1(body, 'not-word')}`],
  [
    'empty-secret',
    'error',
    'signed with an empty secret',
    'Fail at startup when the secret is not set. A default of "" lets anyone sign.',
    (body) => `ts=${now};${h1(body, '')}`,
  ],
  [
    'tampered-body',
    'error',
    'one byte of the body changed after signing',
    'Compute the HMAC over the same body that you process.',
    (body) => genuine(body.replace('@a', '@e')),
  ],
  [
    're-serialised-body',
    'error',
    'signed without white space, sent with line breaks',
    'Verify the raw body before parsing, not JSON.stringify of the parsed body.',
    (body) => genuine(compact(body)),
  ],
  [
    'moved-timestamp',
    'error',
    'signed a minute ago, with a new ts',
    'The signature covers ts: compute the HMAC over `ts:body`, with the ts from the header.',
    (body) => `ts=${now};${h1(body, 'word', now - 60)}`,
  ],
  ['missing-header', 'error', 'no Paddle-Signature', 'Refuse unsigned deliveries, in every environment.', () => null],
  [
    'malformed-header',
    'error',
    'a malformed Paddle-Signature',
    'Refuse a header without ts and h1; never skip the check when it cannot be parsed.',
    () => 'not a signature',
  ],
  ['empty-signature', 'error', 'an h1 without a value', compare, () => `ts=${now};h1=`],
];

const table = [
  ...accepted.map((told) => ['accept', ...told] as const),
  ...refused.map((told) => ['refuse', ...told] as const),
];

describe('the doctor', () => {
  test.each(table)('expects that endpoints %s the case %s', (expected, id, severity, title, hint, header) => {
    const { attempts, ...told } = cases.find((one) => one.id === id) ?? { attempts: [] };
    expect(told).toEqual({ id, expected, severity, title, hint });
    expect(attempts.length).toBeGreaterThan(0);
    for (const attempt of attempts) {
      const { body, signature } = attempt(now);
      expect(signature).toBe(header(body));
    }
  });

  test('has these cases, in this order', () => {
    expect(cases.map(({ id }) => id)).toEqual(table.map(([, id]) => id));
  });
});
