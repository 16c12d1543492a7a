import { describe, expect, test } from 'vitest';
import { guideBehaviours } from '../targets/behaviours.ts';
import { contractOf } from '../targets/document.ts';
import { createCheckedFetch } from './checked-fetch.ts';

const contract = contractOf(guideBehaviours);

const baseUrl = 'http://paddle.test';
const apiKey = `pdl_sdbx_apikey_${'a'.repeat(26)}_${'b'.repeat(22)}_ccc`;
const request_id = '7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11';
const url = (code: string) => `https://developer.paddle.com/v1/errors/shared/${code}`;

type Parts = { path?: string; method?: string; status?: number; headers?: Record<string, string>; body?: unknown };

const eventTypes: Parts = { body: { data: [], meta: { request_id } } };

function refusal(status: number, code: string, type = 'request_error'): Parts {
  return {
    status,
    body: { error: { type, code, detail: 'Refused.', documentation_url: url(code) }, meta: { request_id } },
  };
}

/** Lets one answer go through the checks. */
async function pass(
  { path = '/event-types', method = 'GET', status = 200, headers = {}, body }: Parts,
  times = 1,
): Promise<void> {
  const all = { 'content-type': 'application/json; charset=utf-8', 'request-id': request_id, ...headers };
  const text = typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body);
  const fetch = createCheckedFetch(baseUrl, contract, async () => new Response(text, { status, headers: all }));
  for (let sent = 0; sent < times; sent += 1)
    await fetch(`${baseUrl}${path}`, { method, headers: { authorization: `Bearer ${apiKey}` } });
}

describe('the checks of every exchange', () => {
  test.each<[string, Parts]>([
    ['a success that fits its schema', eventTypes],
    ['a documented refusal', refusal(403, 'authentication_missing')],
    ['an unknown URL', { path: '/nothing', ...refusal(404, 'invalid_url') }],
    ['a verb that HTTP does not have', { method: 'BREW', ...refusal(501, 'not_implemented', 'api_error') }],
    [
      'a success without a body',
      { method: 'DELETE', path: '/notification-settings/ntfset_01h00000000000000000000000', status: 204 },
    ],
    ['a rate limit', { ...refusal(429, 'too_many_requests', 'api_error'), headers: { 'retry-after': '1' } }],
  ])('let %s pass', async (_, parts) => {
    await expect(pass(parts)).resolves.toBeUndefined();
  });

  test.each<[string, string, Parts]>([
    ['noServerError', 'a server error', refusal(500, 'internal_error', 'api_error')],
    ['noServerError', 'a 501 for a verb that HTTP has', refusal(501, 'not_implemented', 'api_error')],
    ['documentedStatus', 'a status the operation does not have', { ...eventTypes, status: 202 }],
    ['documentedStatus', 'a success of what is no operation', { ...eventTypes, path: '/nothing' }],
    ['jsonContentType', 'another content type', { ...eventTypes, headers: { 'content-type': 'text/html' } }],
    ['jsonContentType', 'a body that is no JSON', { body: '<html>' }],
    ['requestId', 'a header that differs from the body', { ...eventTypes, headers: { 'request-id': 'a' } }],
    [
      'requestId',
      'an ID that is no UUID',
      { headers: { 'request-id': '1' }, body: { data: [], meta: { request_id: '1' } } },
    ],
    ['bodyMatchesSchema', 'a field too many', { body: { data: [], more: 1, meta: { request_id } } }],
    [
      'bodyMatchesSchema',
      'an entity that lacks a field',
      { body: { data: [{ name: 'customer.created' }], meta: { request_id } } },
    ],
    ['errorEnvelope', 'a code of another status', refusal(403, 'not_found')],
    ['documentedHeaders', 'a rate limit without Retry-After', refusal(429, 'too_many_requests', 'api_error')],
    [
      'documentedHeaders',
      'a Retry-After of 0',
      { ...refusal(429, 'too_many_requests'), headers: { 'retry-after': '0' } },
    ],
  ])('%s refuses %s, and names the exchange without its key', async (check, _, parts) => {
    const violation = await pass(parts).catch((error: Error) => error);
    expect(violation).toMatchObject({
      name: 'ContractViolation',
      message: expect.stringMatching(new RegExp(`^${check}: `)),
    });
    expect(String(violation)).toContain(`: ${parts.method ?? 'GET'} ${parts.path ?? '/event-types'}`);
    expect(String(violation)).not.toContain(apiKey);
  });

  test('requestId refuses an ID that was used before', async () => {
    await expect(pass(eventTypes, 2)).rejects.toThrow(/^requestId: .* was used before/);
  });
});

describe('what is remembered of writes', () => {
  const id = 'ctm_01h00000000000000000000000';
  const customer = (fields: object = {}) => ({
    ...{ id, name: null, email: 'sam@example.com', marketing_consent: false, status: 'active', custom_data: {} },
    ...{ locale: null, created_at: '2026-07-01T00:00:00Z', updated_at: '2026-07-01T00:00:00Z', import_meta: null },
    ...fields,
  });
  type Step = { method: string; path: string; status: number; data?: object };
  const created: Step = { method: 'POST', path: '/customers', status: 201, data: customer() };
  const read = (fields: object = {}): Step => ({
    method: 'GET',
    path: `/customers/${id}`,
    status: 200,
    data: customer(fields),
  });
  const changed: Step = { ...read({ name: 'Sam' }), method: 'PATCH' };
  const refused: Step = { method: 'PATCH', path: `/customers/${id}`, status: 400 };

  /** Lets answers go through the checks, one after the other. */
  async function follow(steps: readonly Step[]): Promise<void> {
    const waiting = [...steps];
    const fetch = createCheckedFetch(baseUrl, contract, async () => answerOf(waiting.shift()));
    for (const { method, path } of steps) await fetch(`${baseUrl}${path}`, { method });
  }

  function answerOf({ status = 500, data }: Partial<Step> = {}): Response {
    const meta = { request_id: crypto.randomUUID() };
    const error = {
      type: 'request_error',
      code: 'bad_request',
      detail: 'Refused.',
      documentation_url: url('bad_request'),
    };
    const headers = { 'content-type': 'application/json', 'request-id': meta.request_id };
    return new Response(JSON.stringify(data ? { data, meta } : { error, meta }), { status, headers });
  }

  test('reads that are as the last write left the entity pass', async () => {
    await follow([created, read(), refused, read(), changed, read({ name: 'Sam' })]);
  });

  test.each<[string, Step[]]>([
    ['writtenReadsBack', [created, read({ name: 'Other' })]],
    ['writtenReadsBack', [created, changed, read()]],
    ['refusedChangesNothing', [created, refused, read({ name: 'Half' })]],
    ['idsSortByCreation', [created, { ...created, data: customer({ id: id.replace('01h', '01g') }) }]],
  ])('%s refuses what does not go with the writes before', async (check, steps) => {
    await expect(follow(steps)).rejects.toThrow(new RegExp(`^${check}: `));
  });
});
