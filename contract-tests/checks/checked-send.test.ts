import { describe, expect, test } from 'vitest';
import { applyChanges } from '#openapi/document/changes.ts';
import { isObject, type JsonObject } from '#openapi/document/json.ts';
import { objectAt } from '#openapi/document/refs.ts';
import { readChecks } from '../claims/testing/read-laws.ts';
import { guideBehaviours } from '../contract/behaviours.ts';
import { contractOf } from '../contract/document.ts';
import type { Exchange } from '../contract/exchange.ts';
import { asSend } from '../contract/send.ts';
import { createCheckedSend } from './checked-send.ts';
import { ContractViolation } from './contract-violation.ts';
import { createHeaderCheck } from './documented-headers.ts';

const contract = contractOf(guideBehaviours);

const baseUrl = 'http://paddle.test';
const apiKey = `pdl_sdbx_apikey_${'a'.repeat(26)}_${'b'.repeat(22)}_ccc`;
const request_id = '7d3c1c5e-8f3a-4a58-9c1b-2f6f5f0f7a11';
const url = (code: string) => `https://developer.paddle.com/v1/errors/shared/${code}`;

type Parts = { path?: string; method?: string; status?: number; headers?: Record<string, string>; body?: unknown };

const ulid = `01h${'0'.repeat(23)}`;
const listMeta = { request_id, pagination: { per_page: 50, next: null, has_more: false, estimated_total: 2 } };
const eventType = (fields: object) => ({
  ...{ name: 'customer.created', description: 'Occurs.', group: 'Customer', available_versions: [1] },
  ...fields,
});
const customer = (fields: object = {}) => ({
  ...{ id: `ctm_${ulid}`, name: null, email: 'sam@example.com', marketing_consent: false, status: 'active' },
  ...{ custom_data: {}, locale: null, created_at: '2026-07-01T00:00:00Z', updated_at: '2026-07-01T00:00:00Z' },
  ...{ import_meta: null, ...fields },
});

const eventTypes: Parts = { body: { data: [], meta: { request_id } } };

const errorOf = (code: string, type = 'request_error') => ({
  ...{ type, code, detail: 'Refused.', documentation_url: url(code) },
});

function refusal(status: number, code: string, type = 'request_error'): Parts {
  return { status, body: { error: errorOf(code, type), meta: { request_id } } };
}

/** A transaction with a total of its own. */
function soldFor(total: string): Parts {
  const { example } = objectAt(contract.document, '#/components/schemas/transaction');
  if (!isObject(example) || !isObject(example['details'])) throw new Error('The document has no example of one.');
  const { details } = example;
  const totals = { ...(isObject(details['totals']) ? details['totals'] : {}), total };
  const data = { ...example, details: { ...details, totals } };
  return { path: `/transactions/${example['id']}`, body: { data, meta: { request_id } } };
}

const shown = new Set<string>();

/** Passes a response through the checks. */
async function pass(
  { path = '/event-types', method = 'GET', status = 200, headers = {}, body }: Parts,
  times = 1,
): Promise<void> {
  const all = { 'content-type': 'application/json; charset=utf-8', 'request-id': request_id, ...headers };
  const text = typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body);
  const send = createCheckedSend(baseUrl, contract, async () => ({
    status,
    headers: new Headers(all),
    body: text ?? '',
  }));
  for (let sent = 0; sent < times; sent += 1)
    await send({
      method,
      url: new URL(`${baseUrl}${path}`),
      headers: new Headers({ authorization: `Bearer ${apiKey}` }),
      body: '',
    });
}

