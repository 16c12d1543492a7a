import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { customerEvent, otherSecret, webhookSecret } from '../../testing/webhook-requests.ts';
import { signWebhook } from './sign-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';

const ts = 1_782_864_000;
const at = (seconds: number) => ({ now: () => seconds * 1000 });
const body = JSON.stringify(customerEvent());
const signed = (text = body, secret: string | string[] = webhookSecret) => signWebhook(text, secret, at(ts));
const verify = (text: string, header: string, secret: string | string[] = webhookSecret) =>
  verifyWebhook(text, header, secret, at(ts));

describe('verifyWebhook accepts', () => {
  test('what is signed, and gives the event', async () => {
    expect(await verify(body, await signed())).toEqual({ ok: true, event: customerEvent() });
  });

  test.for([
    ['bytes', new TextEncoder().encode(body)],
    ['a Buffer', Buffer.from(body)],
    ['a part of a larger buffer', Buffer.from(`<<${body}>>`).subarray(2, -2)],
    ['text', body],
  ] as const)('%s', async ([, raw]) => {
    expect(await verifyWebhook(raw, await signed(), webhookSecret, at(ts))).toMatchObject({ ok: true });
  });

  test('what node:crypto signs, of any text and secret', async () => {
    const text = fc.string({ unit: 'grapheme' });
    const secrets = fc
      .string({ minLength: 1 })
      .filter((secret) => secret.trim() === secret && !/^(pdl|ntf)/.test(secret));
    await fc.assert(
      fc.asyncProperty(text, secrets, async (email, secret) => {
        const raw = JSON.stringify(customerEvent(1, { data: { id: 'ctm_1', email } }));
        const h1 = createHmac('sha256', secret).update(`${ts}:${raw}`).digest('hex');
        expect(await verify(raw, `ts=${ts};h1=${h1}`, secret)).toMatchObject({ ok: true, event: { data: { email } } });
      }),
    );
  });

  // During a rotation, each side may have one of the secrets or both.
  test.for([
    ['two signatures, with the first secret', [webhookSecret, otherSecret], webhookSecret],
    ['two signatures, with the second secret', [webhookSecret, otherSecret], otherSecret],
    ['one signature, with two secrets', [webhookSecret], [otherSecret, webhookSecret]],
    ['two signatures, with both secrets', [webhookSecret, otherSecret], [otherSecret, webhookSecret]],
  ] as const)('%s', async ([, signing, known]) => {
    const header = await signed(body, [...signing]);
    expect(await verifyWebhook(body, header, known, at(ts))).toMatchObject({ ok: true });
  });

  // @evidence official: the published test of Paddle's PHP and Python SDKs, whose body is not an event
  test("Paddle's own test vector, which includes a malformed signature", async () => {
    const header = 'ts=1696195954;h1=dummy;h1=d96299976a6eb066f484d7fde011ac56fc32b38fc9940bc419d6e537fdc6ef02';
    const start = 'pdl_ntf_01hbpjmytsa32fhr36nqgc3kgb_';
    const secrets = [
      'TjIG2BXbm83HPXqNfziwe506sBEdqL/4',
      'vB/yIOnTOCWIvpBadM5jzBZPHc7OmdSo',
      'WvRO0eL4Bj9rgYYIBZY6wZhG4EHy9jzh',
    ];
    const verifyWith = (endings: string[]) =>
      verifyWebhook(
        'hello-world',
        header,
        endings.map((ending) => start + ending),
        at(1_696_195_954),
      );
    expect(await verifyWith(secrets)).toMatchObject({ ok: false, reason: 'not_an_event' });
    expect(await verifyWith(secrets.slice(0, 2))).toMatchObject({ ok: false, reason: 'mismatch' });
  });

  test('spaces around the parts of the header', async () => {
    const header = (await signed()).replace(';', ' ; ');
    expect(await verify(body, ` ${header} `)).toMatchObject({ ok: true });
  });

  // @evidence observed 2024-03-15: special_chars_payload.json in the tests of Paddle's PHP and Python SDKs
  test("Paddle's own signed delivery, with its letters escaped", async () => {
    const sent = String.raw`{"data":{"id":"ctm_01hs0t94g83hs5jdw282ztqa4z","name":"\u00dc\u00c4\u00c5\u00e5\u00d6\u00dc\u00c4\u00c5\u00e5\u00d6","email":"blackhole+verification1@paddle.com","locale":"en","status":"active","created_at":"2024-03-15T10:24:48.136Z","updated_at":"2024-03-15T10:24:48.136Z","custom_data":null,"import_meta":null,"marketing_consent":false},"event_id":"evt_01hs0t94tjvtv62azjmkbeysz7","event_type":"customer.created","occurred_at":"2024-03-15T10:24:48.466759Z","notification_id":"ntf_01hs0t94ws0ay8keh5t4rq70ht"}`;
    const header = 'ts=1710498288;h1=38219b3ba1578184e625c29d201a27cd25bd69e2ec9c3ab87dcb90d87ff73a41';
    const secret = 'pdl_ntfset_01hs0t3tw21j988db1pam5xg8m_GrOWLNef+vmtjJYq4mSnHNzvc8uWoJ1I';
    const verifyThen = (raw: string) => verifyWebhook(raw, header, secret, at(1_710_498_288));
    expect(await verifyThen(sent)).toMatchObject({ ok: true, event: { data: { name: 'ÜÄÅåÖÜÄÅåÖ' } } });
    const printedAgain = await verifyThen(JSON.stringify(JSON.parse(sent)));
    expect(printedAgain).toMatchObject({ reason: 'mismatch', hint: expect.stringContaining('unescaped non-ASCII') });
  });

  test('keys in the header that it does not know', async () => {
    expect(await verify(body, `v2=abc;${await signed()}`)).toMatchObject({ ok: true });
  });
});

