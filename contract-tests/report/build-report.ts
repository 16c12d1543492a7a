import packageJson from '../../package.json' with { type: 'json' };
import type { Claim } from '../claims/claim.ts';
import { claims } from '../claims/ledger.ts';
import type { SuiteRun } from '../runner/run-suite.ts';
import type { Behaviours } from '../targets/behaviours.ts';
import { claimsInTitle } from './claims-in-title.ts';
import { asClaimed, expectationOf } from './expectation.ts';
import { reportJudgement } from './judge-report.ts';
import { reportLaw } from './law-report.ts';
import type { ClaimReport, LawReport, Report, ReportSettings, Totals } from './report.ts';
import { reportChecks } from './report-checks.ts';
import { judge } from './verdict.ts';

/** Makes the report on a run. Secrets are still in it; whoever shows it takes them out. */
export function buildReport(run: SuiteRun, settings: ReportSettings): Report {
  const { target, startedAt, seconds, results, endedEarly, notChosen, judgement } = run;
  const own = results.map((result) => reportLaw(result, target));
  const laws = [...own, ...reportChecks(run, settings.only)];
  const reports = withUnknown(laws)
    .map((claim) => reportClaim(claim, laws, notChosen, target.behaviours))
    .filter(({ id, laws: found }) => found.length > 0 || settings.only.length === 0 || settings.only.includes(id));
  return {
    format: 1,
    paddock: packageJson.version,
    started_at: startedAt.toISOString(),
    seconds,
    target: { name: target.name, url: target.baseUrl, behaviours: target.behaviours },
    settings,
    totals: totalsOf(reports, own),
    ended_early: endedEarly,
    claims: reports,
    ...(judgement ? { judge: reportJudgement(judgement, run, settings) } : {}),
  };
}

type KnownClaim =
  | Claim
  | (Pick<Record<keyof Claim, null>, 'statement' | 'guide' | 'official'> & { readonly id: string });

function reportClaim(
  claim: KnownClaim,
  laws: readonly LawReport[],
  notChosen: readonly string[],
  behaviours: Behaviours,
): ClaimReport {
  const { id, statement, guide, official } = claim;
  const isAbout = (title: string) => claimsInTitle(title).includes(id);
  const own = laws.filter(({ title }) => isAbout(title));
  const leftOut = notChosen.filter(isAbout).length;
  const verdict = judge(own, 'kind' in claim ? expectationOf(claim, behaviours) : asClaimed, leftOut);
  return { id, statement, guide, official, ...verdict, accepted: null, laws: own, laws_not_chosen: leftOut };
}

/** The ledger's claims, and those that only titles of laws know. */
function withUnknown(laws: readonly LawReport[]): KnownClaim[] {
  const known = new Set(claims.map(({ id }) => id));
  const unknown = new Set(laws.flatMap(({ title }) => claimsInTitle(title)).filter((id) => !known.has(id)));
  return [...claims, ...[...unknown].map((id) => ({ id, statement: null, guide: null, official: null }))];
}

function totalsOf(reports: readonly ClaimReport[], laws: readonly LawReport[]): Totals {
  const numberOf = (wanted: string) => reports.filter(({ verdict }) => verdict === wanted).length;
  const sum = (of: (law: LawReport) => number) => laws.reduce((total, law) => total + of(law), 0);
  return {
    claims: {
      holds: numberOf('holds'),
      'differs-as-expected': numberOf('differs-as-expected'),
      differs: numberOf('differs'),
      'cannot-tell': numberOf('cannot-tell'),
    },
    laws: laws.length,
    cases: sum(({ cases }) => cases),
    requests: sum(({ requests }) => requests),
  };
}
