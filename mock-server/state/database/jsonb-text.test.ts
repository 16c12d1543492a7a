import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startPaddock } from '../../index.ts';
import { signatureHeader } from '../../notifications/signature.ts';
import { call } from '../../testing/call.ts';
import { deliveryBody, inJsonbOrder } from './jsonb-text.ts';

describe('the body of a delivery', () => {
  // @evidence observed 2024-03-15: special_chars_payload.json in the tests of Paddle's PHP and Python SDKs
  test("equals byte for byte what Paddle has signed, whatever the API's order", () => {
    const fromTheApi = JSON.stringify({
      event_id: 'evt_01hs0t94tjvtv62azjmkbeysz7',
      event_type: 'customer.created',
      occurred_at: '2024-03-15T10:24:48.466759Z',
      notification_id: 'ntf_01hs0t94ws0ay8keh5t4rq70ht',
      data: {
        id: 'ctm_01hs0t94g83hs5jdw282ztqa4z',
        status: 'active',
        custom_data: null,
        name: 'ÜÄÅåÖÜÄÅåÖ',
        email: 'blackhole+verification1@paddle.com',
        marketing_consent: false,
        locale: 'en',
        created_at: '2024-03-15T10:24:48.136Z',
        updated_at: '2024-03-15T10:24:48.136Z',
        import_meta: null,
      },
    });
    const secret = 'pdl_ntfset_01hs0t3tw21j988db1pam5xg8m_GrOWLNef+vmtjJYq4mSnHNzvc8uWoJ1I';
    const signature = 'ts=1710498288;h1=38219b3ba1578184e625c29d201a27cd25bd69e2ec9c3ab87dcb90d87ff73a41';
    expect(signatureHeader(deliveryBody(fromTheApi), [secret], 1_710_498_288)).toBe(signature);
  });

  test('has keys by length in bytes and then by bytes, at every level, numbers among them', () => {
    const value = { b: [{ zz: 1, a: 2 }], '10': 1, '9': 2, é: 3, aa: 4, ab: { ccc: 1, d: null } };
    expect(inJsonbOrder(JSON.stringify(value))).toBe(
      '{"9":2,"b":[{"a":2,"zz":1}],"10":1,"aa":4,"ab":{"d":null,"ccc":1},"é":3}',
    );
  });

  test('escapes characters beyond ASCII in lower-case digits and surrogate pairs, but no slashes', () => {
    expect(deliveryBody('{"name":"Ü 漢 😀 a/b <&> \\n\\"","__proto__":1}')).toBe(
      String.raw`{"name":"\u00dc \u6f22 \ud83d\ude00 a/b <&> \n\"","__proto__":1}`,
    );
  });

  test('has the same value as the payload, for any JSON', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary', maxDepth: 3 }), (json) => {
        const body = deliveryBody(json);
        expect(JSON.parse(body)).toEqual(JSON.parse(json));
        expect(body).toMatch(/^[\0-\x7f]*$/);
        expect(deliveryBody(body)).toBe(body);
      }),
      { numRuns: 30 },
    );
  });
});

test('a listed payload has the order of the delivery and the unescaped characters of the API', async () => {
  await using paddock = await startPaddock();
  await paddock.webhooks.collect();
  await call(paddock, 'POST', '/customers', { email: 'sam@example.com', name: 'Jürgen 😀' });
  await paddock.settle();
  const [delivery] = paddock.webhooks.received;
  const headers = { Authorization: `Bearer ${paddock.apiKey}` };
  const listed = await (await fetch(`${paddock.url}/notifications`, { headers })).text();
  expect(delivery?.rawBody).toContain(String.raw`"name":"J\u00fcrgen \ud83d\ude00"`);
  expect(listed).toContain(`"payload":${inJsonbOrder(delivery?.rawBody ?? '')}`);
  expect(listed).toContain('"name":"Jürgen 😀"');
  const events = await (await fetch(`${paddock.url}/events`, { headers })).text();
  expect(events).toMatch(/"data":\[\{"event_id":.*"event_type":.*"occurred_at":.*"data":\{"id":.*"name":"Jürgen 😀"/);
});
