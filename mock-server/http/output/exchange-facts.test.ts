import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type ExchangeFacts, startPaddock } from '../../index.ts';

test('the facts of an exchange contain neither key nor content', async () => {
  const reported: ExchangeFacts[] = [];
  await using paddock = await startPaddock({ onExchange: (facts) => reported.push(facts) });
  const authorization = { Authorization: `Bearer ${paddock.apiKey}` };
  const account = createHash('sha256').update(paddock.apiKey).digest('hex').slice(0, 12);
  const started = performance.now();
  for (const [method, path, headers, expected] of [
    ['GET', '/customers?search=sam@example.com', authorization, ['/customers', 'listCustomers', 200, account, null]],
    [
      'GET',
      '/customers',
      {},
      ['/customers', 'listCustomers', 403, null, 'Send the header "Authorization: Bearer <API key>".'],
    ],
    [
      'DELETE',
      `/cats/${paddock.apiKey}/x?y`,
      authorization,
      ['/cats/pdl_sdbx_apikey_01kpadd0ck0000000000000000_****/x', null, 404, null, null],
    ],
  ] as const) {
    const { headers: answered } = await fetch(paddock.url + path, { method, headers });
    const { requestId, durationMs, ...facts } = reported.at(-1) ?? {};
    expect(requestId).toBe(answered.get('request-id'));
    expect({ ...facts }).toEqual({
      method,
      path: expected[0],
      operationId: expected[1],
      status: expected[2],
      account: expected[3],
      hint: expected[4],
    });
    expect(durationMs).toBeGreaterThan(0.001);
    expect(durationMs).toBeLessThan(performance.now() - started + 1);
    expect(String(durationMs)).toMatch(/^\d+(\.\d{1,3})?$/);
  }
  expect(reported).toHaveLength(3);
});
