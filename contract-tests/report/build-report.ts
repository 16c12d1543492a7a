import packageJson from '../../package.json' with { type: 'json' };
import type { Claim } from '../claims/claim.ts';
import { claimsInTitle } from '../claims/claims-named-by.ts';
import { claims } from '../claims/ledger.ts';
import type { Behaviours } from '../contract/behaviours.ts';
import type { SuiteRun } from '../suite/run-suite.ts';
import { reportJudgement } from './judge-report.ts';
import { reportLaw } from './law-report.ts';
import type { ClaimReport, LawReport, Report, ReportSettings, Totals } from './report.ts';
import { reportChecks } from './report-checks.ts';
import { asClaimed, expectationOf, verdictOn } from './verdict.ts';

/** Builds the report of a run. Secrets are not redacted yet. */
export function buildReport(run: SuiteRun, settings: ReportSettings): Report {
  const { target, startedAt, seconds, results, endedEarly, notChosen, judgement } = run;
  const own = results.map((result) => reportLaw(result, target));
  const laws = [...own, ...reportChecks(run, settings.only)];
  const lawsOf = byClaim(laws, ({ title }) => title);
  const leftOutOf = byClaim(notChosen, (title) => title);
  const reports = withUnknown(lawsOf.keys())
    .map((claim) =>
      reportClaim(claim, lawsOf.get(claim.id) ?? [], leftOutOf.get(claim.id)?.length ?? 0, target.behaviours),
    )
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
  leftOut: number,
  behaviours: Behaviours,
): ClaimReport {
  const { id, statement, guide, official } = claim;
  const verdict = verdictOn(laws, 'kind' in claim ? expectationOf(claim, behaviours) : asClaimed, leftOut);
  return { id, statement, guide, official, ...verdict, accepted: null, laws, laws_not_chosen: leftOut };
}

/** Groups items by the claims in their titles; an item with several claims is in several groups. */
function byClaim<Item>(items: readonly Item[], titleOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const item of items)
    for (const id of claimsInTitle(titleOf(item))) {
      const others = found.get(id);
      if (others) others.push(item);
      else found.set(id, [item]);
    }
  return found;
}

/** Returns the claims of the ledger, and those that occur only in titles of laws. */
function withUnknown(ids: Iterable<string>): KnownClaim[] {
  const known = new Set(claims.map(({ id }) => id));
  const unknown = [...ids].filter((id) => !known.has(id));
  return [...claims, ...unknown.map((id) => ({ id, statement: null, guide: null, official: null }))];
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
