import type { LawReport, Report } from '../../report/report.ts';
import type { LawCost } from './cost.ts';

/** What was counted in one profile: with as many cases as each law wants, and with one. */
export type CountedRuns = {
  readonly usual: Report;
  readonly once: Report;
  /** What each law needs of a target, by its title. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
};

/**
 * What laws cost, by their titles in alphabetical order: the most that any profile takes.
 *
 * @param before what was counted earlier, which stays where nothing was counted now.
 * @param isLaw whether a title is one of a law, and not of a check of every exchange, or of a law that is gone.
 */
export function mergeCosts(
  profiles: readonly CountedRuns[],
  before: Readonly<Record<string, LawCost>>,
  isLaw: (title: string) => boolean,
): Record<string, LawCost> {
  const costs = new Map<string, LawCost>();
  for (const { usual, once, needs } of profiles) {
    const alone = lawsOf(once);
    for (const [title, law] of lawsOf(usual)) {
      const own = needs[title];
      const cases = alone.get(title)?.cases === law.cases ? 0 : law.cases;
      const cost = { requests: law.requests, cases, ...(own ? { needs: own } : {}) };
      if (cost.requests >= (costs.get(title)?.requests ?? 0)) costs.set(title, cost);
    }
  }
  const all = Object.entries({ ...before, ...Object.fromEntries(costs) }).filter(([title]) => isLaw(title));
  return Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function lawsOf({ claims }: Report): Map<string, LawReport> {
  return new Map(claims.flatMap(({ laws }) => laws.map((law): [string, LawReport] => [law.title, law])));
}
