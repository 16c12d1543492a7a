import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { createPaddleClient } from './create-paddle-client.ts';
import { answer, legacyKey, liveKey, refusal, type Step, sandboxKey, scriptFetch } from './testing/scripted-fetch.ts';

const customer_id = 'ctm_01kpadd0ck0000000000000001';
const success = answer(200, { data: { id: customer_id }, meta: { request_id: 'r' } }, { 'X-RateLimit-Limit': '100' });
const path = { customer_id };

function connect(...steps: [Step, ...Step[]]) {
  const { fetch, requests } = scriptFetch(...steps);
  const retry = { maxAttempts: 1 };
  return {
    paddle: createPaddleClient({ apiKey: sandboxKey, environment: 'http://mock.test/', fetch, retry }),
    requests,
  };
}

describe('a call', () => {
  test("resolves to Paddle's data and meta, and the response, still unread", async () => {
    const { paddle } = connect(success);
    const { data, meta, response } = await paddle.GET('/customers/{customer_id}', { params: { path } });
    expect(data.id).toBe(customer_id);
    expect(meta.request_id).toBe('r');
    expect(response.headers.get('X-RateLimit-Limit')).toBe('100');
    expect(await response.json()).toEqual({ data, meta });
  });

  test('authorizes itself, asks for version 1, and sends a content type only with a body', async () => {
    const { paddle, requests } = connect(success);
    await paddle.GET('/customers');
    await paddle.POST('/customers/{customer_id}/portal-sessions', { params: { path } });
    await paddle.PATCH('/customers/{customer_id}', { params: { path }, body: { name: null } });
    const sent = requests.map(({ method, url, headers }) => [method, url, headers.get('Content-Type')]);
    expect(sent).toEqual([
      ['GET', 'http://mock.test/customers', null],
      ['POST', `http://mock.test/customers/${customer_id}/portal-sessions`, null],
      ['PATCH', `http://mock.test/customers/${customer_id}`, 'application/json'],
    ]);
    for (const { headers } of requests) {
      expect(headers.get('Authorization')).toBe(`Bearer ${sandboxKey}`);
      expect(headers.get('Paddle-Version')).toBe('1');
    }
  });

  test('adds headers, but lets none replace the key', async () => {
    const { paddle, requests } = connect(success);
    await paddle.GET('/customers', { headers: { 'Paddle-Version': '2', authorization: 'Bearer other' } });
    expect(requests[0]?.headers.get('Paddle-Version')).toBe('2');
    expect(requests[0]?.headers.get('Authorization')).toBe(`Bearer ${sandboxKey}`);
  });

  test('writes lists with commas and time filters with brackets', async () => {
    const { paddle, requests } = connect(success);
    const query = { status: ['active', 'archived'], updated_at: { GTE: '2026-07-01T00:00:00Z' } } as const;
    await paddle.GET('/customers', { params: { query: { ...query, status: [...query.status] } } });
    expect(decodeURIComponent(requests[0]?.url ?? '')).toBe(
      'http://mock.test/customers?status=active,archived&updated_at[GTE]=2026-07-01T00:00:00Z',
    );
  });

  test('refuses an empty ID before any request', async () => {
    const { paddle, requests } = connect(success);
    const call = paddle.GET('/customers/{customer_id}', { params: { path: { customer_id: '' } } });
    await expect(call).rejects.toThrow(UsageError);
    expect(requests).toEqual([]);
  });

  test('does not follow redirects', async () => {
    const { paddle, requests } = connect(
      new Response(null, { status: 302, headers: { Location: 'https://evil.example' } }),
    );
    await expect(paddle.GET('/customers')).rejects.toMatchObject({ status: 302, code: 'invalid_response' });
    expect(requests.map(({ redirect }) => redirect)).toEqual(['manual']);
  });
});

