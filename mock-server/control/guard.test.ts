import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import express from 'express';
import { describe, expect, test } from 'vitest';
import type { ApiRequest } from '../http/exchange.ts';
import { guardControl } from './guard.ts';

const { request: prototype } = express();

/** A request as Express would hand it over. */
function requestFrom(remoteAddress: string | undefined, host: string | undefined, token?: string): ApiRequest {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  const request: ApiRequest = Object.setPrototypeOf(new IncomingMessage(socket), prototype);
  if (host !== undefined) request.headers.host = host;
  if (token !== undefined) request.headers['x-paddock-control-token'] = token;
  return request;
}

const anotherMachine =
  'the request comes from another machine. Start the server with --control-token and send the token.';
const noLocalHost = 'the Host header is not a local one. Call localhost, or start the server with --control-token.';
const wrongToken = 'the control token is missing or wrong. Send it in X-Paddock-Control-Token.';
const refused = (reason: string) =>
  expect.objectContaining({ status: 403, code: 'forbidden', message: `Could not steer the emulator: ${reason}` });

function guarded(request: ApiRequest, token?: string): unknown {
  try {
    guardControl(request, token);
    return 'let in';
  } catch (error) {
    return error;
  }
}

describe('without a token', () => {
  test.each(['127.0.0.1', '127.1.2.3', '::ffff:127.0.0.1', '::1'])('a caller from %s is let in', (address) => {
    expect(guarded(requestFrom(address, 'localhost:4010'))).toBe('let in');
  });

  test.each(['10.0.0.1', '::2', '2001:db8::127.0.0.1', '1.127.0.1', 'x::ffff:127.0.0.1', undefined])(
    'a caller from %s is not',
    (address) => {
      expect(guarded(requestFrom(address, 'localhost'))).toEqual(refused(anotherMachine));
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
  ])('who names the host %s is let in', (host) => {
    expect(guarded(requestFrom('127.0.0.1', host))).toBe('let in');
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
  ])('who names the host %s is not', (host) => {
    expect(guarded(requestFrom('127.0.0.1', host))).toEqual(refused(noLocalHost));
  });
});

describe('with a token', () => {
  test('whoever sends it is let in, from anywhere', () => {
    expect(guarded(requestFrom('10.0.0.1', 'example.com', 'secret'), 'secret')).toBe('let in');
  });

  test.each([undefined, '', 'Secret', 'secret2', 'secre'])('who sends %s is not, from anywhere', (token) => {
    expect(guarded(requestFrom('127.0.0.1', 'localhost', token), 'secret')).toEqual(refused(wrongToken));
  });
});
