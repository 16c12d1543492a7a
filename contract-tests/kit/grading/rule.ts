import type { Call, Traffic } from './traffic.ts';

/** How much a broken rule matters: what can lose or double data; what will fail one day; what would be nicer. */
export type Severity = 'serious' | 'warning' | 'advice';

/** One place where a rule is broken. */
export type Breach = {
  readonly sentence: string;
  /** Numbers of requests such as `#3`, or IDs of deliveries. */
  readonly evidence: readonly string[];
};

/** Something that an application had better do, or leave. */
export type Rule = {
  readonly name: string;
  readonly severity: Severity;
  /** What to do about it. */
  readonly advice: string;
  /** What it takes to judge: time that passes, or deliveries. Default: requests only. */
  readonly needs?: 'time' | 'deliveries';
  readonly find: (traffic: Traffic) => readonly Breach[];
};

/** Names requests as evidence. */
export function numbersOf(calls: readonly Call[]): string[] {
  return calls.map(({ number }) => `#${number}`);
}
