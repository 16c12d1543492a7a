import { createServer } from 'node:http';
import express, { type ErrorRequestHandler } from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchFrom, type InProcessFetch } from '../in-process/fetch.ts';
import { Counters } from '../monitoring/counters.ts';
import { openAccounts } from '../testing/open-accounts.ts';
import { controlPlane } from './mount.ts';
import { ControlError } from './requests/control-error.ts';

/** Error that resetting an account throws, if any. */
let broken: unknown;
let isDraining = false;
/** Errors that the control plane passed on. */
let passedOn: unknown;

let served: InProcessFetch;
let close: () => Promise<void>;
beforeAll(() => {
  const { accounts, database } = openAccounts();
  const pass: ErrorRequestHandler = (error, _request, response, _next) => {
    passedOn = error;
    response.status(599).end();
  };
  const options = {
    accounts,
    resetAccount: () => {
      if (broken !== undefined) throw broken;
    },
    controlToken: 'word',
    isLocal: true,
    baseUrl: undefined,
    measured: { counters: new Counters(), countAccounts: () => 1, countEvicted: () => 0, countWaiting: () => 0 },
    isDraining: () => isDraining,
  };
  served = fetchFrom(createServer(express().use('/_paddock', controlPlane(options)).use(pass)));
  close = async () => {
    await served.close();
    await accounts.close();
    database.close();
  };
});
afterAll(() => close());

async function ask(call: string, init: RequestInit = {}) {
  const [method = '', path = ''] = call.split(' ');
  const headers = { 'X-Paddock-Control-Token': 'word', ...init.headers };
  const response = await served.fetch(`http://localhost/_paddock${path}`, { ...init, method, headers });
  return { status: response.status, type: response.headers.get('Content-Type'), text: await response.text() };
}

const json = 'application/json; charset=utf-8';

test('a response has the type of its content', async () => {
  broken = undefined;
  expect(await ask('POST /reset')).toEqual({ status: 204, type: null, text: '' });
  expect(await ask('GET /faults')).toEqual({ status: 200, type: json, text: '{"faults":[]}' });
  const script = await ask('GET /requests?format=curl');
  expect(script).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
  expect(script.text).toMatch(/^#!\/bin\/sh\n/);
});

test('only CSV and JSON bodies are read', async () => {
  const imported = await ask('POST /import', { body: 'colour\n', headers: { 'Content-Type': 'text/csv' } });
  expect(JSON.parse(imported.text)).toMatchObject({ refused: [] });
  for (const body of [
    'colour\n',
    new URLSearchParams({ csv: 'colour' }),
    new Blob(['{}'], { type: 'application/jsonx' }),
  ]) {
    const other = await ask('POST /import', { body });
    expect([other.status, JSON.parse(other.text).error.code]).toEqual([415, 'unsupported_media_type']);
  }
  const untyped = await ask('POST /clock/advance', { body: new TextEncoder().encode('{"days":30}') });
  expect([untyped.status, JSON.parse(untyped.text).error.detail]).toEqual([
    415,
    'Could not read the body: it has no Content-Type. Send the header "Content-Type: application/json".',
  ]);
});

test.each([
  ['POST /import', 'recorded'],
  ['POST /seed', 'customers'],
  ['POST /trigger/customer.created', 'overrides'],
])('%s refuses a body that is nested too deeply', async (call, field) => {
  const deep = `${'[{"a":'.repeat(2500)}1${'}]'.repeat(2500)}`;
  const headers = { 'Content-Type': 'application/json' };
  const { status, text } = await ask(call, { body: `{"${field}":${deep}}`, headers });
  expect([status, JSON.parse(text).error.detail]).toEqual([400, expect.stringContaining('nested too deep')]);
});

test('a body may be long', async () => {
  const headers = { 'Content-Type': 'application/json' };
  const long = await ask('POST /fork', { body: JSON.stringify({ api_key: 'x'.repeat(200_000) }), headers });
  expect(long.text).not.toContain('too large');
});

test('the token is required, except for health', async () => {
  const headers = { 'X-Paddock-Control-Token': 'another' };
  expect(await ask('GET /clock', { headers })).toMatchObject({ status: 403, type: json });
  expect(await ask('GET /health', { headers })).toMatchObject({ status: 200, type: json });
});

test('health reports that the server is stopping', async () => {
  isDraining = true;
  const { status, text } = await ask('GET /health');
  isDraining = false;
  const detail = 'Could not take more requests: the server is shutting down.';
  expect([status, JSON.parse(text)]).toEqual([503, { error: { code: 'draining', detail } }]);
});

const withStatus = (status: number) => Object.assign(new Error('it is cut off'), { status });

test.each([
  ['an error of the control plane', new ControlError(404, 'not_found', 'Could not.'), 404, 'not_found', 'Could not.'],
  ['an error of reading', withStatus(499), 400, 'invalid_request', 'Could not read the request: it is cut off.'],
])('%s is reported', async (_what, error, status, code, detail) => {
  broken = error;
  const answer = await ask('POST /reset');
  expect([answer.status, answer.type, JSON.parse(answer.text)]).toEqual([status, json, { error: { code, detail } }]);
});

test.each([
  ['a bug', new TypeError('x is no function')],
  ['a failure of this side', withStatus(500)],
  ['what is no error', { status: 400 }],
])('%s is passed on', async (_what, error) => {
  broken = error;
  passedOn = undefined;
  expect((await ask('POST /reset')).status).toBe(599);
  expect(passedOn).toBe(error);
});

test('errors of the control plane have a name', () => {
  expect(String(new ControlError(404, 'not_found', 'Could not.'))).toBe('ControlError: Could not.');
});
