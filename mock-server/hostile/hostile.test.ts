import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPaddock } from '../server/start-paddock.ts';
import { openDatabase } from '../state/database/database.ts';
import { auditFile } from './audit-file.ts';
import { fuzz } from './fuzz.ts';
import { judge } from './judge-answer.ts';
import { RawConnection } from './raw-connection.ts';
import { rawRequestOf } from './raw-request.ts';
import { readServed } from './read-served.ts';
import { startDestinations } from './start-destinations.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paddock-hostile-'));
});
afterEach(() => rm(folder, { recursive: true }));

const timeoutMs = 30_000;

test.each(['guide', 'official'] as const)(
  'hostile requests find nothing wrong with a mock of the profile %s',
  async (profile) => {
    const data = join(folder, 'data.sqlite');
    using destinations = await startDestinations();
    const paddock = await startPaddock({ profile, data, seed: 1, rateLimit: false, maxEvents: 50, onNotice: () => {} });
    const { url } = paddock;
    const common = { port: Number(new URL(url).port), profile, timeoutMs, destinations: destinations.urls };
    const result = await fuzz({
      ...common,
      seed: 1,
      requests: 300,
      callers: 4,
      served: await readServed(url, profile),
    });
    await paddock.close();
    expect(result.findings.map(({ detail, request }) => [detail, request.bytes.toString('latin1')])).toEqual([]);
    expect(auditFile(data, profile, result.steadyKeys)).toEqual([]);
    // If all requests were refused, the run would test little.
    expect(result.statuses.get('200')).toBeGreaterThan(30);
    expect(result.statuses.get('201')).toBeGreaterThan(3);
  },
);

const envelope = (status: number) => (id: string) => ({
  status,
  body: JSON.stringify({
    error: { type: 'api_error', code: 'internal_error', detail: 'x', documentation_url: 'https://example.com' },
    meta: { request_id: id },
  }),
});

/** Judges the response of a server with this listener. */
async function judged(listener: RequestListener, limitMs = timeoutMs): Promise<string | undefined> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  using connection = new RawConnection((server.address() as AddressInfo).port, limitMs);
  const parts = { about: 'x', method: 'GET', target: '/customers', headers: { Host: 'x' }, body: undefined };
  const request = rawRequestOf({ ...parts, mayBeReset: false });
  const failure = judge(request, await connection.send(request));
  server.closeAllConnections();
  server.close();
  return failure?.detector;
}

function answering(
  make: (id: string) => { status: number; body: string },
  headers: Record<string, string> = {},
): RequestListener {
  const { status, body } = make('id-1');
  return (_request, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', 'Request-Id': 'id-1', ...headers }).end(body);
}

describe('a planted defect is noticed', () => {
  test.each([
    ['an internal error', answering(envelope(500)), '5xx'],
    ['an error that no fault injected', answering(envelope(503)), '5xx'],
    [
      'a stack for an answer',
      (_, response) => response.writeHead(404, { 'Request-Id': 'id-1' }).end('<pre>Error</pre>'),
      'no envelope',
    ],
    ['an envelope with another ID', answering(envelope(400), { 'Request-Id': 'id-2' }), 'no envelope'],
    ['an answer without Request-Id', answering(envelope(400), { 'Request-Id': '' }), 'no envelope'],
    ['a success that is no JSON', answering(() => ({ status: 200, body: '{' })), 'no envelope'],
    ['a connection that is closed', (request) => void request.socket.destroy(), 'no answer'],
  ] as [string, RequestListener, string][])('%s', async (_what, listener, detector) => {
    expect(await judged(listener)).toBe(detector);
  });

  test('no answer at all', async () => {
    expect(await judged(() => {}, 100)).toBe('hang');
  });

  test('but deliberate behaviour is not', async () => {
    expect(await judged(answering(envelope(540)))).toBe(undefined);
    expect(await judged(answering(envelope(503), { 'X-Paddock-Fault': 'header' }))).toBe(undefined);
  });
});

/** Changes a file without the triggers that keep its tables consistent. */
function tamper(data: string, sql: string): void {
  using database = openDatabase(data);
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const name of triggers) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
}

describe('a half-written file is noticed', () => {
  test.each([
    [
      'a changed entity without its event',
      `UPDATE customers SET json = json_set(json, '$.name', 'Other')`,
      'last events',
    ],
    ['an entity that is no JSON', `UPDATE customers SET json = '{'`, 'are JSON'],
    ['a count that is wrong', 'UPDATE counts SET number = number + 1', 'counts are those'],
    ['an address without its customer', 'DELETE FROM customers', 'that they refer to'],
    [
      'an email that two customers have',
      `INSERT INTO customers (account, id, json, searched, status, email)
        SELECT account, 'ctm_2', json_set(json, '$.id', 'ctm_2'), searched, status, email FROM customers`,
      'emails of their own',
    ],
    ['an attempt without its log', 'DELETE FROM notification_logs', 'attempts have their logs'],
    [
      'a log without its notification',
      'DELETE FROM notifications; UPDATE notification_logs SET notification_id = 1',
      'logs have',
    ],
    ['rows of no account', 'DELETE FROM accounts', 'have their account'],
  ])('%s', async (_what, sql, law) => {
    const data = join(folder, 'data.sqlite');
    await using paddock = await startPaddock({
      profile: 'official',
      data,
      webhook: { url: 'http://127.0.0.1:1/absent' },
    });
    await paddock.trigger('address.created');
    await paddock.settle();
    await paddock.close();
    expect(auditFile(data, 'official', [paddock.apiKey])).toEqual([]);
    tamper(data, sql);
    expect(auditFile(data, 'official', [paddock.apiKey]).join('\n')).toContain(law);
  });
});
