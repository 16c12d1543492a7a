import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createPaddleClient } from '../create-paddle-client.ts';
import { paginate } from '../pagination/paginate.ts';
import type { RetryNotice } from '../retry/retry-options.ts';
import { answer, liveKey, refusal, type Step, sandboxKey, scriptFetch } from '../testing/scripted-fetch.ts';

/** Prints a value in every way that a log could. */
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

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');
const each = (text: string, encode: (character: string) => string) => Array.from(text, encode).join('');

/** Encodings in which a server or a proxy may repeat the key. */
const encodings: readonly [string, (key: string) => string][] = [
  ['as it is', (key) => key],
  ['cut off', (key) => key.slice(0, -9)],
  ['percent-encoded', (key) => each(key, (character) => `%${hex(character)}`)],
  ['percent-encoded in part, in capitals', (key) => key.replaceAll('_', '%5F')],
  ['percent-encoded twice', (key) => each(key, (character) => `%25${hex(character)}`)],
  ['with escapes of JSON', (key) => each(key, (character) => `\\u00${hex(character)}`)],
  ['with escapes of JSON within JSON', (key) => JSON.stringify(key.replace('p', '\\u0070'))],
  ['with entities of HTML', (key) => each(key, (character) => `&#x${hex(character)};`)],
  ['as a user name of Basic', (key) => btoa(`${key}:`)],
  ['as a password of Basic', (key) => btoa(`user:${key}`)],
  ['within Base64', (key) => btoa(`api:${key}:more`)],
  ['in Base64 for URLs', (key) => btoa(`?~${key}`).replaceAll('+', '-').replaceAll('/', '_')],
];

/** Returns a text together with its unescaped form and its parts decoded from Base64. */
function decoded(text: string): string {
  const unescaped = text.replaceAll(/(?:%(?:25)*|\\+u00|&#x)([\da-f]{2});?/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const parts = text.match(/[\w+/-]{40,}/g) ?? [];
  return [text, unescaped, ...parts.flatMap((part) => [0, 1, 2, 3].map((at) => fromBase64(part.slice(at))))].join('\n');
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}

const echo = (request: Request) => request.headers.get('Authorization') ?? '';

/** Returns an error that carries the request, like those of some HTTP libraries. */
function talkativeError(request: Request): Error {
  const error = new TypeError(`Could not send ${echo(request)}`);
  return Object.assign(error, { request, config: { headers: Object.fromEntries(request.headers) } });
}

describe('the API key is never shown', () => {
  test('by the client', () => {
    const paddle = connect(answer(200, { data: [] }));
    expect(show(paddle)).not.toContain(sandboxKey);
    expect(show(paginate(paddle, '/customers'))).not.toContain(sandboxKey);
  });

  test.for([
    ['a refusal', refusal(403, 'forbidden')],
    ['a refusal that repeats it', (request) => refusal(403, 'forbidden', {}, `Not with ${echo(request)}.`)],
    ['a page that repeats it', (request) => new Response(`<pre>${echo(request)}</pre>`, { status: 502 })],
    ['a success that repeats it and is not JSON', (request) => new Response(echo(request))],
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
    ['a thrown object that is not an error', (request) => Promise.reject({ request, text: echo(request) })],
    ['a thrown text', (request) => Promise.reject(echo(request))],
  ] satisfies [string, Step][])('with %s', async ([, step]) => {
    const notices: RetryNotice[] = [];
    const paddle = connect(step, (notice) => notices.push(notice));
    const error = await paddle.GET('/customers').catch((thrown: unknown) => thrown);
    expect(error).toHaveProperty('name', 'PaddleRequestError');
    expect(show(error)).not.toContain(sandboxKey);
    expect(show(notices)).not.toContain(sandboxKey);
  });

  test.for(encodings)('in an error of a server that repeats it %s', async ([, encode], { expect }) => {
    const repeated = encode(sandboxKey);
    const secretPart = /SecretSandboxKey0/;
    expect(decoded(repeated)).toMatch(secretPart);
    const errors = [{ field: repeated, message: repeated }];
    const envelope = { error: { type: 'request_error', code: repeated, detail: repeated, errors } };
    const steps: Step[] = [
      answer(400, { ...envelope, meta: { request_id: repeated } }),
      new Response(`<pre>${repeated}</pre>`, { status: 502, headers: { 'X-Paddock-Hint': repeated } }),
      new Response(`{"error":{"code":"${repeated}","detail":"${repeated}"}}`, { status: 400 }),
      new Response(repeated, { headers: { 'Request-Id': repeated } }),
      new Error(repeated),
      new TypeError('fetch failed', { cause: new Error(repeated) }),
    ];
    for (const step of steps) {
      const { GET } = connect(step);
      const error = await GET('/customers/{customer_id}', { params: { path: { customer_id: sandboxKey } } }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toHaveProperty('name', 'PaddleRequestError');
      expect(decoded(show(error))).not.toMatch(secretPart);
    }
  });

  test('in the error for an unusable key', () => {
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

  test('and this check would find it', () => {
    const request = new Request('http://mock.test', { headers: { Authorization: `Bearer ${sandboxKey}` } });
    expect(show(talkativeError(request))).toContain(sandboxKey);
  });
});
