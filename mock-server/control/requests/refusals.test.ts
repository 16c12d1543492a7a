import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Paddock, startPaddock } from '../../index.ts';

let paddock: Paddock;
beforeAll(async () => {
  paddock = await startPaddock({ clock: { now: '2026-07-01T00:00:00Z' } });
});
afterAll(() => paddock.close());

const liveKey = 'pdl_live_apikey_01kpadd0ck0000000000000001_SomebodysLiveKey000000_000';
const unknownKey = 'pdl_sdbx_apikey_01kpadd0ck0000000000000009_SomebodysSandboxKey000_009';

/** Request, body, and the error's status, code and detail. */
const refusals: [string, unknown, number, string, string][] = [
  [
    'GET /nothing',
    undefined,
    404,
    'not_found',
    'Could not find GET /_paddock/nothing: there is no such operation. See GET /_paddock/openapi/control.yaml.',
  ],
  [
    'GET /openapi/guide.jsn',
    undefined,
    404,
    'not_found',
    'Could not find the document guide.jsn: there is no such document. Did you mean guide.json?',
  ],
  [
    'GET /requests?limit=x',
    undefined,
    400,
    'invalid_request',
    'Could not list requests: limit: invalid input. Correct the query.',
  ],
  [
    'GET /requests?colour=red',
    undefined,
    400,
    'invalid_request',
    'Could not list requests: it has no query parameter colour. See GET /_paddock/openapi/control.yaml.',
  ],
  [
    'GET /requests?limitt=3',
    undefined,
    400,
    'invalid_request',
    'Could not list requests: it has no query parameter limitt. Did you mean limit?',
  ],
  [
    'DELETE /faults/fault_9?fault_idd=1',
    undefined,
    400,
    'invalid_request',
    'Could not remove a fault: it has no query parameter fault_idd. See GET /_paddock/openapi/control.yaml.',
  ],
  [
    'PUT /clock',
    { noww: '2030-01-01T00:00:00Z' },
    400,
    'invalid_request',
    'Could not set, stop or start the clock: the body: Additional property noww is not allowed. Did you mean now?',
  ],
  [
    'PUT /clock',
    { colour: 'red' },
    400,
    'invalid_request',
    'Could not set, stop or start the clock: the body: Additional property colour is not allowed. Correct the body.',
  ],
  [
    'PUT /clock',
    { now: 5 },
    400,
    'invalid_request',
    'Could not set, stop or start the clock: now: Invalid type. Expected: string, given: integer. Correct the body.',
  ],
  [
    'PUT /clock',
    '{"now"',
    400,
    'invalid_request',
    "Could not read the body: Expected ':' after property name in JSON at position 6 (line 1 column 7). Send JSON.",
  ],
  [
    'POST /clock/advance',
    { to: '2027-01-01T00:00:00Z', days: 1 },
    400,
    'invalid_request',
    'Could not advance the clock: give either a time or a duration, not both.',
  ],
  [
    'POST /clock/advance',
    { to: '2025-01-01T00:00:00Z' },
    400,
    'invalid_request',
    "Could not advance the clock: to is in the past of the account's clock. Give a later time.",
  ],
  [
    'PUT /behaviours',
    { profile: 'gide' },
    400,
    'invalid_request',
    'Could not use the profile gide: there is no such profile. Did you mean guide?',
  ],
  [
    'PUT /behaviours',
    { behaviours: { timestamps: 'red' } },
    400,
    'invalid_request',
    'Could not set timestamps to red: there is no such value. Use one of seconds, fractions.',
  ],
  [
    'POST /keys/revoke',
    { api_key: unknownKey },
    404,
    'not_found',
    'Could not revoke the key: the account has no such key.',
  ],
  [
    'POST /import',
    {},
    400,
    'invalid_request',
    'Could not import exported or recorded data: give either csv or recorded.',
  ],
  [
    'POST /import',
    { csv: 'id', recorded: [] },
    400,
    'invalid_request',
    'Could not import exported or recorded data: give either csv or recorded.',
  ],
  [
    'DELETE /faults/fault_9',
    undefined,
    404,
    'not_found',
    'Could not remove the fault fault_9: the account has no such fault. List them with GET /_paddock/faults.',
  ],
  [
    'DELETE /snapshots/none',
    undefined,
    400,
    'invalid_request',
    'Could not find the snapshot none: the account has no such snapshot. List them with GET /_paddock/snapshots.',
  ],
  [
    'PUT /snapshots/a%20b',
    {},
    400,
    'invalid_request',
    'Could not take the snapshot a b: the name is invalid. Use up to 64 letters, digits, dots, underscores and hyphens.',
  ],
  [
    'POST /trigger/customer.exploded',
    {},
    400,
    'invalid_request',
    expect.stringMatching(/^Could not trigger customer\.exploded: there is no such event type\. .*customer\.updated/),
  ],
  [
    'POST /trigger/customer.updated',
    { entity_id: 'ctm_01kpadd0ck0000000000000009' },
    404,
    'not_found',
    "Could not find ctm_01kpadd0ck0000000000000009 among the account's customers. Create it first, or leave the entity out.",
  ],
  [
    'PUT /chaos/ntfset_01kpadd0ck0000000000000009',
    {},
    404,
    'not_found',
    'Could not find the destination ntfset_01kpadd0ck0000000000000009: the account has no such notification setting. List them with GET /notification-settings.',
  ],
];

async function ask(call: string, body: unknown, headers: Record<string, string> = {}) {
  const [method = '', path = ''] = call.split(' ');
  const response = await fetch(`${paddock.url}/_paddock${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

describe('the control plane refuses', () => {
  test.each(refusals)('%s with %j', async (call, body, status, code, detail) => {
    const answer = await ask(call, body);
    expect(answer).toEqual({ status, type: 'application/json; charset=utf-8', body: { error: { code, detail } } });
  });

  test('an unknown behaviour, with the names of all', async () => {
    const { status, body } = await ask('PUT /behaviours', { behaviours: { colour: 'red' } });
    expect(status).toBe(400);
    expect(body.error.detail).toMatch(
      /^Could not set the behaviour colour: there is no such behaviour\. Use one of duplicate-emails, pagination-next, /,
    );
  });

  test('a live key, with the type of key it accepts', async () => {
    const { status, body } = await ask('GET /clock', undefined, { Authorization: `Bearer ${liveKey}` });
    expect([status, body.error.code]).toEqual([403, 'forbidden']);
    expect(body.error.detail).toMatch(/^Could not find the account: This is a live key/);
  });

  test('a body that is too large to read', async () => {
    const { status, body } = await ask('PUT /clock', JSON.stringify({ now: 'x'.repeat(40 * 1024 * 1024) }));
    expect([status, body.error.code]).toEqual([400, 'invalid_request']);
  });
});
