import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from '../contract/exchange.ts';
import { CurrentLaw, currentLaw } from '../law/current-law.ts';
import { endWithoutVerdict, Outage } from '../law/no-verdict.ts';
import type { Target } from '../targets/target.ts';
import { type Failure, failureOf } from './failure.ts';
import type { Law } from './laws.ts';

/** The result of a law. */
export type LawResult = {
  readonly title: string;
  readonly failure: Failure | null;
  /** Reason for having no verdict, or `null`. */
  readonly noVerdict: string | null;
  /** True if an outage of the target is the reason for having no verdict. */
  readonly isOutage: boolean;
  /** Exchanges of the counterexample of a broken law, else of the last case. */
  readonly exchanges: readonly Exchange[];
  readonly requests: number;
  readonly cases: number;
  readonly milliseconds: number;
};

/**
 * Runs one law.
 *
 * @param timeoutMs a law that takes longer is broken.
 */
export async function runLaw({ title, body, properties = { seed: 1 } }: Law, timeoutMs: number): Promise<LawResult> {
  const law = new CurrentLaw(properties);
  const { trace, finishers } = law;
  const started = performance.now();
  const error = await currentLaw.run(law, async () => {
    const broken = await errorOf(() => inTime(async () => body({ skip: endWithoutVerdict }), timeoutMs));
    const unfinished = await errorOf(async () => {
      for (const finish of finishers) await finish();
    });
    return broken ?? unfinished;
  });
  const found = error ? failureOf(error, trace) : null;
  // A counterexample counts even if shrinking ended without a verdict.
  const failure = law.ended === null || found?.property ? found : null;
  return {
    title,
    failure,
    noVerdict: failure ? null : (law.ended?.message ?? null),
    isOutage: !failure && law.ended instanceof Outage,
    exchanges: failure?.exchanges ?? trace.exchanges(),
    requests: trace.requests,
    cases: trace.cases,
    milliseconds: Math.round(performance.now() - started),
  };
}

/** Default timeout of a law in milliseconds, longer on a shared account. */
export function timeoutOf({ can }: Target): number {
  return 1000 * (can.isolate ? 60 : 900);
}

async function errorOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return null;
  } catch (error) {
    return error ?? new Error('The law threw null or undefined.');
  }
}

async function inTime(work: () => Promise<void>, timeoutMs: number): Promise<void> {
  const over = new AbortController();
  const late = sleep(timeoutMs, undefined, { signal: over.signal }).then(() => {
    throw new Error(`it did not finish within ${timeoutMs / 1000} seconds`);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    over.abort();
    late.catch(() => {});
  }
}
