import type { ClaimReport, Report, Verdict } from './report.ts';

/** One claim in several runs. */
export type ClaimHistory = {
  /** As the last run that knows it has it. */
  readonly claim: ClaimReport;
  /** Its verdict in each run, the oldest first; `null` where the run does not know the claim. */
  readonly verdicts: readonly (Verdict | null)[];
  /** Whether the last run says something else than the one before. */
  readonly changed: boolean;
};

/** What several runs say of each claim, the oldest run first: the claims in the order of the last run. */
export function claimHistories(reports: readonly Report[]): ClaimHistory[] {
  const ids = new Set(reports.toReversed().flatMap(({ claims }) => claims.map(({ id }) => id)));
  return [...ids].flatMap((id) => {
    const found = reports.map(({ claims }) => claims.find((claim) => claim.id === id) ?? null);
    const claim = found.findLast((one) => one !== null);
    const verdicts = found.map((one) => one?.verdict ?? null);
    const changed = verdicts.length > 1 && verdicts.at(-1) !== verdicts.at(-2);
    return claim ? { claim, verdicts, changed } : [];
  });
}
