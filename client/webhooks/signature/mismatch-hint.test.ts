import { describe, expect, test } from 'vitest';
import { customerEvent, otherSecret, webhookSecret } from '../../testing/webhook-requests.ts';
import { inPaddleForm } from './paddle-form.ts';
import { signWebhook } from './sign-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';

const event = customerEvent(1, {
  data: { id: 'ctm_1', name: 'Müller & Söhne <a/b> 😀', custom_data: { b: 1, '10': 2 } },
});
/** The body as Paddle sends it. */
const sent = inPaddleForm(event) ?? '';
const compact = JSON.stringify(event);

/** Returns the hint when `signed` was signed and `received` is verified. */
async function hintFor(signed: string, received: string, secret = webhookSecret, ownSecret = webhookSecret) {
  const result = await verifyWebhook(received, await signWebhook(signed, secret), ownSecret);
  expect(result).toMatchObject({ ok: false, reason: 'mismatch' });
  return result.ok ? '' : (result.hint ?? '');
}

describe('a body of Paddle that was serialized again is recognized, with the evidence', () => {
  const printed = JSON.stringify(JSON.parse(sent));
  test.for([
    ['by JavaScript', printed, /unescaped non-ASCII characters/],
    ['by PHP', sent.replaceAll('/', '\\/'), /escaped slashes/],
    ['by Python', sent.replaceAll('":', '": ').replaceAll(',"', ', "'), /white space between tokens/],
    ['with indentation', JSON.stringify(JSON.parse(sent), null, 2), /white space.*non-ASCII/],
    ['with keys sorted', compact, /keys in a different order/],
    ['with a line break at its end', `${sent}\n`, /white space/],
    ['by Go', sent.replace('&', '\\u0026').replace('<', '\\u003c').replace('>', '\\u003e'), /matches the same JSON/],
  ] as const)('%s', async ([, received, trace]) => {
    const hint = await hintFor(sent, received);
    expect(hint).toMatch(/^The signature matches the same JSON/);
    expect(hint).toMatch(trace);
  });
});

describe('a body of another sender that was serialized again is recognized', () => {
  test.for([
    ['with indentation', compact, JSON.stringify(event, null, 2)],
    [
      'without the escapes of Go',
      compact.replace('&', '\\u0026').replace('<', '\\u003c').replace('>', '\\u003e'),
      compact,
    ],
  ] as const)('%s', async ([, signed, received]) => {
    expect(await hintFor(signed, received)).toMatch(/^The signature matches the same JSON/);
  });
});

describe('if the signature does not prove it', () => {
  test('the hint names signs of serializing as well as the secret', async () => {
    const changed = JSON.stringify({ ...event, event_id: 'evt_2' }, null, 2);
    expect(await hintFor(sent, changed)).toMatch(/white space between tokens.*another destination/);
  });

  test('white space in values is not such a sign', async () => {
    const spaced = inPaddleForm({ ...event, data: { id: 'ctm_1', name: 'Sam "the" \\ Miller', note: 'a\n b' } }) ?? '';
    expect(await hintFor(sent, spaced)).toMatch(/^The secret may belong to another destination/);
  });
});

test.for([
  ['an empty body', '', /empty/],
  ['the text of an object', String({}), /object converted to text/],
  ['a form', 'event_id=evt_1', /another destination/],
  ['Base64, as of a Lambda', Buffer.from(sent).toString('base64'), /Base64.*Decode/],
] as const)('%s is named', async ([, received, hint]) => {
  expect(await hintFor(sent, received)).toMatch(hint);
});

test.for([`"${webhookSecret}"`, `'${webhookSecret}'`, `${webhookSecret}\\n`, `"${webhookSecret}\\n"`])(
  'a secret with quotes or a line end is named: %s',
  async (secret) => {
    const hint = await hintFor(sent, sent, webhookSecret, secret);
    expect(hint).toMatch(/^The secret includes quotes or an escaped line break/);
    expect(hint).not.toContain(webhookSecret);
    expect(await hintFor(sent, `${sent} `, webhookSecret, secret)).toMatch(/quotes.*matches the same JSON/);
  },
);

test('the hint suspects the secret if the body is right', async () => {
  expect(await hintFor(sent, sent, otherSecret)).toMatch(/^The secret may belong to another destination/);
});

test('a large body is not inspected, and a deeply nested one does no harm', async () => {
  const large = `${JSON.stringify({ ...event, data: { text: 'x'.repeat(300_000) } })}\n`;
  expect(await hintFor(large.trim(), large)).toMatch(/another destination/);
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  expect(await hintFor(sent, deep)).toMatch(/another destination/);
});
