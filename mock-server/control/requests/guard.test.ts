import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import express from 'express';
import { describe, expect, test } from 'vitest';
import type { ApiRequest } from '../../http/exchange.ts';
import { type GuardOptions, guardControl } from './guard.ts';

const { request: prototype } = express();

/** Makes a request as Express does. */
function requestFrom(remoteAddress: string | undefined, headers: Record<string, string | undefined>, tls = false) {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  if (tls) Object.assign(socket, { encrypted: true });
  const request: ApiRequest = Object.setPrototypeOf(new IncomingMessage(socket), prototype);
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) request.headers[name] = value;
  return request;
}

const refused = (reason: RegExp) =>
  expect.objectContaining({ status: 403, code: 'forbidden', message: expect.stringMatching(reason) });
const open: GuardOptions = { controlToken: undefined, isLocal: true, baseUrl: undefined };
const withToken = { ...open, controlToken: 'secret', isLocal: false };
const token = { 'x-paddock-control-token': 'secret' };

function guarded(request: ApiRequest, options = open): unknown {
  try {
    guardControl(request, options);
    return 'let in';
  } catch (error) {
    return error;
  }
}

describe('without a token', () => {
  test.each(['127.0.0.1', '127.1.2.3', '::ffff:127.0.0.1', '::1'])('a caller from %s is admitted', (address) => {
    expect(guarded(requestFrom(address, { host: 'localhost:4010' }))).toBe('let in');
  });

  test.each(['10.0.0.1', '::2', '2001:db8::127.0.0.1', '1.127.0.1', 'x::ffff:127.0.0.1', undefined])(
    'a caller from %s is refused',
    (address) => {
      expect(guarded(requestFrom(address, { host: 'localhost' }))).toEqual(refused(/another machine.*--control-token/));
    },
  );

  test.each([
    'localhost',
    'LOCALHOST:1',
    '127.0.0.1',
    '127.10.200.30:80',
    'mock.localhost:4010',
    '[::1]',
    '[::1]:4010',
  ])('a caller who names the host %s is admitted', (host) => {
    expect(guarded(requestFrom('127.0.0.1', { host }))).toBe('let in');
  });

  test.each([
    'example.com',
    'localhost.example.com',
    'evil-localhost',
    'x[::1]',
    'example.com:localhost',
    '127.0.0.1.example.com',
    '1127.0.0.1',
    'localhost:port',
    '',
    undefined,
  ])('a caller who names the host %s is refused', (host) => {
    expect(guarded(requestFrom('127.0.0.1', { host }))).toEqual(refused(/Host header.*localhost/));
  });

  test.each(['x-forwarded-for', 'x-real-ip', 'forwarded'])(
    'a caller through a proxy that sends %s is refused',
    (name) => {
      expect(guarded(requestFrom('127.0.0.1', { host: 'localhost', [name]: '127.0.0.1' }))).toEqual(refused(/proxy/));
    },
  );
});

describe('with a token', () => {
  test('a caller who sends it is admitted from anywhere', () => {
    expect(guarded(requestFrom('10.0.0.1', { host: 'example.com', ...token }), withToken)).toBe('let in');
    const proxied = { host: 'example.com', 'x-forwarded-for': '10.0.0.1', ...token };
    expect(guarded(requestFrom('127.0.0.1', proxied), withToken)).toBe('let in');
  });

  test.each([undefined, '', 'Secret', 'secret2', 'secre'])('a caller who sends %s is refused', (sent) => {
    const request = requestFrom('127.0.0.1', { host: 'localhost', 'x-paddock-control-token': sent });
    expect(guarded(request, withToken)).toEqual(refused(/token is missing or wrong/));
  });

  test.each([
    ['localhost:4010', 'let in'],
    ['paddock', 'let in'],
    ['mock.example.com', 'let in'],
    ['evil.example', refused(/Host header.*--base-url/)],
  ])('a server on loopback, called as %s, answers: %s', (host, answer) => {
    const options = { ...withToken, isLocal: true, baseUrl: 'https://mock.example.com' };
    expect(guarded(requestFrom('127.0.0.1', { host, ...token }), options)).toEqual(answer);
  });
});

describe.each([
  ['without a token', open, {}],
  ['with a token', withToken, token],
])('%s', (_how, options, headers) => {
  const host = 'localhost:4010';
  const from = (more: Record<string, string>, tls = false) =>
    guarded(requestFrom('127.0.0.1', { host, ...headers, ...more }, tls), options);

  test.each([
    { origin: 'http://localhost:4010' },
    { origin: 'http://localhost:4010', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-mode': 'cors' },
  ])('a page of the server itself, or a program, is admitted: %j', (more) => {
    expect(from(more)).toBe('let in');
  });

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:3000' },
    { origin: 'http://evil.example:4010' },
    { origin: 'null' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': '' },
    { origin: 'http://localhost:4010', 'sec-fetch-site': 'cross-site' },
  ])('a page of another site is refused: %j', (more) => {
    expect(from(more)).toEqual(refused(/page of another site/));
  });

  test('a webhook is refused', () => {
    expect(from({ 'paddle-signature': 'ts=1;h1=2' })).toEqual(refused(/webhook/));
  });

  test('a connection to Paddle’s API is refused for any host', () => {
    expect(from({}, true)).toEqual(refused(/PADDOCK_URL/));
  });
});
