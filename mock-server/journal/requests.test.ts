import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireProgram } from '#vitest/require-program.ts';
import { type Paddock, startPaddock } from '../index.ts';
import { freshApiKey } from '../state/api-keys.ts';
import type { ShownRequest } from './shown-request.ts';

const run = promisify(execFile);

describe('GET /_paddock/requests', () => {
  let paddock: Paddock;
  beforeAll(async () => {
    paddock = await startPaddock({ rateLimit: false });
  });
  afterAll(() => paddock.close());

  test('lists each exchange once, without the key', async () => {
    const account = newAccount();
    const created = await account.send('POST', '/customers', { email: 'sam@example.com', name: 'Sam' });
    await account.send('GET', `/customers/${created.data.id}?nonsense=1`);
    const text = await account.shown('');
    const { requests, total } = JSON.parse(text);
    expect(total).toBe(2);
    expect(requests).toMatchObject([
      {
        number: 1,
        operation_id: 'createCustomer',
        method: 'POST',
        url: '/customers',
        body: { email: 'sam@example.com', name: 'Sam' },
        status: 201,
        response_body: { data: { id: created.data.id } },
        request_id: created.meta.request_id,
        error_code: null,
        unexpected: null,
      },
      {
        number: 2,
        operation_id: 'getCustomer',
        params: { customer_id: created.data.id },
        status: 200,
        unexpected: `GET /customers/${created.data.id} has no query parameter nonsense.`,
      },
    ]);
    expect(text).not.toContain(account.apiKey.slice(43));
  });

  test('reports operations, parameters and fields that the document does not have', async () => {
    const account = newAccount();
    await account.send('GET', '/nothing');
    await account.send('PUT', '/customers');
    await account.send('POST', '/customers', { email: 'sam@example.com', nickname: 'S' });
    await account.send('GET', '/customers');
    const requests = await account.requests('?unexpected=true');
    expect(requests.map(({ unexpected }) => unexpected)).toEqual([
      'There is no operation GET /nothing.',
      'There is no operation PUT /customers.',
      'POST /customers takes no field nickname.',
    ]);
    expect(await account.requests('?unexpected=false')).toHaveLength(1);
  });

  test('shows the headers of a response, and none without a response', async () => {
    const account = newAccount();
    await account.send('GET', '/customers');
    await account.send('GET', '/customers?nonsense=1');
    const headers = { Authorization: `Bearer ${account.apiKey}`, 'X-Paddock-Fault': 'reset-before' };
    await expect(fetch(`${paddock.url}/customers`, { headers })).rejects.toThrow();
    const [plain, hinted, cut] = await account.requests('');
    const usual = { 'content-type': 'application/json', 'content-length': expect.stringMatching(/^\d+$/) };
    expect(plain?.response_headers).toEqual({ ...usual, 'request-id': plain?.request_id });
    expect(hinted?.response_headers).toEqual({
      ...usual,
      'request-id': hinted?.request_id,
      'x-paddock-hint': 'GET /customers has no query parameter nonsense; it was ignored.',
    });
    expect(cut?.status).toBe(0);
    expect(cut?.response_headers).toEqual({});
  });

  test('shows errors with their code, those without an account in the default one', async () => {
    await fetch(`${paddock.url}/customers?whose=nobody`);
    const response = await fetch(`${paddock.url}/_paddock/requests?contains=nobody`);
    const { requests }: { requests: ShownRequest[] } = await response.json();
    expect(requests).toMatchObject([
      { operation_id: 'listCustomers', status: 403, error_code: 'authentication_missing', unexpected: null },
    ]);
  });

  test.for([
    ['operation_id=createCustomer', [1]],
    ['method=get', [2, 3]],
    ['path=/event', [2]],
    ['status=4XX', [3]],
    ['status=200,201', [1, 2]],
    ['contains=kim@', [1]],
    ['after=1', [2, 3]],
    ['limit=1', [3]],
    ['operation_id=listCustomers', []],
  ] as const)('lets through what %s asks for', async ([query, numbers]) => {
    const account = newAccount();
    await account.send('POST', '/customers', { email: 'kim@example.com' });
    await account.send('GET', '/event-types');
    await account.send('GET', '/customers/ctm_01kpadd0ck000000000000000z');
    expect((await account.requests(`?${query}`)).map(({ number }) => number)).toEqual(numbers);
  });

  test('refuses an unknown filter', async () => {
    const response = await fetch(`${paddock.url}/_paddock/requests?status=many`);
    expect(response.status).toBe(400);
    const misspelt = await fetch(`${paddock.url}/_paddock/requests?operationId=createCustomer`);
    expect(await misspelt.json()).toMatchObject({
      error: {
        detail: 'Could not list requests: it has no query parameter operationId. Did you mean operation_id?',
      },
    });
    expect((await fetch(`${paddock.url}/_paddock/clock?at=now`)).status).toBe(400);
  });

  test('separates accounts, and can be cleared', async () => {
    const [one, other] = [newAccount(), newAccount()];
    await one.send('GET', '/customers');
    expect(await other.requests('')).toEqual([]);
    await fetch(`${paddock.url}/_paddock/requests`, { method: 'DELETE', headers: one.headers });
    expect(await one.requests('')).toEqual([]);
  });

  test('shows bodies that are not JSON, and redacts all bodies', async () => {
    const account = newAccount();
    await fetch(`${paddock.url}/customers`, { method: 'POST', headers: account.headers, body: '{"email": ' });
    await account.send('POST', '/notification-settings', {
      description: 'a destination',
      destination: 'https://example.com/hook',
      type: 'url',
      subscribed_events: ['customer.created'],
      endpoint_secret_key: 'a secret of mine',
    });
    const text = await account.shown('');
    expect(JSON.parse(text).requests[0]).toMatchObject({ body: '{"email": ', error_code: 'invalid_json' });
    expect(JSON.parse(text).requests[1]).toMatchObject({ status: 201 });
    expect(text).not.toContain('a secret of mine');
  });

  test('redacts paths, escapes, truncated bodies and destinations in every export', async () => {
    const account = newAccount();
    const key = 'pdl_sdbx_apikey_01gtgztp8fpchantd5g1wrksa3_abcdefghijklmnopqrstuv_abc';
    const endpoint = '"description":"x","type":"url","subscribed_events":["customer.created"]';
    await account.send('GET', `/customers/${key}?${key}=1`);
    await account.send('GET', `/customers/%70${key.slice(1)}`);
    for (const body of [
      `{"name":"\\u0070${key.slice(1)}"}`,
      `{${endpoint},"destination":"https://alice:s3cret@127.0.0.1:9/","endpoint\\u005fsecret_key":"a secret of mine"}`,
      `{"email":"${'x'.repeat(64 * 1024 - 80)}@","name":"${key}","end":""}`,
    ])
      await fetch(`${paddock.url}/notification-settings`, { method: 'POST', headers: account.headers, body });
    for (const format of ['json', 'har', 'curl', 'typescript']) {
      const text = await account.shown(`?format=${format}`);
      expect(text).toContain('****');
      expect(text).not.toMatch(/abcdefghij|s3cret|secret of mine/);
    }
  });

  test('exports an HTTP Archive', async () => {
    const account = newAccount();
    await account.send('POST', '/customers', { email: 'har@example.com' });
    const har = JSON.parse(await account.shown('?format=har'));
    expect(har.log).toMatchObject({ version: '1.2', creator: { name: 'Paddock' } });
    expect(har.log.entries[0]).toMatchObject({
      request: {
        method: 'POST',
        url: `${paddock.url}/customers`,
        postData: { mimeType: 'application/json', text: '{"email":"har@example.com"}' },
      },
      response: { status: 201, content: { mimeType: 'application/json' } },
    });
  });

  test.for([
    ['curl', 'sh', 'again.sh'],
    ['typescript', process.execPath, 'again.ts'],
  ] as const)('exports a %s script that does the same again', async ([format, program, file], context) => {
    if (format === 'curl') requireProgram(context, 'curl', '--version');
    const account = newAccount();
    const { data } = await account.send('POST', '/customers', { email: "o'brien@example.com", name: '$(`x`)' });
    await account.send('PATCH', `/customers/${data.id}`, { custom_data: { customer: data.id } });
    await account.send('GET', '/customers?per_page=2');
    const again = newAccount(format === 'curl' ? account.apiKey : undefined);
    await using folder = await temporaryFolder();
    const script = join(folder.path, file);
    await writeFile(script, await account.shown(`?format=${format}`));
    const env = { ...process.env, PADDLE_URL: paddock.url, PADDLE_API_KEY: again.apiKey };
    await run(program, [script], { env });
    const requests = (await again.requests('')).slice(format === 'curl' ? 3 : 0);
    expect(requests.map(({ operation_id, status }) => [operation_id, status])).toEqual([
      ['createCustomer', 201],
      ['updateCustomer', 200],
      ['listCustomers', 200],
    ]);
    expect(requests[0]?.body).toEqual({ email: "o'brien@example.com", name: '$(`x`)' });
  });

  function newAccount(apiKey = freshApiKey()) {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
    const shown = async (query: string) =>
      (await fetch(`${paddock.url}/_paddock/requests${query}`, { headers })).text();
    return {
      apiKey,
      headers,
      shown,
      async send(method: string, path: string, body?: object) {
        const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
        const response = await fetch(paddock.url + path, init);
        return response.json();
      },
      async requests(query: string): Promise<ShownRequest[]> {
        return JSON.parse(await shown(query)).requests;
      },
    };
  }
});

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'paddock-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}
