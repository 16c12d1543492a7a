import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { buildReport } from '../report/build-report.ts';
import { renderSummary } from '../report/formats/summary.ts';
import { outcomeOf } from '../report/outcome.ts';
import { createApiKeys } from '../targets/api-keys.ts';
import { startTarget } from '../targets/start-target.ts';
import type { Target } from '../targets/target.ts';
import type { Law } from './laws.ts';
import { runLaws } from './run-laws.ts';

/** Starts a mock behind a proxy that answers some paths with 500. */
async function failing(isFailing: (path: string) => boolean): Promise<Target> {
  const mock = await startTarget('mock', { seed: 1 });
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (isFailing(path)) return void response.writeHead(500).end('{"error":"it is broken"}');
    const headers = { authorization: String(request.headers.authorization) };
    const answer = await fetch(`${mock.baseUrl}${path}`, { headers });
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // `address()` is an `AddressInfo` for a server that listens on a port.
  const { port } = server.address() as AddressInfo;
  const target = await startTarget(`http://127.0.0.1:${port}`, { seed: 1, apiKey: createApiKeys(1)() });
  onTestFinished(async () => {
    await target.close();
    server.close();
    await mock.close();
  });
  return target;
}

const reads = (title: string, target: Target, path: string): Law => ({
  title,
  body: async () => void (await target.newAccount().request('GET', path)),
});
const lawsOf = (target: Target) => [
  reads('ips: they are listed', target, '/ips'),
  reads('event-types: they are listed', target, '/event-types'),
  reads('customers: they are listed', target, '/customers'),
];
const options = { concurrency: 1, timeoutMs: 30_000, onResult: () => null };
const keptFailing = /^the target kept failing: it answered \/event-types, \/ips, .* with a server error$/;

async function reportOn(target: Target) {
  const found = await runLaws(lawsOf(target), { ...options, target });
  const run = { ...found, target, startedAt: new Date(0), seconds: 1, notChosen: [], judgement: null };
  return { found, report: buildReport(run, { seed: 1, runs: null, path: null, only: [] }) };
}

test('a target that only fails gets no verdicts, and the run fails', async () => {
  const { found, report } = await reportOn(await failing(() => true));
  expect(found.endedEarly).toMatch(keptFailing);
  expect(found.results.map(({ failure, noVerdict }) => failure ?? noVerdict)).toEqual(Array(3).fill(found.endedEarly));
  expect(report.totals.claims).toMatchObject({ differs: 0, holds: 0, 'differs-as-expected': 0 });
  expect(outcomeOf(report, [])).toEqual({
    exitCode: 1,
    because: [`The run ended early: ${found.endedEarly}.`, 'Nothing was checked.'],
  });
  const summary = renderSummary(report, outcomeOf(report, []));
  expect([summary.includes('ended early'), summary.includes("can't tell")]).toEqual([true, false]);
});

test('a target that begins to fail keeps its earlier verdicts, and gets no further ones', async () => {
  let requests = 0;
  const { found, report } = await reportOn(
    await failing((path) => {
      if (!path.startsWith('/_paddock')) requests += 1;
      return requests > 2;
    }),
  );
  expect(found.results.map(({ failure, noVerdict }) => failure ?? noVerdict)).toEqual([
    null,
    expect.stringMatching(keptFailing),
    expect.stringMatching(keptFailing),
  ]);
  const verdictOf = (wanted: string) => report.claims.find(({ id }) => id === wanted)?.verdict;
  expect([verdictOf('ips'), verdictOf('no-server-error'), verdictOf('request-id')]).toEqual([
    'holds',
    'cannot-tell',
    'cannot-tell',
  ]);
  expect(outcomeOf(report, []).exitCode).toBe(1);
});

test.each(['/event-types', '/ips'])('a target that fails at %s alone breaks a law', async (path) => {
  const { found, report } = await reportOn(await failing((asked) => asked === path));
  expect(found.endedEarly).toBeNull();
  expect(found.results.filter(({ failure }) => failure).map(({ failure }) => failure?.violates)).toEqual([
    'no-server-error',
  ]);
  expect(report.claims.find(({ id }) => id === 'no-server-error')?.verdict).toBe('differs');
});
