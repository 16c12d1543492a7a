import type { ClaimReport, Report, Verdict } from './report.ts';

/** Verdicts on a claim in several runs. */
export type ClaimHistory = {
  /** From the last run that knows it. */
  readonly claim: ClaimReport;
  /** Verdict of each run, oldest first; `null` if the run does not know the claim. */
  readonly verdicts: readonly (Verdict | null)[];
  /** True if the last two verdicts differ. */
  readonly changed: boolean;
};

/**
 * Collects the history of each claim, in the order of the last run.
 *
 * @param reports oldest first.
 */
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
