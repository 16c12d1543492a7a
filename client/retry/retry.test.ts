import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { UsageError } from '#openapi/text/usage-error.ts';
import { createPaddleClient } from '../create-paddle-client.ts';
import { isPaddleError } from '../errors/paddle-request-error.ts';
import { answer, refusal, type Step, sandboxKey, scriptFetch } from '../testing/scripted-fetch.ts';
import { delayBefore } from './retry.ts';
import type { RetryNotice, RetryOptions } from './retry-options.ts';

const customer_id = 'ctm_01kpadd0ck0000000000000001';
const success = answer(200, { data: { id: customer_id }, meta: { request_id: 'r' } });
const path = { params: { path: { customer_id } } };

/** Creates a client with scripted responses that records its delays instead of waiting. */
function script(steps: [Step, ...Step[]], retry: RetryOptions = {}) {
  const { fetch, requests } = scriptFetch(...steps);
  const waits: number[] = [];
  const notices: RetryNotice[] = [];
  const wait = async (delayMs: number) => {
    waits.push(delayMs);
  };
  const onRetry = (notice: RetryNotice) => {
    notices.push(notice);
  };
  const options = { wait, onRetry, random: () => 0.5, ...retry };
  const paddle = createPaddleClient({ apiKey: sandboxKey, environment: 'http://mock.test', fetch, retry: options });
  const calls = {
    GET: () => paddle.GET('/customers/{customer_id}', path),
    PATCH: () => paddle.PATCH('/customers/{customer_id}', { ...path, body: { name: 'Sam' } }),
    POST: () => paddle.POST('/customers/{customer_id}/portal-sessions', { ...path, body: {} }),
  };
  return { calls, requests, waits, notices };
}

describe('a retry', () => {
  test.for(['GET', 'PATCH', 'POST'] as const)('waits Retry-After after a 429, for %s', async (method) => {
    const { calls, requests, waits } = script([refusal(429, 'too_many_requests', { 'Retry-After': '7' }), success]);
    await calls[method]();
    expect(waits).toEqual([7000]);
    expect(requests.map((request) => request.method)).toEqual([method, method]);
  });

  test('sends the same body each time', async () => {
    const { calls, requests } = script([refusal(503, 'service_unavailable'), refusal(500, 'internal_error'), success]);
    await calls.PATCH();
    const bodies = await Promise.all(requests.map((request) => request.text()));
    expect(bodies).toEqual(Array(3).fill('{"name":"Sam"}'));
  });

  test.for(['GET', 'PATCH'] as const)('follows server errors and broken connections, for %s', async (method) => {
    const { calls, waits } = script([refusal(500, 'internal_error'), new TypeError('fetch failed'), success]);
    await calls[method]();
    expect(waits).toEqual([250, 500]);
  });

  test.for([
    ['a server error', refusal(500, 'internal_error'), 'internal_error'],
    ['a bad gateway', new Response('<h1>Bad gateway</h1>', { status: 502 }), 'invalid_response'],
    ['no answer', new TypeError('fetch failed'), 'network_error'],
  ] as const)('is never made for a POST that may have taken effect: %s', async ([, step, code]) => {
    const { calls, requests } = script([step, success]);
    await expect(calls.POST()).rejects.toMatchObject({ code, attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test('treats a truncated body as no response', async () => {
    const broken = () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error('reset')) }));
    const { calls, notices } = script([broken, success]);
    await calls.GET();
    expect(notices).toMatchObject([{ reason: 'network_error', status: null }]);
  });

  test.for([400, 403, 404, 409, 501, 540])('does not follow %d', async (status) => {
    const { calls, requests } = script([refusal(status, 'x'), success]);
    await expect(calls.GET()).rejects.toMatchObject({ status });
    expect(requests).toHaveLength(1);
  });

  test('backs off after a 429 whose Retry-After makes no sense', async () => {
    const { calls, waits } = script([refusal(429, 'too_many_requests', { 'Retry-After': 'soon' }), success]);
    await calls.POST();
    expect(waits).toEqual([250]);
  });

  test('waits at least Retry-After after a 503', async () => {
    const { calls, waits } = script([refusal(503, 'service_unavailable', { 'Retry-After': '3' }), success]);
    await calls.GET();
    expect(waits).toEqual([3000]);
  });

  test('fails with the last error after maxAttempts', async () => {
    const { calls, requests } = script([refusal(500, 'internal_error')], { maxAttempts: 3 });
    await expect(calls.GET()).rejects.toMatchObject({ status: 500, attempts: 3 });
    expect(requests).toHaveLength(3);
  });

  test('is not made if its delay would exceed maxDelayMs, and the error has the delay', async () => {
    const { calls, waits } = script([refusal(429, 'too_many_requests', { 'Retry-After': '61' })]);
    await expect(calls.GET()).rejects.toMatchObject({ retryAfterSeconds: 61 });
    expect(waits).toEqual([]);
  });

  test('is not made if the total delay would exceed maxTotalDelayMs', async () => {
    const retry = { maxAttempts: 10, maxTotalDelayMs: 100_000 };
    const { calls, waits } = script([refusal(429, 'too_many_requests', { 'Retry-After': '45' })], retry);
    await expect(calls.GET()).rejects.toMatchObject({ status: 429 });
    expect(waits).toEqual([45_000, 45_000]);
  });

  test('is not made for methods that the list omits', async () => {
    const { calls, requests } = script([refusal(500, 'internal_error'), success], { methods: ['GET'] });
    await expect(calls.PATCH()).rejects.toMatchObject({ status: 500 });
    expect(requests).toHaveLength(1);
  });

  test('is announced with all details', async () => {
    const { calls, notices } = script([refusal(429, 'too_many_requests', { 'Retry-After': '2' }), success]);
    await calls.GET();
    const url = `http://mock.test/customers/${customer_id}`;
    expect(notices).toMatchObject([
      {
        attempt: 1,
        delayMs: 2000,
        reason: 'rate_limit',
        method: 'GET',
        url,
        status: 429,
        error: { code: 'too_many_requests' },
      },
    ]);
  });
});

