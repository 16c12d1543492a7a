import type { GradedExchange, Traffic } from './traffic.ts';

/** `serious` can lose or duplicate data, `warning` is likely to fail some day, `advice` is good practice. */
export type Severity = 'serious' | 'warning' | 'advice';

/** One place where a rule is broken. */
export type Breach = {
  readonly sentence: string;
  /** Numbers of requests such as `#3`, or IDs of deliveries. */
  readonly evidence: readonly string[];
};

/** A rule of good use of the API. */
export type Rule = {
  readonly name: string;
  readonly severity: Severity;
  /** Recommended fix, as an imperative. */
  readonly advice: string;
  /** Required for grading besides requests: a running clock, or deliveries. Default: nothing. */
  readonly needs?: 'time' | 'deliveries';
  readonly find: (traffic: Traffic) => readonly Breach[];
};

/** Lists requests as evidence, such as `#3`. */
export function numbersOf(exchanges: readonly GradedExchange[]): string[] {
  return exchanges.map(({ number }) => `#${number}`);
}