describe('a failure', () => {
  test("carries all fields of Paddle's error", async () => {
    const error = {
      type: 'request_error',
      code: 'invalid_field',
      detail: 'Request does not pass validation.',
      documentation_url: 'https://developer.paddle.com/v1/errors/shared/invalid_field',
      errors: [{ field: 'email', message: 'is not an email address' }],
    };
    const { paddle } = connect(answer(400, { error, meta: { request_id: 'b9e1' } }));
    await expect(paddle.POST('/customers', { body: { email: 'x' } })).rejects.toMatchObject({
      name: 'PaddleRequestError',
      message:
        'POST http://mock.test/customers failed: 400 invalid_field: Request does not pass validation.; ' +
        'email: is not an email address (request b9e1)',
      status: 400,
      code: 'invalid_field',
      detail: error.detail,
      type: 'request_error',
      errors: error.errors,
      requestId: 'b9e1',
      documentationUrl: error.documentation_url,
      method: 'POST',
      url: 'http://mock.test/customers',
      retryAfterSeconds: null,
      attempts: 1,
    });
  });

  test("carries Paddock's hint without the key, or null without a hint", async () => {
    const hint = `The key ${sandboxKey} may not do that.`;
    const { paddle } = connect(refusal(403, 'forbidden', { 'X-Paddock-Hint': hint }));
    const error = await paddle.GET('/customers').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ hint: 'The key **** may not do that.' });
    expect(String(error)).toMatch(/Hint: The key \*{4} may not do that\.$/);
    await expect(connect(refusal(403, 'forbidden')).paddle.GET('/customers')).rejects.toMatchObject({ hint: null });
  });

  test('has no request ID if the response has a malformed one', async () => {
    const ids = [legacyKey, 'Basic cGRs', '', 'a'.repeat(37), 'b9e1 (request b9e2)'];
    for (const id of ids) {
      const { paddle } = connect(new Response('no', { status: 502, headers: { 'Request-Id': id } }));
      await expect(paddle.GET('/customers')).rejects.toMatchObject({ requestId: null });
    }
    const { paddle } = connect(
      answer(400, { error: { code: 'x', detail: 'x' }, meta: { request_id: legacyKey } }, { 'Request-Id': 'b9e1' }),
    );
    await expect(paddle.GET('/customers')).rejects.toMatchObject({ requestId: 'b9e1' });
  });

  test('of a rate limit says how long to wait', async () => {
    const { paddle } = connect(refusal(429, 'too_many_requests', { 'Retry-After': '9' }));
    await expect(paddle.GET('/customers')).rejects.toMatchObject({ status: 429, retryAfterSeconds: 9 });
  });

  test.for([
    ['a page of a proxy', new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'Request-Id': 'b9e1' } })],
    ['another JSON', answer(502, { message: 'no' }, { 'Request-Id': 'b9e1' })],
    ['a success that is no JSON', new Response('<h1>Welcome</h1>', { status: 200, headers: { 'Request-Id': 'b9e1' } })],
    ['a success without data', answer(201, { ok: true }, { 'Request-Id': 'b9e1' })],
    ['an empty success', new Response(null, { status: 204, headers: { 'Request-Id': 'b9e1' } })],
  ] as const)("is made for an answer that is not Paddle's: %s", async ([, step]) => {
    const { paddle } = connect(step);
    const expected = { code: 'invalid_response', status: step.status, requestId: 'b9e1', type: null, errors: [] };
    await expect(paddle.GET('/customers')).rejects.toMatchObject(expected);
  });

  test('is a network error without a response, with its reason', async () => {
    const cause = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:1') });
    const { paddle } = connect(cause);
    const expected = {
      status: null,
      code: 'network_error',
      detail: 'No response: connect ECONNREFUSED 127.0.0.1:1',
      cause,
    };
    await expect(paddle.GET('/customers')).rejects.toMatchObject(expected);
  });

  test("keeps the cause that the runtime's own fetch gives", async () => {
    const server = createServer((request) => request.socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const options = { apiKey: sandboxKey, environment: `http://127.0.0.1:${port}`, retry: { maxAttempts: 1 } };
    const cause = { name: 'TypeError', cause: { code: 'UND_ERR_SOCKET' } };
    await expect(createPaddleClient(options).GET('/customers')).rejects.toMatchObject({ code: 'network_error', cause });
    server.close();
    const refused = { name: 'TypeError', cause: { code: 'ECONNREFUSED' } };
    await expect(createPaddleClient(options).GET('/customers')).rejects.toMatchObject({ cause: refused });
  });

  test('is a timeout if the response takes longer than timeoutMs', async () => {
    const fetch = (request: Request) =>
      new Promise<Response>((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason));
      });
    const options = {
      apiKey: sandboxKey,
      environment: 'http://mock.test',
      fetch,
      timeoutMs: 1,
      retry: { maxAttempts: 1 },
    };
    const expected = { status: null, code: 'timeout', detail: 'No response within 1 ms.' };
    await expect(createPaddleClient(options).GET('/customers')).rejects.toMatchObject(expected);
  });
});

