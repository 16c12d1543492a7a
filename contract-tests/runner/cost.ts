import type { Limits } from '../targets/target.ts';
import lawCosts from './law-costs.json' with { type: 'json' };
import type { Law } from './registry.ts';

/** Requests and cases of laws, by their titles, as they were counted against the mock. */
const counted: Readonly<Record<string, { readonly requests: number; readonly cases: number }>> = lawCosts;

/** What a law costs that was never counted. */
const usual = { requests: 10, cases: 1 };

/** About as many requests as a law, with so many cases of each property, will take. */
export function costOf({ title }: Law, runs?: number): number {
  const { requests, cases } = counted[title] ?? usual;
  return Math.ceil(cases > 1 && runs !== undefined ? (requests * runs) / cases : requests);
}

/** Says in a sentence what laws will cost a target with limits, in requests and in minutes. */
export function describeCost(laws: readonly Law[], runs: number | undefined, limits: Limits): string {
  return describeRequests(
    laws.reduce((sum, law) => sum + costOf(law, runs), 0),
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