describe('an abort signal', () => {
  const limited = () => refusal(429, 'too_many_requests', { 'Retry-After': '60' });

  test("interrupts the real wait, with the signal's reason", async () => {
    const stop = new AbortController();
    const { fetch, requests } = scriptFetch(limited);
    const retry = { onRetry: () => stop.abort(new Error('enough')) };
    const paddle = createPaddleClient({ apiKey: sandboxKey, environment: 'http://mock.test', fetch, retry });
    await expect(paddle.GET('/customers', { signal: stop.signal })).rejects.toThrow('enough');
    expect(requests).toHaveLength(1);
  });

  test('interrupts a wait that has begun', async () => {
    const stop = new AbortController();
    const { fetch } = scriptFetch(limited);
    const retry = { onRetry: () => setImmediate(() => stop.abort(new Error('enough'))) };
    const paddle = createPaddleClient({ apiKey: sandboxKey, environment: 'http://mock.test', fetch, retry });
    await expect(paddle.GET('/customers', { signal: stop.signal })).rejects.toThrow('enough');
  });

  test('of the client ends its calls', async () => {
    const stop = new AbortController();
    const { fetch } = scriptFetch(success);
    const { signal } = stop;
    const paddle = createPaddleClient({ apiKey: sandboxKey, environment: 'http://mock.test', fetch, signal });
    stop.abort(new Error('shutting down'));
    const error = await paddle.GET('/customers').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: 'shutting down' });
    expect(isPaddleError(error)).toBe(false);
  });
});

describe('the options', () => {
  test.for([{ maxAttempts: 0 }, { maxAttempts: 1.5 }, { baseDelayMs: -1 }, { maxDelayMs: Number.NaN }])(
    'refuse %j',
    (retry) => {
      expect(() => createPaddleClient({ apiKey: sandboxKey, environment: 'sandbox', retry })).toThrow(UsageError);
    },
  );
});

describe('the schedule', () => {
  const policy = fc.record({
    baseDelayMs: fc.integer({ min: 0, max: 10_000 }),
    maxDelayMs: fc.integer({ min: 0, max: 100_000 }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }).map((value) => () => value),
  });
  const attempts = fc.integer({ min: 1, max: 2000 });

  property.prop([policy, attempts])(
    'a backoff is never negative, and never above its doubled limit or the cap',
    (options, attempt) => {
      const delay = delayBefore({ status: 500, retryAfterSeconds: null }, attempt, options);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThanOrEqual(
        Math.min(options.maxDelayMs, options.baseDelayMs * 2 ** Math.min(attempt - 1, 100)),
      );
    },
  );

  property.prop([policy, attempts, fc.integer({ min: 0, max: 1000 }), fc.constantFrom(429, 500, 503)])(
    'no wait is shorter than Retry-After',
    (options, attempt, retryAfterSeconds, status) => {
      expect(delayBefore({ status, retryAfterSeconds }, attempt, options)).toBeGreaterThanOrEqual(
        retryAfterSeconds * 1000,
      );
    },
  );
});
