import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createPaddleClient } from './create-paddle-client.ts';
import { paginate } from './paginate.ts';
import type { RetryNotice } from './retry-options.ts';
import { answer, liveKey, refusal, type Step, sandboxKey, scriptFetch } from './testing/scripted-fetch.ts';

/** Everything that a log could show of a value. */
function show(value: unknown): string {
  const deep = {
    depth: Number.POSITIVE_INFINITY,
    showHidden: true,
    getters: true,
    maxArrayLength: null,
    maxStringLength: null,
  };
  return [String(value), inspect(value), inspect(value, deep), JSON.stringify(value)].join('\n');
}

function connect(step: Step, onRetry = (_: RetryNotice) => {}) {
  const { fetch } = scriptFetch(step);
  const retry = { maxAttempts: 2, wait: async () => {}, onRetry };
  return createPaddleClient({ apiKey: sandboxKey, environment: 'http://mock.test', fetch, retry });
}

const echo = (request: Request) => request.headers.get('Authorization') ?? '';

/** An error that carries the request, as those of some HTTP libraries do. */
function talkativeError(request: Request): Error {
  const error = new TypeError(`Could not send ${echo(request)}`);
  return Object.assign(error, { request, config: { headers: Object.fromEntries(request.headers) } });
}

describe('the API key is in nothing that can be shown', () => {
  test('of the client', () => {
    const paddle = connect(answer(200, { data: [] }));
    expect(show(paddle)).not.toContain(sandboxKey);
    expect(show(paginate(paddle, '/customers'))).not.toContain(sandboxKey);
  });

  test.for([
    ['a refusal', refusal(403, 'forbidden')],
    ['a refusal that repeats it', (request) => refusal(403, 'forbidden', {}, `Not with ${echo(request)}.`)],
    ['a page that repeats it', (request) => new Response(`<pre>${echo(request)}</pre>`, { status: 502 })],
    ['a success that repeats it and is no JSON', (request) => new Response(echo(request))],
    [
      'a field error that repeats it',
      (request) => {
        const errors = [{ field: echo(request), message: echo(request) }];
        return answer(400, {
          error: { type: 'request_error', code: 'bad_request', detail: 'No.', documentation_url: '', errors },
        });
      },
    ],
    ['an error of fetch', new TypeError('fetch failed', { cause: new Error('ECONNRESET') })],
    ['an error with the request in it', (request) => Promise.reject(talkativeError(request))],
    [
      'an error with such a cause',
      (request) => Promise.reject(new Error('failed', { cause: talkativeError(request) })),
    ],
    ['something thrown that is no error', (request) => Promise.reject({ request, text: echo(request) })],
    ['a text that is thrown', (request) => Promise.reject(echo(request))],
  ] satisfies [string, Step][])('of %s', async ([, step]) => {
    const notices: RetryNotice[] = [];
    const paddle = connect(step, (notice) => notices.push(notice));
    const error = await paddle.GET('/customers').catch((thrown: unknown) => thrown);
    expect(error).toHaveProperty('name', 'PaddleRequestError');
    expect(show(error)).not.toContain(sandboxKey);
    expect(show(notices)).not.toContain(sandboxKey);
  });

  test('of a refusal to use it', () => {
    for (const [apiKey, environment] of [
      [liveKey, 'sandbox'],
      [`${sandboxKey} `, 'sandbox'],
      [liveKey, 'http://mock.test'],
    ] as const) {
      const create = () => createPaddleClient({ apiKey, environment });
      expect(create).toThrow(/^Could not/);
      try {
        create();
      } catch (error) {
        expect(show(error)).not.toContain(apiKey.trim());
      }
    }
  });

  test('and the check finds it where it is', () => {
    const request = new Request('http://mock.test', { headers: { Authorization: `Bearer ${sandboxKey}` } });
    expect(show(talkativeError(request))).toContain(sandboxKey);
  });
});
