import { count } from '../../report/verdict.ts';
import type { Breach, Rule, Severity } from './rule.ts';
import { rules } from './rules.ts';
import type { Traffic } from './traffic.ts';

/** Grade of an application, as printed by `paddock grade --json`. */
export type Grade = {
  readonly format: 1;
  /** From 0 to 100; `null` without a single response. */
  readonly score: number | null;
  readonly requests: number;
  /** Number of requests no longer in the journal, which were not graded. */
  readonly forgotten: number;
  /** `null` for a recording, which contains no webhooks. */
  readonly deliveries: number | null;
  readonly findings: readonly Finding[];
  /** Rules without a finding. */
  readonly kept: readonly string[];
  /** Rules that could not be graded. */
  readonly not_judged: readonly { readonly rule: string; readonly because: string }[];
};

/** One place where a rule is broken. */
export type Finding = Breach & { readonly rule: string; readonly severity: Severity; readonly advice: string };

/** Points deducted for a broken rule, however often it is broken. */
const costs: Readonly<Record<Severity, number>> = { serious: 15, warning: 5, advice: 1 };

/** Grades the traffic of an application. */
export function gradeTraffic(traffic: Traffic): Grade {
  const hindered = rules.flatMap((rule) => {
    const because = whyNotGraded(rule, traffic);
    return because === null ? [] : [{ rule: rule.name, because }];
  });
  const judged = rules.filter(({ name }) => !hindered.some(({ rule }) => rule === name));
  const found = judged.map((rule) => ({ rule, breaches: rule.find(traffic) }));
  const broken = found.filter(({ breaches }) => breaches.length > 0);
  const isAnswered = traffic.exchanges.some(({ response }) => response !== null);
  return {
    format: 1,
    score: isAnswered ? Math.max(0, 100 - broken.reduce((sum, { rule }) => sum + costs[rule.severity], 0)) : null,
    requests: traffic.exchanges.length,
    forgotten: traffic.forgotten,
    deliveries: traffic.deliveries?.length ?? null,
    findings: broken.flatMap(({ rule: { name, severity, advice }, breaches }) =>
      breaches.map((breach) => ({ rule: name, severity, ...breach, advice })),
    ),
    kept: found.filter(({ breaches }) => breaches.length === 0).map(({ rule }) => rule.name),
    not_judged: hindered,
  };
}

/** Returns the reason an application does not pass, or `null`. */
export function whyNotPassed({ score, requests }: Grade, minimum = 0): string | null {
  if (requests === 0) return 'There are no requests to grade.';
  if (score === null) return `No score: no response came to ${count(requests, 'request')}.`;
  return score < minimum ? `The score is below the minimum of ${minimum}.` : null;
}

function whyNotGraded({ needs }: Rule, { deliveries, clockIsFrozen }: Traffic): string | null {
  if (needs === 'deliveries' && deliveries === null) return 'a recording contains no webhooks';
  if (needs === 'deliveries' && deliveries?.length === 0) return 'no webhook was delivered';
  return needs === 'time' && clockIsFrozen ? 'the clock of the account is frozen' : null;
}
