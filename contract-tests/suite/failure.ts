import { inspect } from 'node:util';
import fc, { type RunDetails } from 'fast-check';
import { ContractViolation } from '../checks/contract-violation.ts';
import type { Exchange } from '../contract/exchange.ts';
import { PropertyFailure } from '../law/assert-property.ts';
import type { Trace } from '../law/trace.ts';

/** What breaks a law. */
export type Failure = {
  /** What the law threw. */
  readonly error: unknown;
  readonly message: string;
  /** The claim about every exchange that it breaks, or `null` where it breaks the law's own. */
  readonly violates: string | null;
  /** What an assertion expected and what it got, where one failed. */
  readonly compared: { readonly expected: string; readonly received: string } | null;
  /** What was found where the law is a property. */
  readonly property: Counterexample | null;
  /** All that was sent and answered in the case that fails. */
  readonly exchanges: readonly Exchange[];
};

/** The smallest case that was found to fail. */
export type Counterexample = {
  readonly values: string;
  readonly seed: number;
  readonly path: string;
  /** Steps of a lifecycle, to follow again. */
  readonly replayPath: string | null;
  /** How many cases were tried before one failed. */
  readonly cases: number;
  /** How often a failing case was made smaller. */
  readonly shrinks: number;
};

/** What an error that a law threw says. */
export function failureOf(error: unknown, trace: Trace): Failure {
  const details = error instanceof PropertyFailure ? error.details : null;
  const cause = details ? details.errorInstance : error;
  const property = details && counterexampleOf(details);
  return {
    error,
    message: error instanceof Error ? error.message : String(error),
    violates: cause instanceof ContractViolation ? cause.claim : null,
    compared: comparedIn(cause),
    property,
    exchanges: trace.exchanges(
      property ? placeOfCounterexample(property.path, details.runConfiguration.path) : undefined,
    ),
  };
}

function counterexampleOf(details: RunDetails<unknown>): Counterexample | null {
  const { counterexample, counterexamplePath: path, seed, numRuns: cases, numShrinks: shrinks } = details;
  if (path === null) return null;
  const values = fc.stringify(counterexample);
  return { values, seed, path, replayPath: /replayPath="([^"]*)"/.exec(values)?.[1] ?? null, cases, shrinks };
}

function comparedIn(error: unknown): Failure['compared'] {
  if (!(error instanceof Error && 'expected' in error && 'actual' in error)) return null;
  const text = (value: unknown) => inspect(value, { depth: 8, breakLength: 100, maxStringLength: 2000 });
  return { expected: text(error.expected), received: text(error.actual) };
}

/**
 * The place of the counterexample among the cases that were tried, from 0. A path such as `12:3:1` says: the case with
 * the number 12, then the smaller one with the number 3, then of that the one with the number 1; numbers begin with 0.
 *
 * @param begin the path that the property was begun with, to try one case again.
 */
export function placeOfCounterexample(path: string, begin = ''): number {
  const [from, to] = [begin, path].map((text) => text.split(':').map(Number)) as [number[], number[]];
  const [first = 0, ...smaller] = to.slice(from.length - 1);
  return smaller.reduce((place, nth) => place + nth + 1, first - (from.at(-1) ?? 0));
}
