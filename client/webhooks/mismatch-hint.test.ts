import { describe, expect, test } from 'vitest';
import { customerEvent, otherSecret, webhookSecret } from '../testing/webhook-requests.ts';
import { signWebhook } from './sign-webhook.ts';
import { verifyWebhook } from './verify-webhook.ts';

const event = customerEvent(1, { data: { id: 'ctm_1', name: 'Müller & Söhne <info>' } });
const compact = JSON.stringify(event);

/** What is hinted at when `sent` was signed and `received` is verified. */
async function hintFor(sent: string, received: string, secret = webhookSecret) {
  const result = await verifyWebhook(received, await signWebhook(sent, secret), webhookSecret);
  expect(result).toMatchObject({ ok: false, reason: 'mismatch' });
  return result.ok ? '' : result.hint;
}

describe('a body that was printed again is recognised', () => {
  test.for([
    ['with indentation', compact, JSON.stringify(event, null, 2)],
    ['with a line break at its end', compact, `${compact}\n`],
    [
      'without the escapes of Go',
      compact.replace('&', '\\u0026').replace('<', '\\u003c').replace('>', '\\u003e'),
      compact,
    ],
  ] as const)('%s', async ([, sent, received]) => {
    expect(await hintFor(sent, received)).toMatch(/^The signature fits the same JSON printed in another way/);
  });

  test('by its white space, where the signature does not show it', async () => {
    const changed = JSON.stringify({ ...event, event_id: 'evt_2' }, null, 2);
    expect(await hintFor(compact, changed)).toMatch(/white space between its parts/);
  });

  test('but not by white space in its values', async () => {
    const spaced = JSON.stringify({ ...event, data: { id: 'ctm_1', name: 'Sam "the" \\ Miller', note: 'a\n b' } });
    expect(await hintFor(compact, spaced)).toMatch(/another destination/);
  });
});

test.for([
  ['an empty body', '', /empty/],
  ['the text of an object', String({}), /text of an object/],
  ['a form', 'event_id=evt_1', /another destination/],
] as const)('%s is named', async ([, received, hint]) => {
  expect(await hintFor(compact, received)).toMatch(hint);
});

test('of a right body with a wrong secret, the secret is suspected', async () => {
  expect(await hintFor(compact, compact, otherSecret)).toMatch(/another destination/);
});

test('a large body is not searched for reasons', async () => {
  const large = `${JSON.stringify({ ...event, data: { text: 'x'.repeat(300_000) } })}\n`;
  expect(await hintFor(large.trim(), large)).toMatch(/another destination/);
});
