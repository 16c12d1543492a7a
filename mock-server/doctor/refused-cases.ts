import { signatureHeader } from '../notifications/signature.ts';
import type { Attempt, DoctorCase, SignedRequest } from './doctor-case.ts';
import { bodyOf, type DoctorEvents } from './events.ts';

const minute = 60;
const hour = 60 * minute;

/** Makes the deliveries that an endpoint must refuse. */
export function casesToRefuse(secret: string, events: DoctorEvents): DoctorCase[] {
  const sign = (body: string, unixSeconds: number) => signatureHeader(body, [secret], unixSeconds);
  const forged = (forge: (body: string, now: number) => SignedRequest): [Attempt] => {
    const body = bodyOf(events.customerUpdated());
    return [(now) => forge(body, now)];
  };
  const base = { expected: 'refuse', severity: 'error' } as const;
  const compare = 'Compare the whole h1, in constant time, with the HMAC of `ts:body` that you compute.';
  return [
    {
      ...base,
      id: 'stale-minute',
      title: 'signed a minute ago',
      hint: "Refuse a ts older than five seconds, or deliveries can be replayed. Paddle's Go SDK does so only when configured to.",
      attempts: forged((body, now) => ({ body, signature: sign(body, now - minute) })),
    },
    {
      ...base,
      id: 'stale-six-seconds',
      title: 'signed six seconds ago',
      severity: 'warning',
      hint: "Paddle's SDKs refuse after five seconds. A longer tolerance leaves more time for replays.",
      attempts: forged((body, now) => ({ body, signature: sign(body, now - 6) })),
    },
    {
      ...base,
      id: 'future',
      title: 'signed an hour ahead',
      severity: 'warning',
      hint: "Paddle's SDKs accept it too. Only the holder of the secret can make one, but it can be replayed until then.",
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
      hint: 'Fail at startup when the secret is not set. A default of "" lets anyone sign.',
      attempts: forged((body, now) => ({ body, signature: signatureHeader(body, [''], now) })),
    },
    {
      ...base,
      id: 'tampered-body',
      title: 'one byte of the body changed after signing',
      hint: 'Compute the HMAC over the same body that you process.',
      attempts: forged((body, now) => ({ body: body.replace('@e', '@a'), signature: sign(body, now) })),
    },
    {
      ...base,
      id: 're-serialised-body',
      title: 'signed without white space, sent with line breaks',
      hint: 'Verify the raw body before parsing, not JSON.stringify of the parsed body.',
      attempts: forged((body, now) => ({
        body: JSON.stringify(JSON.parse(body), null, 2),
        signature: sign(JSON.stringify(JSON.parse(body)), now),
      })),
    },
    {
      ...base,
      id: 'moved-timestamp',
      title: 'signed a minute ago, with a new ts',
      hint: 'The signature covers ts: compute the HMAC over `ts:body`, with the ts from the header.',
      attempts: forged((body, now) => ({
        body,
        signature: sign(body, now - minute).replace(/^ts=\d+/, `ts=${now}`),
      })),
    },
    {
      ...base,
      id: 'missing-header',
      title: 'no Paddle-Signature',
      hint: 'Refuse unsigned deliveries, in every environment.',
      attempts: forged((body) => ({ body, signature: null })),
    },
    {
      ...base,
      id: 'malformed-header',
      title: 'a malformed Paddle-Signature',
      hint: 'Refuse a header without ts and h1; never skip the check when it cannot be parsed.',
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
