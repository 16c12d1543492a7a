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
