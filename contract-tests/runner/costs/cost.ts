import type { Capabilities, Limits } from '../../targets/target.ts';
import type { Law } from '../registry.ts';
import lawCosts from './generated/law-costs.json' with { type: 'json' };

/**
 * What a law costs: requests, as they were counted against the mock in the profile that needs more, and the cases that
 * `--runs` changes the number of, of which there are none where it changes nothing.
 */
export type LawCost = {
  readonly requests: number;
  readonly cases: number;
  /** Capabilities without any one of which it sends next to nothing, as it has no verdict. Missing where it needs none. */
  readonly needs?: readonly string[];
};

/** By the titles of laws. */
export const counted: Readonly<Record<string, LawCost>> = lawCosts;

/** What a law costs that was never counted. */
const usual: LawCost = { requests: 10, cases: 0 };

/**
 * About as many requests as a law, with so many cases of each property, will take.
 *
 * @param can what the target can do besides the API. Default: all.
 */
export function costOf({ title }: Pick<Law, 'title'>, runs?: number, can?: Capabilities): number {
  const { requests, cases, needs = [] } = counted[title] ?? usual;
  const has = can && new Set(Object.entries(can).flatMap(([name, ability]) => (ability === undefined ? [] : name)));
  if (has && needs.some((name) => !has.has(name))) return 0;
  return Math.ceil(cases > 0 && runs !== undefined ? (requests * runs) / cases : requests);
}

/** Says in a sentence what laws will cost a target with limits, in requests and in minutes. */
export function describeCost(
  laws: readonly Law[],
  runs: number | undefined,
  limits: Limits,
  can: Capabilities,
): string {
  return describeRequests(
    laws.reduce((sum, law) => sum + costOf(law, runs, can), 0),
    limits,
  );
}

/** Says in a sentence what so many requests mean to a target with limits. */
export function describeRequests(wanted: number, { budget, pace }: Limits): string {
  const requests = Math.min(wanted, budget.limit);
  const minutes = pace ? ((requests / pace.requests) * pace.windowMs) / 60_000 : 0;
  const time = pace ? `, and about ${Math.max(1, Math.ceil(minutes))} min` : '';
  const cap = Number.isFinite(budget.limit)
    ? `the budget is ${budget.limit.toLocaleString('en')}`
    : 'there is no budget';
  return `About ${wanted.toLocaleString('en')} requests and those for cleaning up${time}; ${cap}.`;
}