describe('an answer that is too long', () => {
  /** Returns an endless body, and a flag that is set when it is cancelled. */
  function endless() {
    const given = { up: false };
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(32)),
      cancel: () => {
        given.up = true;
      },
    });
    return { body, given };
  }

  test.for([
    [200, 100_000, 100_000],
    [200, undefined, 32 * 1024 * 1024],
    [502, undefined, 1024 * 1024],
    [502, 1000, 1000],
  ] as const)('is given up: status %i, maxResponseBytes %s', async ([status, maxResponseBytes, most]) => {
    const { body, given } = endless();
    const options = { apiKey: sandboxKey, environment: 'http://mock.test', retry: { maxAttempts: 1 } };
    const fetch = async () => new Response(body, { status });
    const paddle = createPaddleClient({ ...options, fetch, ...(maxResponseBytes && { maxResponseBytes }) });
    const error = await paddle.GET('/customers').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid_response', status, detail: expect.stringContaining(`${most} bytes`) });
    expect(given.up).toBe(true);
  });

  test('is read at exactly the limit', async () => {
    const text = '{"data":[]}';
    const options = { apiKey: sandboxKey, environment: 'http://mock.test', maxResponseBytes: text.length };
    const paddle = createPaddleClient({ ...options, fetch: async () => new Response(text) });
    const { data, response } = await paddle.GET('/customers');
    expect([data, await response.text()]).toEqual([[], text]);
  });
});

describe('createPaddleClient', () => {
  test.for([
    ['a sandbox key for live', { apiKey: sandboxKey, environment: 'live' }],
    ['a live key for the sandbox', { apiKey: liveKey, environment: 'sandbox' }],
    ['a client-side token', { apiKey: 'test_7d279f61a3499fed520f7cd8c08', environment: 'sandbox' }],
    ['no time to answer', { apiKey: sandboxKey, environment: 'sandbox', timeoutMs: 0 }],
    ['no answer to read', { apiKey: sandboxKey, environment: 'sandbox', maxResponseBytes: Number.NaN }],
  ] as const)('refuses %s before any request', ([, options]) => {
    const { fetch, requests } = scriptFetch(success);
    expect(() => createPaddleClient({ ...options, fetch })).toThrow(UsageError);
    expect(requests).toEqual([]);
  });

  test('waits indefinitely if timeoutMs is infinite', async () => {
    const fetch = (request: Request) =>
      new Promise<Response>((resolve, reject) => {
        request.signal.addEventListener('abort', reject);
        setTimeout(() => resolve(success.clone()), 20);
      });
    const options = { apiKey: sandboxKey, environment: 'http://mock.test', timeoutMs: Number.POSITIVE_INFINITY };
    await expect(createPaddleClient({ ...options, fetch }).GET('/customers')).resolves.toBeDefined();
  });

  test("sends over the runtime's own fetch", async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => seen.push(`${request.method} ${request.url} ${text}`));
      request.on('end', () =>
        response.writeHead(seen.length === 1 ? 429 : 201, { 'Retry-After': '0' }).end('{"data":{}}'),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const paddle = createPaddleClient({ apiKey: sandboxKey, environment: `http://127.0.0.1:${port}` });
    await paddle.POST('/customers', { body: { email: 'sam@example.com' } });
    server.close();
    expect(seen).toEqual(Array(2).fill('POST /customers {"email":"sam@example.com"}'));
  });
});
