import { inspect } from 'node:util';
import fc, { type RunDetails } from 'fast-check';
import { ContractViolation } from '../checks/contract-violation.ts';
import type { Exchange } from '../contract/exchange.ts';
import { PropertyFailure } from '../law/assert-property.ts';
import type { Trace } from '../law/trace.ts';

/** The failure of a law. */
export type Failure = {
  readonly error: unknown;
  readonly message: string;
  /** The claim of the check that failed, or `null` if the law's own claim is broken. */
  readonly violates: string | null;
  /** The values of a failed assertion, or `null`. */
  readonly compared: { readonly expected: string; readonly received: string } | null;
  /** The counterexample of a property, or `null`. */
  readonly property: Counterexample | null;
  /** The exchanges of the failing case. */
  readonly exchanges: readonly Exchange[];
};

/** The smallest failing case that was found. */
export type Counterexample = {
  readonly values: string;
  readonly seed: number;
  readonly path: string;
  /** Steps of a lifecycle, to replay them. */
  readonly replayPath: string | null;
  /** Number of cases until one failed. */
  readonly cases: number;
  /** Number of times a failing case was shrunk. */
  readonly shrinks: number;
};

/** Builds the failure from the error that a law threw. */
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
 * The index of the counterexample among the cases that ran. A path such as `12:3:1` means: case 12, then its smaller
 * variant 3, then variant 1 of that, all counted from 0.
 *
 * @param begin the path with which the property was started, for a replay.
 */
export function placeOfCounterexample(path: string, begin = ''): number {
  const [from, to] = [begin, path].map((text) => text.split(':').map(Number)) as [number[], number[]];
  const [first = 0, ...smaller] = to.slice(from.length - 1);
  return smaller.reduce((place, nth) => place + nth + 1, first - (from.at(-1) ?? 0));
}
