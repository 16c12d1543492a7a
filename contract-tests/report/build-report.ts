import packageJson from '../../package.json' with { type: 'json' };
import type { SuiteRun } from '../runner/run-suite.ts';
import { claimsInTitle } from './claims-in-title.ts';
import { reportLaw } from './law-report.ts';
import type { ClaimReport, LawReport, Report, ReportSettings, Totals } from './report.ts';
import { type Expectation, judge } from './verdict.ts';

/** What the ledger knows of a claim. */
export type Claim = Pick<ClaimReport, 'id' | 'statement' | 'guide' | 'official'> & {
  readonly expectation: Expectation;
};

/**
 * Makes the report on a run. Secrets are still in it; whoever shows it takes them out.
 *
 * @param claims those that were to be checked.
 */
export function buildReport(run: SuiteRun, settings: ReportSettings, claims: readonly Claim[]): Report {
  const { target, startedAt, seconds, results, endedEarly } = run;
  const laws = results.map((result) => reportLaw(result, target.baseUrl));
  const reports = withUnknown(claims, laws).map((claim) => reportClaim(claim, laws));
  return {
    format: 1,
    paddock: packageJson.version,
    started_at: startedAt.toISOString(),
    seconds,
    target: { name: target.name, url: target.baseUrl, behaviours: target.behaviours },
    settings,
    totals: totalsOf(reports, laws),
    ended_early: endedEarly,
    claims: reports,
  };
}

function reportClaim({ id, statement, guide, official, expectation }: Claim, laws: readonly LawReport[]): ClaimReport {
  const own = laws.filter(({ title }) => claimsInTitle(title).includes(id));
  return { id, statement, guide, official, ...judge(own, expectation), accepted: null, laws: own };
}

/** The claims, and those that only titles of laws know. */
function withUnknown(claims: readonly Claim[], laws: readonly LawReport[]): Claim[] {
  const known = new Set(claims.map(({ id }) => id));
  const unknown = new Set(laws.flatMap(({ title }) => claimsInTitle(title)).filter((id) => !known.has(id)));
  return [...claims, ...[...unknown].toSorted().map(unknownClaim)];
}

function unknownClaim(id: string): Claim {
  return { id, statement: null, guide: null, official: null, expectation: { differs: false, notTestable: null } };
}

function totalsOf(claims: readonly ClaimReport[], laws: readonly LawReport[]): Totals {
  const numberOf = (wanted: string) => claims.filter(({ verdict }) => verdict === wanted).length;
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
