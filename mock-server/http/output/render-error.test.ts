import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badRequest, type PaddleApiError, paddleError } from '../../errors/errors.ts';
import { sqliteError } from '../../state/testing/sqlite-error.ts';
import { Exchange } from '../exchange.ts';
import { renderErrors } from './render-error.ts';

let thrown: unknown;
let reported: unknown[] = [];
const app = express();
app.get('/thrown', () => {
  throw thrown;
});
app.get('/begun', (_request, response) => {
  response.writeHead(200, { 'Content-Length': 100 }).write('{"data":');
  throw thrown;
});
app.use(renderErrors((error) => reported.push(error)));
const server = createServer((request, response) => {
  app(request, Object.assign(response, { locals: new Exchange('one', () => {}) }));
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<unknown>((resolve) => server.close(resolve)));

async function answerTo(error: unknown, path = '/thrown') {
  [thrown, reported] = [error, []];
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
}

const failure = (fields: object) => Object.assign(new Error('failed'), fields);

describe('a thrown value is answered', () => {
  test('with its envelope', async () => {
    const errors = [{ field: 'a', message: 'is wrong' }];
    const response = await answerTo(badRequest(errors, 'Zoë\nsaid so'));
    expect([response.status, response.headers.get('x-paddock-hint')]).toEqual([400, 'Zo??said so']);
    expect(await response.json()).toEqual({
      error: {
        type: 'request_error',
        code: 'bad_request',
        detail: 'Invalid request.',
        documentation_url: 'https://developer.paddle.com/v1/errors/shared/bad_request',
        errors,
      },
      meta: { request_id: 'one' },
    });
    expect(Object.keys((await (await answerTo(badRequest())).json()).error)).not.toContain('errors');
  });

  test.each<[string, PaddleApiError, Record<string, string | null>]>([
    [
      'nothing more',
      paddleError('not_found', { id: 'ctm_1' }),
      { 'retry-after': null, 'x-paddock-hint': null, connection: 'keep-alive' },
    ],
    ['how long to wait', paddleError('too_many_requests', { retryAfterSeconds: 7 }), { 'retry-after': '7' }],
    ['not to wait', paddleError('too_many_requests', { retryAfterSeconds: 0 }), { 'retry-after': '0' }],
    ['that the connection is over', paddleError('request_body_too_large'), { connection: 'close' }],
  ])('with headers that say %s', async (_what, error, headers) => {
    const response = await answerTo(error);
    expect(Object.fromEntries(Object.keys(headers).map((name) => [name, response.headers.get(name)]))).toEqual(headers);
    expect(reported).toEqual([]);
  });

  test.each<[string, unknown, number, string]>([
    ['a body that is no JSON', failure({ status: 400, type: 'entity.parse.failed' }), 400, 'invalid_json'],
    ['a body that is too large', failure({ status: 413, type: 'entity.too.large' }), 413, 'request_body_too_large'],
    ['an unknown charset', failure({ status: 415, type: 'charset.unsupported' }), 415, 'unsupported_media_type'],
    ['a path that is no text', failure({ status: 400 }), 400, 'bad_request'],
    ['any fault of the request', failure({ status: 499 }), 400, 'bad_request'],
  ])('as Paddle does: %s', async (_what, error, status, code) => {
    const response = await answerTo(error);
    expect([response.status, (await response.json()).error.code]).toEqual([status, code]);
    expect(reported).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['an error', new Error('failed')],
    ['no error', 'failed'],
    ['an object that only looks like a fault of the request', { status: 400 }],
    ['an error whose status is no number', failure({ status: '400' })],
    ['an error of no fault', failure({ status: 399 })],
    ['an error of this side', failure({ status: 500 })],
  ])('as a bug, which is reported: %s', async (_what, error) => {
    const response = await answerTo(error);
    expect([response.status, (await response.json()).error.code]).toEqual([500, 'internal_error']);
    expect(response.headers.get('x-paddock-hint')).toBe(
      'This is a bug in Paddock. The server printed the stack trace.',
    );
    expect(reported).toEqual([error]);
  });

  test('with the reason why the data file failed, which is reported', async () => {
    const error = sqliteError('database or disk is full', 13);
    const response = await answerTo(error);
    expect([response.status, (await response.json()).error.code]).toEqual([503, 'service_unavailable']);
    expect(response.headers.get('x-paddock-hint')).toBe(
      'Could not use the data file: the disk is full. Free some space; the request changed nothing.',
    );
    expect(reported).toEqual([error]);
  });

  test('by closing the connection, if a response had begun', async () => {
    const error = new Error('failed');
    await expect(answerTo(error, '/begun').then((response) => response.text())).rejects.toThrow(TypeError);
    expect(reported).toEqual([error]);
  });
});
