import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ExchangeFacts, type Paddock, startPaddock } from '../../index.ts';

const start = '2026-01-01T00:00:00.000Z';
const reported: ExchangeFacts[] = [];
let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock({ seed: 1, rateLimit: false, onExchange: (facts) => reported.push(facts) });
});
afterAll(() => paddock.close());

/** Calls the mock; returns the response, its journal entry and its facts. */
async function call(method: string, path: string, headers: Record<string, string> = {}, body?: object) {
  const all = { Authorization: `Bearer ${paddock.apiKey}`, 'Content-Type': 'application/json', ...headers };
  reported.splice(0);
  await paddock.requests.clear();
  const begin = performance.now();
  const init = { method, headers: all, ...(body && { body: JSON.stringify(body) }) };
  const response = await paddock.fetch(paddock.url + path, init).catch(() => undefined);
  const text = await response?.text();
  const longestMs = performance.now() - begin;
  const kept = await paddock.requests.list();
  return { response, text, longestMs, kept, reported: [...reported] };
}

describe('the journal entry of an exchange', () => {
  test('has all of it', async () => {
    const path = '/customers/ctm_01kpadd0ck0000000000000001?a=1';
    const { text, longestMs, kept } = await call('PATCH', path, { 'X-One': '1' }, { name: 'Sam' });
    expect(kept).toMatchObject([
      {
        operation_id: 'updateCustomer',
        method: 'PATCH',
        url: path,
        params: { customer_id: 'ctm_01kpadd0ck0000000000000001' },
        headers: { 'x-one': '1' },
        body: { name: 'Sam' },
        fault: null,
        status: 404,
        response_body: JSON.parse(text ?? ''),
        unexpected: `PATCH ${path.split('?')[0]} has no query parameter a.`,
      },
    ]);
    const [{ duration_ms = -1, received_at = start } = {}] = kept;
    expect(duration_ms).toBeGreaterThan(0);
    expect(duration_ms).toBeLessThanOrEqual(longestMs);
    // The clock is frozen, and the request arrived before its response.
    expect(Date.parse(start) - Date.parse(received_at)).toBeGreaterThan(0);
    expect(Date.parse(start) - Date.parse(received_at)).toBeLessThanOrEqual(Math.ceil(longestMs));
  });

  test.each([
    ['of no operation', '/nothing', {}, { operation_id: null, params: {}, status: 404 }],
    ['of no account', '/customers', { Authorization: '' }, { operation_id: 'listCustomers', status: 403 }],
  ])('%s is in the journal of the default account', async (_what, path, headers, fields) => {
    expect((await call('GET', path, headers)).kept).toMatchObject([fields]);
  });

  test('names its fault', async () => {
    const { id } = await paddock.faults.add({ operation_id: 'listEvents', error: 503 });
    expect((await call('GET', '/events')).kept).toMatchObject([{ fault: id, status: 503 }]);
    expect((await call('GET', '/customers')).kept).toMatchObject([{ fault: null, status: 200 }]);
  });
});

describe('the recorded headers of a response', () => {
  const answers: [what: string, method: string, path: string, body?: object][] = [
    ['usual ones', 'GET', '/customers'],
    ['with a hint', 'GET', '/customers?a=1'],
    ['of an error', 'GET', '/nothing'],
    ['with the methods that there are', 'PUT', '/customers'],
    [
      'of a body that is too long to keep',
      'POST',
      '/customers',
      { email: 'long@example.com', custom_data: { x: 'é'.repeat(70_000) } },
    ],
  ];

  test('are those that were sent', async () => {
    const ofTransport = ['date', 'connection', 'keep-alive'];
    for (const [what, method, path, body] of answers) {
      const { response, kept } = await call(method, path, {}, body);
      const had = [...(response?.headers ?? [])].filter(([name]) => !ofTransport.includes(name));
      expect(had).not.toEqual([]);
      expect([what, kept[0]?.response_headers]).toEqual([what, Object.fromEntries(had)]);
    }
  });

  test('are complete for a response without a body', async () => {
    const setting = {
      description: 'all',
      destination: 'http://127.0.0.1:9/',
      type: 'url',
      subscribed_events: ['customer.created'],
    };
    const { text } = await call('POST', '/notification-settings', {}, setting);
    const { response, kept } = await call('DELETE', `/notification-settings/${JSON.parse(text ?? '').data.id}`);
    expect(response?.status).toBe(204);
    expect(kept[0]?.response_headers).toEqual({ 'request-id': response?.headers.get('request-id') });
  });

  test('are none if no response was sent', async () => {
    const { response, kept } = await call('GET', '/customers', { 'X-Paddock-Fault': 'reset-before' });
    expect(response).toBeUndefined();
    expect(kept).toMatchObject([{ status: 0, response_body: null }]);
    expect(kept[0]?.response_headers).toEqual({});
  });
});

test('the facts of an exchange are reported', async () => {
  const { response, longestMs, reported: facts } = await call('GET', '/customers?per_page=1');
  expect(facts).toEqual([
    {
      requestId: response?.headers.get('request-id'),
      method: 'GET',
      path: '/customers',
      operationId: 'listCustomers',
      status: 200,
      durationMs: expect.any(Number),
      account: expect.stringMatching(/^[\da-f]{12}$/),
      hint: null,
    },
  ]);
  expect(facts[0]?.durationMs).toBeLessThanOrEqual(longestMs);
  expect((await call('GET', '/nothing')).reported).toMatchObject([{ operationId: null, status: 404, account: null }]);
});

test('exchanges are counted by operation and status, with their duration in seconds', async () => {
  await using counted = await startPaddock();
  const headers = { Authorization: `Bearer ${counted.apiKey}` };
  const begin = performance.now();
  await (await counted.fetch(`${counted.url}/events`, { headers })).text();
  await (await counted.fetch(`${counted.url}/nothing`, { headers })).text();
  const longestSeconds = (performance.now() - begin) / 1000;
  const metrics = await (await counted.fetch(`${counted.url}/_paddock/metrics`)).text();
  expect(metrics).toContain('\npaddock_requests_total{operation="listEvents",status="200"} 1\n');
  expect(metrics).toContain('\npaddock_requests_total{operation="none",status="404"} 1\n');
  const seconds = /^paddock_request_duration_seconds_sum\{operation="listEvents"\} (\S+)$/m.exec(metrics)?.[1];
  expect(Number(seconds)).toBeGreaterThan(0);
  expect(Number(seconds)).toBeLessThanOrEqual(longestSeconds);
});
