import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acceptKnown, driftOf, readBaseline } from './baseline.ts';
import { renderSummary } from './formats/summary.ts';
import { outcomeOf } from './outcome.ts';
import type { ClaimReport, LawReport, Report, Verdict } from './report.ts';
import { asClaimed, type Expectation, verdictOn } from './verdict.ts';

const law = (outcome: LawReport['outcome'], reason = 'no clock'): LawReport => ({
  title: `ips: they are ${outcome}`,
  outcome,
  no_verdict: outcome === 'no-verdict' ? reason : null,
  failure:
    outcome === 'broken'
      ? { message: 'no\nmore', expected: null, received: null, counterexample: null, replay: [] }
      : null,
  requests: 1,
  cases: 1,
  milliseconds: 1,
  exchanges: [],
});

describe('a verdict', () => {
  test.each<[Verdict, LawReport['outcome'][], Expectation, string]>([
    ['holds', ['held', 'held'], asClaimed, '2 laws held.'],
    ['cannot-tell', ['held', 'no-verdict'], asClaimed, '1 of 2 laws held. No verdict on the rest: no clock.'],
    [
      'cannot-tell',
      ['held', 'no-verdict', 'no-verdict'],
      { ...asClaimed, insteadOfClaim: '409' },
      '1 of 3 laws held. No verdict on the rest: no clock.',
    ],
    ['differs', ['held', 'no-verdict', 'broken'], asClaimed, 'Broken: they are broken: no.'],
    ['differs-as-expected', ['held'], { ...asClaimed, insteadOfClaim: '409' }, 'As expected: 409.'],
    ['differs', ['held', 'broken'], { ...asClaimed, insteadOfClaim: '409' }, 'Broken: they are broken: no.'],
    ['cannot-tell', ['no-verdict'], asClaimed, 'No verdict: no clock.'],
    ['cannot-tell', [], asClaimed, 'No law covers this claim here.'],
  ])('is %s where laws are %j', (verdict, outcomes, expectation, because) => {
    expect(
      verdictOn(
        outcomes.map((outcome) => law(outcome)),
        expectation,
      ),
    ).toEqual({ verdict, because });
  });

  test('is missing if no request can test the claim', () => {
    const { because } = verdictOn([], { insteadOfClaim: null, notTestable: 'it is about a page.' });
    expect(because).toBe('No request can test it: it is about a page.');
  });
});

function reportOf(verdicts: Record<string, Verdict>, parts: Partial<Report> = {}): Report {
  const claims = Object.entries(verdicts).map(([id, verdict]): ClaimReport => {
    const outcome =
      ({ differs: 'broken', 'cannot-tell': 'no-verdict' } as const)[verdict as 'differs' | 'cannot-tell'] ?? 'held';
    const texts = { statement: null, guide: null, official: null, because: '', accepted: null };
    return { id, verdict, ...texts, laws: [law(outcome)] };
  });
  return {
    format: 1,
    paddock: '1.0.0',
    started_at: '2026-07-01T12:00:00Z',
    seconds: 1,
    target: { name: 'mock:guide', url: 'http://127.0.0.1', behaviours: {} },
    settings: { seed: 1, runs: null, path: null, only: [] },
    totals: {
      claims: { differs: 0, 'cannot-tell': 0, 'differs-as-expected': 0, holds: 0 },
      laws: 0,
      cases: 0,
      requests: 0,
    },
    ended_early: null,
    claims,
    ...parts,
  };
}

test('the terminal shows how many laws held of a claim without a verdict', () => {
  const report = reportOf({ a: 'cannot-tell', b: 'cannot-tell' });
  const [first, ...others] = report.claims.map((claim) => ({ ...claim, laws: [...claim.laws] }));
  first?.laws.push(law('held'), law('no-verdict'));
  const claims = { ...report.totals.claims, 'cannot-tell': 2 };
  const shown = renderSummary(
    { ...report, claims: first ? [first, ...others] : [], totals: { ...report.totals, claims } },
    { exitCode: 0, because: [] },
  );
  expect(shown).toMatch(/^can't tell +2 +a \(1 of 3 laws held\), b$/m);
});

const today = '2026-07-01';
const entry = (claim: string, expires = '2026-07-01') => ({ claim, expires, reason: 'Paddle knows.' });
const endOf = (report: Report, entries: ReturnType<typeof entry>[] = []) =>
  outcomeOf(acceptKnown(report, entries, today), driftOf(report, entries, today));

describe('a run', () => {
  test('ends with 0 if everything is as expected, and with 1 if a claim differs', () => {
    expect(endOf(reportOf({ a: 'holds', b: 'differs-as-expected', c: 'cannot-tell' })).exitCode).toBe(0);
    expect(endOf(reportOf({ a: 'holds', b: 'differs' }))).toEqual({ exitCode: 1, because: ['1 claim differs.'] });
  });

  test('ends with 1 if nothing was checked, or the run ended early', () => {
    expect(endOf(reportOf({})).because).toEqual(['Nothing was checked.']);
    expect(endOf(reportOf({ a: 'cannot-tell' })).exitCode).toBe(1);
    const early = endOf(reportOf({ a: 'holds' }, { ended_early: 'it was interrupted' }));
    expect(early).toEqual({ exitCode: 1, because: ['The run ended early: it was interrupted.'] });
  });

  test('ends with 0 for a difference that the baseline accepts, until it expires', () => {
    const report = reportOf({ a: 'holds', b: 'differs' });
    expect(endOf(report, [entry('b')]).exitCode).toBe(0);
    expect(endOf(report, [entry('b', '2026-06-30')])).toEqual({
      exitCode: 1,
      because: ['1 claim differs.', "The baseline's entry for b expired on 2026-06-30."],
    });
  });

  test('ends with 3 if the baseline has an unneeded entry', () => {
    const report = reportOf({ a: 'holds', b: 'cannot-tell' });
    expect(endOf(report, [entry('a')]).exitCode).toBe(3);
    expect(endOf(report, [entry('z')]).exitCode).toBe(3);
    expect(endOf(report, [entry('b')]).exitCode).toBe(0);
    expect(
      endOf(reportOf({ a: 'holds' }, { settings: { ...report.settings, only: ['a'] } }), [entry('z')]).exitCode,
    ).toBe(0);
  });
});

test.each([
  ['{', 'JSON'],
  ['{}', 'it has no list "differences"'],
  ['{"differences":[{"claim":"a","expires":"2026-12-31"}]}', 'difference 1'],
  ['{"differences":[{"claim":"a","reason":"b","expires":"soon"}]}', 'difference 1'],
])('a baseline such as %s is refused', async (text, why) => {
  const folder = await mkdtemp(join(tmpdir(), 'paddock-'));
  await writeFile(join(folder, 'baseline.json'), text);
  const reading = readBaseline(join(folder, 'baseline.json'));
  await expect(reading).rejects.toMatchObject({ name: 'UsageError', message: expect.stringContaining(why) });
  await rm(folder, { recursive: true });
});