describe('verifyWebhook refuses', () => {
  test('every change of one byte, of body, header or secret', async () => {
    const header = await signed();
    const change = (text: string, place: number, by: number) => {
      const bytes = Buffer.from(text);
      const index = place % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ by;
      return bytes;
    };
    // Seven bits, so that the header and the secret remain valid text.
    const changes = [fc.nat(), fc.integer({ min: 1, max: 127 }), fc.constantFrom('body', 'header', 'secret')] as const;
    await fc.assert(
      fc.asyncProperty(...changes, async (place, by, what) => {
        const changed = { body, header, secret: webhookSecret };
        const bytes = change(changed[what], place, by);
        if (what !== 'body') changed[what] = bytes.toString();
        if (changed.secret.trim() !== changed.secret) return;
        const result = await verifyWebhook(what === 'body' ? bytes : body, changed.header, changed.secret, at(ts));
        expect(result.ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test.for([undefined, null, '', []])('a request with %j for a header', async (header) => {
    expect(await verifyWebhook(body, header, webhookSecret)).toMatchObject({
      ok: false,
      reason: 'missing_header',
      hint: expect.stringContaining('capitals'),
    });
  });

  const h1 = 'a'.repeat(64);
  test.for([
    ['nothing like it', 'Bearer abc'],
    ['no time', `h1=${h1}`],
    ['no signature', `ts=${ts}`],
    ['an empty signature', `ts=${ts};h1=`],
    ['a time that is a word', `ts=now;h1=${h1}`],
    ['a negative time', `ts=-1;h1=${h1}`],
    ['a time with a fraction', `ts=${ts}.5;h1=${h1}`],
    ['an endless time', `ts=${'9'.repeat(20)};h1=${h1}`],
    ['two times', `ts=${ts};ts=${ts};h1=${h1}`],
    ['a signature that is too short', `ts=${ts};h1=${h1.slice(1)}`],
    ['a signature in capitals', `ts=${ts};h1=${h1.toUpperCase()}`],
    ['commas', `ts=${ts},h1=${h1}`],
    ['an empty part', `ts=${ts};h1=${h1};`],
    ['two headers in one', `ts=${ts};h1=${h1}, ts=${ts};h1=${h1}`],
    ['many signatures', `ts=${ts}${`;h1=${h1}`.repeat(11)}`],
    ['a very long one', `ts=${ts};h1=${h1};x=${'y'.repeat(2_000)}`],
  ] as const)('a malformed header: %s', async ([, header]) => {
    expect(await verify(body, header)).toMatchObject({ ok: false, reason: 'malformed_header' });
  });

  test('several headers', async () => {
    const header = await signed();
    const result = await verifyWebhook(body, [header, header], webhookSecret, at(ts));
    expect(result).toMatchObject({ reason: 'malformed_header' });
    expect(await verifyWebhook(body, [header], webhookSecret, at(ts))).toMatchObject({ ok: true });
  });

  test('text of any kind for a header, without failing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.stringMatching(/^(ts|h1|=|;|\d|[a-f])*$/)), async (header) => {
        expect((await verify(body, header)).ok).toBe(false);
      }),
    );
  });

  test.for([
    'hello-world',
    '[]',
    'null',
    '{}',
    JSON.stringify(customerEvent(1, { event_id: '' })),
    JSON.stringify(customerEvent(1, { event_type: undefined })),
    JSON.stringify(customerEvent(1, { occurred_at: 'yesterday' })),
    JSON.stringify(customerEvent(1, { data: null })),
  ])('a signed body that is no event: %s', async (text) => {
    expect(await verify(text, await signed(text))).toMatchObject({ ok: false, reason: 'not_an_event' });
  });
});

describe('verifyWebhook and time', () => {
  const verifyAt = async (seconds: number, options = {}) =>
    verifyWebhook(body, await signed(), webhookSecret, { ...at(seconds), ...options });

  test.for([
    [0, true],
    [5, true],
    [5.001, 'stale'],
    [3600, 'stale'],
    [-60, true],
    [-60.001, 'from_the_future'],
  ] as const)('of a signature that is %d s old says %s', async ([age, expected]) => {
    const result = await verifyAt(ts + age);
    expect(result.ok || result.reason).toBe(expected);
  });

  test('goes by other tolerances', async () => {
    expect(await verifyAt(ts + 300, { toleranceSeconds: 300 })).toMatchObject({ ok: true });
    expect(await verifyAt(ts + 301, { toleranceSeconds: 300 })).toMatchObject({ reason: 'stale' });
    expect(await verifyAt(ts + 1, { toleranceSeconds: 0 })).toMatchObject({ reason: 'stale' });
    expect(await verifyAt(ts - 1, { futureToleranceSeconds: 0 })).toMatchObject({ reason: 'from_the_future' });
    const forEver = { toleranceSeconds: Infinity, futureToleranceSeconds: Infinity };
    expect(await verifyAt(0, forEver)).toMatchObject({ ok: true });
    expect(await verifyAt(2 * ts, forEver)).toMatchObject({ ok: true });
  });

  test('states the age and a likely reason', async () => {
    const result = await verifyAt(ts + 3600);
    expect(result).toMatchObject({ detail: 'The signature is 3600 s old.', hint: expect.stringContaining('clock') });
  });

  test('reports a forged old signature as a mismatch', async () => {
    const header = await signed(body, otherSecret);
    expect(await verifyWebhook(body, header, webhookSecret, at(ts + 3600))).toMatchObject({ reason: 'mismatch' });
  });
});

describe('verifyWebhook throws a UsageError', () => {
  test.for([
    ['an object', customerEvent(), /already parsed.*express\.raw/],
    ['nothing', undefined, /no body/],
    ['an ArrayBuffer', new ArrayBuffer(2), /new Uint8Array/],
    ['a number', 5, /a number/],
  ] as const)('for %s as body', async ([, raw, message]) => {
    const verifyAny: (raw: unknown) => Promise<unknown> = async (raw) =>
      Reflect.apply(verifyWebhook, undefined, [raw, await signed(), webhookSecret]);
    await expect(verifyAny(raw)).rejects.toThrow(UsageError);
    await expect(verifyAny(raw)).rejects.toThrow(message);
  });

  test.for([
    ['', /empty/],
    [[], /it is missing/],
    [`${webhookSecret}\n`, /white space/],
    ['ntfset_01kpadd0ck0000000000000001', /the ID/],
    ['pdl_sdbx_apikey_01kpadd0ck0000000000000001_x', /an API key/],
    [[webhookSecret, ''], /empty/],
  ] as const)('for the secret %j', async ([secret, message]) => {
    const error: unknown = await verifyWebhook(body, await signed(), secret).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(message);
    if (typeof secret === 'string' && secret !== '') expect(String(error)).not.toContain(secret.trim());
  });

  test.for([{ toleranceSeconds: -1 }, { toleranceSeconds: Number.NaN }, { futureToleranceSeconds: -1 }])(
    'for %j',
    async (options) => {
      await expect(verifyWebhook(body, await signed(), webhookSecret, options)).rejects.toThrow(UsageError);
    },
  );
});
