import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { customerEvent, webhookSecret } from '../testing/webhook-requests.ts';
import { createWebhookHandler } from './create-webhook-handler.ts';
import { signWebhook } from './signature/sign-webhook.ts';
import { verifyWebhook } from './signature/verify-webhook.ts';
import type { WebhookProblem } from './webhook-handler.ts';

const body = JSON.stringify(customerEvent());
const now = () => 1_782_864_000_000;

const nested = fc
  .tuple(fc.constantFrom('[]', '{"a":}', '{"a":[]}'), fc.integer({ min: 1, max: 20_000 }))
  .map(([pair, depth]) => {
    const middle = Math.ceil(pair.length / 2);
    return pair.slice(0, middle).repeat(depth) + pair.slice(middle).repeat(depth);
  });
const long = fc
  .tuple(
    fc.constantFrom('"', '\\', '\\"', ' ', 'eyJ', '{"a":"', '\u0080', '\ud800'),
    fc.integer({ max: 90_000, min: 1 }),
  )
  .map(([part, times]) => part.repeat(times));
const bodies = fc.oneof(nested, long, fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array(), fc.constant(body));

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const wellFormed = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999_999 }), fc.array(hex, { minLength: 1, maxLength: 12 }))
  .map(([ts, signatures]) => [`ts=${ts}`, ...signatures.map((h1) => `h1=${h1}`)].join(';'));
const headers = fc.oneof(
  wellFormed,
  long,
  fc.string(),
  fc.constantFrom('', 'ts=1', `h1=${'0'.repeat(64)}`, ';'.repeat(1000)),
);
const secrets = fc.constantFrom(webhookSecret, `"${webhookSecret}"`, "'a\\n'", '\\n', 'x'.repeat(100_000), '\ud800');

describe('verifyWebhook', () => {
  test('refuses anything that Paddle did not sign', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, headers, secrets, async (raw, header, secret) => {
        expect(await verifyWebhook(raw, header, secret, { now })).toMatchObject({ ok: false });
      }),
      { numRuns: 300 },
    );
  });

  test('takes any header that a JavaScript program may pass', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (header) => {
        // The cast stands for JavaScript programs, which can pass anything.
        const result = await verifyWebhook(body, header as string, webhookSecret, { now });
        expect(['missing_header', 'malformed_header']).toContain(result.ok || result.reason);
      }),
    );
  });

  test('rejects only with a UsageError if a program passes something else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (raw, secret) => {
        const verifying = verifyWebhook(raw as string, `ts=1;h1=${'0'.repeat(64)}`, secret as string, { now });
        const result = await verifying.catch((error: unknown) => error);
        if (!(result instanceof UsageError)) expect(result).toMatchObject({ ok: false });
      }),
    );
  });

  test.for([Number.NaN, Number.POSITIVE_INFINITY])('accepts no age if the clock returns %s', async (time) => {
    const header = await signWebhook(body, webhookSecret, { now });
    await expect(verifyWebhook(body, header, webhookSecret, { now: () => time })).rejects.toThrow(UsageError);
  });

  test('signs a body once for each secret, however many signatures there are', async () => {
    const signed = `ts=1;${Array(10)
      .fill(`h1=${'0'.repeat(64)}`)
      .join(';')}`;
    const { sign } = crypto.subtle;
    let calls = 0;
    crypto.subtle.sign = (...given) => {
      calls += 1;
      return sign.apply(crypto.subtle, given);
    };
    try {
      // Too long to be searched for a hint.
      await verifyWebhook('x'.repeat(300_000), signed, [webhookSecret, `${webhookSecret}2`], { now });
    } finally {
      crypto.subtle.sign = sign;
    }
    expect(calls).toBe(2);
  });
});

/** Creates a handler, records its problems, and sends forged webhooks to each of its entry points. */
function handling() {
  const problems: WebhookProblem[] = [];
  const handler = createWebhookHandler({ secret: webhookSecret, on: {}, onError: (problem) => problems.push(problem) });
  const answerNode = async (raw: string | Uint8Array, header: string) => {
    const answered = { statusCode: 0, setHeader: () => {}, end: () => {} };
    const request = Object.assign(Readable.from([Buffer.from(raw)]), {
      method: 'POST',
      headers: { 'paddle-signature': header },
    });
    await handler.express(request, answered);
    return answered.statusCode;
  };
  const answerFetch = async (raw: string | Uint8Array<ArrayBuffer>, header: string) => {
    const init = { method: 'POST', body: raw, headers: { 'Paddle-Signature': header } };
    return (await handler.fetch(new Request('http://app.test', init))).status;
  };
  return { problems, answerNode, answerFetch };
}

test('handlers answer 401 to a forged webhook, whatever is in it', async () => {
  const { problems, answerNode, answerFetch } = handling();
  await fc.assert(
    fc.asyncProperty(bodies, wellFormed, async (raw, header) => {
      const bytes = typeof raw === 'string' ? raw : new Uint8Array(raw);
      expect([await answerNode(bytes, header), await answerFetch(bytes, header)]).toEqual([401, 401]);
    }),
    { numRuns: 200 },
  );
  expect(new Set(problems.map(({ kind }) => kind))).toEqual(new Set(['refused']));
});
