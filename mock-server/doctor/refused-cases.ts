import { signatureHeader } from '../notifications/signature.ts';
import type { Attempt, DoctorCase, SignedRequest } from './doctor-case.ts';
import { bodyOf, type DoctorEvents } from './events.ts';

const minute = 60;
const hour = 60 * minute;

/** The deliveries that an endpoint must refuse. */
export function casesToRefuse(secret: string, events: DoctorEvents): DoctorCase[] {
  const sign = (body: string, unixSeconds: number) => signatureHeader(body, [secret], unixSeconds);
  const forged = (forge: (body: string, now: number) => SignedRequest): [Attempt] => {
    const body = bodyOf(events.customerUpdated());
    return [(now) => forge(body, now)];
  };
  const base = { expected: 'refuse', severity: 'error' } as const;
  const compare = 'Compare h1, whole and in constant time, with the HMAC of `ts:body` that you compute yourself.';
  return [
    {
      ...base,
      id: 'stale-minute',
      title: 'signed a minute ago',
      hint: "Refuse a ts older than five seconds, or deliveries can be replayed. Paddle's Go SDK does so only if told.",
      attempts: forged((body, now) => ({ body, signature: sign(body, now - minute) })),
    },
    {
      ...base,
      id: 'stale-six-seconds',
      title: 'signed six seconds ago',
      severity: 'warning',
      hint: "Paddle's SDKs refuse after five seconds. More is your choice, and leaves more time for replays.",
      attempts: forged((body, now) => ({ body, signature: sign(body, now - 6) })),
    },
    {
      ...base,
      id: 'future',
      title: 'signed an hour ahead',
      severity: 'warning',
      hint: "Paddle's SDKs accept it too. It takes the secret to make one, but it can be replayed until its time comes.",
      attempts: forged((body, now) => ({ body, signature: sign(body, now + hour) })),
    },
    {
      ...base,
      id: 'wrong-secret',
      title: 'signed with another secret',
      hint: compare,
      attempts: forged((body, now) => ({ body, signature: signatureHeader(body, [`not-${secret}`], now) })),
    },
    {
      ...base,
      id: 'empty-secret',
      title: 'signed with an empty secret',
      hint: 'Fail at start when the secret is not set. A default of "" lets anybody sign.',
      attempts: forged((body, now) => ({ body, signature: signatureHeader(body, [''], now) })),
    },
    {
      ...base,
      id: 'tampered-body',
      title: 'one byte of the body changed after signing',
      hint: 'Compute the HMAC over the body that you go on to use.',
      attempts: forged((body, now) => ({ body: body.replace('@e', '@a'), signature: sign(body, now) })),
    },
    {
      ...base,
      id: 're-serialised-body',
      title: 'signed compact, sent with line breaks',
      hint: 'Verify the raw body before any parser touches it, not JSON.stringify of what was parsed.',
      attempts: forged((body, now) => ({
        body: JSON.stringify(JSON.parse(body), null, 2),
        signature: sign(JSON.stringify(JSON.parse(body)), now),
      })),
    },
    {
      ...base,
      id: 'moved-timestamp',
      title: 'signed a minute ago, with a new ts',
      hint: 'The ts is part of what is signed: compute the HMAC over `ts:body`, with the ts of the header.',
      attempts: forged((body, now) => ({
        body,
        signature: sign(body, now - minute).replace(/^ts=\d+/, `ts=${now}`),
      })),
    },
    {
      ...base,
      id: 'missing-header',
      title: 'no Paddle-Signature',
      hint: 'Refuse what is not signed, in every environment.',
      attempts: forged((body) => ({ body, signature: null })),
    },
    {
      ...base,
      id: 'malformed-header',
      title: 'a Paddle-Signature that is none',
      hint: 'Refuse a header without ts and h1; do not skip the check when it cannot be read.',
      attempts: forged((body) => ({ body, signature: 'not a signature' })),
    },
    {
      ...base,
      id: 'empty-signature',
      title: 'an h1 without a value',
      hint: compare,
      attempts: forged((body, now) => ({ body, signature: `ts=${now};h1=` })),
    },
  ];
}