describe('the checks of every exchange', () => {
  test.each<[string, Parts]>([
    ['a success that fits its schema', eventTypes],
    ['a page of entities', { path: '/customers', body: { data: [customer(), customer()], meta: listMeta } }],
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

  const violations: [string, string, Parts, RegExp?][] = [
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
    [
      'noUndocumentedField',
      'fields too many, and names their places',
      { body: { data: [eventType({ since: 1 })], more: 1, meta: { request_id, 'a/b': 1 } } },
      /does not have more, data\.0\.since, meta\.a\/b$/m,
    ],
    [
      'noUndocumentedField',
      'a field too many in a refusal',
      {
        ...refusal(403, 'authentication_missing'),
        body: { error: { ...errorOf('authentication_missing'), hint: 'x' }, meta: { request_id } },
      },
      /does not have error\.hint$/m,
    ],
    [
      'idsHavePrefix',
      'IDs of something else, and names each',
      {
        path: '/customers',
        body: { data: [customer({ id: `add_${ulid}` }), customer({ id: 'ctm_1' })], meta: listMeta },
      },
      /data\.0\.id is "add_01h0+", not \^ctm_.*, data\.1\.id is "ctm_1", not \^ctm_/,
    ],
    [
      'bodyMatchesSchema',
      'an entity that lacks a field',
      { body: { data: [{ name: 'customer.created' }], meta: { request_id } } },
    ],
    [
      'bodyMatchesSchema',
      'a field of another type, and names its place',
      { path: '/customers', body: { data: [customer({ name: 7 })], meta: listMeta } },
      /data\.0\.name must be string,null$/m,
    ],
    ['errorEnvelope', 'a code of another status', refusal(403, 'not_found')],
    ['moneyAddsUp', 'totals that are not the sums of the lines', soldFor('1')],
    ['documentedHeaders', 'a rate limit without Retry-After', refusal(429, 'too_many_requests', 'api_error')],
    [
      'documentedHeaders',
      'a Retry-After of 0',
      { ...refusal(429, 'too_many_requests'), headers: { 'retry-after': '0' } },
      /retry-after is 0: it must be >= 1$/im,
    ],
    ...['', '1.5', '0x10', '1e2', 'soon'].map((value): [string, string, Parts] => [
      'documentedHeaders',
      `a Retry-After of "${value}"`,
      { ...refusal(429, 'too_many_requests', 'api_error'), headers: { 'retry-after': value } },
    ]),
  ];

  for (const [check] of violations) shown.add(check);
  test.each(violations)(
    '%s refuses %s, and names the exchange without its key',
    async (check, _, parts, said = /./) => {
      const violation = await pass(parts).catch((error: Error) => error);
      expect(violation).toMatchObject({
        name: 'ContractViolation',
        message: expect.stringMatching(new RegExp(`^${check}: `)),
      });
      expect(String(violation)).toMatch(said);
      expect(String(violation)).toContain(`: ${parts.method ?? 'GET'} ${parts.path ?? '/event-types'}`);
      expect(String(violation)).not.toContain(apiKey);
    },
  );

  test('a header must match its whole schema', async () => {
    const { document } = contract;
    const stricter = (schema: JsonObject) => {
      const change = { update: { schema }, path: ['components', 'headers', 'request-id'], behaviour: '', value: '' };
      return { ...contract, document: applyChanges(document, [change]) };
    };
    const headers = new Headers({ 'request-id': request_id });
    const response = '#/components/responses/forbidden';
    const operation = contract.operations.find(({ id }) => id === 'listCustomers') ?? null;
    expect(operation?.responses.get('403')).toBe(response);
    const url = new URL(`${baseUrl}/customers`);
    const request = { method: 'GET', url, headers: new Headers(), body: '' };
    const refused = { status: 403, headers, body: '', json: undefined };
    const exchange: Exchange = { operation, request, response: refused, began: 0, ended: 0 };
    const violationOf = (schema: JsonObject) => createHeaderCheck(stricter(schema))(exchange, contract);
    expect(violationOf({ pattern: '^[0-9a-f-]{36}$', minLength: 36 })).toBeNull();
    expect(violationOf({ pattern: '^req_' })).toContain('must match pattern "^req_"');
    expect(violationOf({ maxLength: 35 })).toContain('must NOT have more than 35 characters');
    expect(violationOf({ format: 'date-time' })).toContain('must match format "date-time"');
    expect(violationOf({ enum: ['1'] })).toContain('must be equal to one of the allowed values');
  });

  test('requestId refuses an ID that was used before', async () => {
    await expect(pass(eventTypes, 2)).rejects.toThrow(/^requestId: .* was used before/);
  });
});

describe('the memory of writes', () => {
  const id = `ctm_${ulid}`;
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

  /** Passes responses through the checks, one after the other. */
  async function follow(steps: readonly Step[]): Promise<void> {
    const waiting = [...steps];
    const send = createCheckedSend(
      baseUrl,
      contract,
      asSend(async () => answerOf(waiting.shift())),
    );
    for (const { method, path } of steps)
      await send({ method, url: new URL(`${baseUrl}${path}`), headers: new Headers(), body: '' });
  }

  function answerOf({ status = 500, data }: Partial<Step> = {}): Response {
    const meta = { request_id: crypto.randomUUID() };
    const error = errorOf('bad_request');
    const headers = { 'content-type': 'application/json', 'request-id': meta.request_id };
    return new Response(JSON.stringify(data ? { data, meta } : { error, meta }), { status, headers });
  }

  test('reads pass that match the last write', async () => {
    await follow([created, read(), refused, read(), changed, read({ name: 'Sam' })]);
  });

  const violations: [string, Step[]][] = [
    ['writtenReadsBack', [created, read({ name: 'Other' })]],
    ['writtenReadsBack', [created, changed, read()]],
    ['refusedChangesNothing', [created, refused, read({ name: 'Half' })]],
    ['idsSortByCreation', [created, { ...created, data: customer({ id: id.replace('01h', '01g') }) }]],
  ];

  for (const [check] of violations) shown.add(check);
  test.each(violations)('%s refuses reads and IDs that contradict earlier writes', async (check, steps) => {
    await expect(follow(steps)).rejects.toThrow(new RegExp(`^${check}: `));
  });
});

test('each check has a case that it refuses', () => {
  const files = readChecks().filter(({ file }) => file !== 'checks/delivery.ts');
  const named = [...shown].map((check) => new ContractViolation(check, '').claim);
  expect(named.toSorted()).toEqual(files.map(({ title }) => title).toSorted());
});
