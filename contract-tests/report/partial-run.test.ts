import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SuiteRun } from '../suite/run-suite.ts';
import { startTarget } from '../targets/start-target.ts';
import type { Target } from '../targets/target.ts';
import { driftOf } from './baseline.ts';
import { buildReport } from './build-report.ts';
import { renderJunit } from './formats/junit.ts';
import { renderMarkdown } from './formats/markdown.ts';
import { renderSummary } from './formats/summary.ts';
import { outcomeOf } from './outcome.ts';
import { renderPage } from './page/page.ts';
import type { ClaimReport } from './report.ts';
import { failure, lawResult } from './testing/law-result.ts';

let target: Target | undefined;
beforeAll(async () => {
  target = await startTarget('mock', { seed: 1 });
});
afterAll(() => target?.close());

const [chosen, others] = ['ips: they are listed', ['ips: they need no key', 'ips and errors: they cannot be changed']];
/** Builds the report of a run of some laws of a claim. */
function reportOn(parts: Partial<Pick<SuiteRun, 'results' | 'notChosen'>>) {
  if (!target) throw new Error('There is no target.');
  const run = { target, startedAt: new Date(0), seconds: 1, endedEarly: null, judgement: null };
  const results = [lawResult(chosen)];
  return buildReport(
    { ...run, results, notChosen: others, ...parts },
    { seed: 1, runs: null, path: null, only: [chosen] },
  );
}

const claimIn = ({ claims }: { claims: readonly ClaimReport[] }) => claims.find(({ id }) => id === 'ips');

test('a claim has no verdict if only some of its laws ran and held', () => {
  const because = 'Only 1 of 3 laws of this claim ran. 1 law held.';
  expect(claimIn(reportOn({}))).toMatchObject({ verdict: 'cannot-tell', because, laws_not_chosen: 2 });
  const untold = reportOn({ results: [lawResult(chosen, { noVerdict: 'no clock' })] });
  expect(claimIn(untold)?.because).toBe('Only 1 of 3 laws of this claim ran. No verdict: no clock.');
  expect(claimIn(reportOn({ notChosen: ['errors: they are errors'] }))).toMatchObject({ verdict: 'holds' });
});

test('a claim differs if one of its laws is broken, even if others did not run', () => {
  const differing = reportOn({ results: [lawResult(chosen, { failure })] });
  expect(claimIn(differing)?.verdict).toBe('differs');
  expect(outcomeOf(differing, []).exitCode).toBe(1);
});

test('every format shows the number of laws that ran', () => {
  const report = reportOn({});
  const outcome = outcomeOf(report, []);
  const said = 'nly 1 of 3 laws of this claim ran';
  expect(renderSummary(report, outcome)).toMatch(
    /^can't tell +1 +ips \(only 1 of 3 laws of this claim ran, 1 held\)$/m,
  );
  expect(JSON.stringify(report)).toContain(said);
  expect(renderMarkdown(report, outcome)).toContain(`- ips: O${said}`);
  expect(renderPage([report])).toContain(said);
  const junit = renderJunit(report);
  expect(junit).toContain('<testsuite name="ips" tests="2" failures="0" skipped="1"');
  expect(junit).toMatch(new RegExp(`name="2 laws not chosen" time="0">\\s*<skipped message="O${said}`));
});

test('a partial run ends with 0, and reports no unneeded entries of the baseline', () => {
  const report = reportOn({});
  const drift = driftOf(report, [{ claim: 'ips', reason: 'Known.', expires: '9999-12-31' }], '2026-07-01');
  expect(drift).toEqual([]);
  expect(outcomeOf(report, drift)).toEqual({ exitCode: 0, because: ['Everything is as expected.'] });
});
