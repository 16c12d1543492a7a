import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from '../contract/exchange.ts';
import { CurrentLaw, currentLaw } from '../law/current-law.ts';
import { endWithoutVerdict, Outage } from '../law/no-verdict.ts';
import type { Target } from '../targets/target.ts';
import { type Failure, failureOf } from './failure.ts';
import type { Law } from './laws.ts';

/** What came of a law. */
export type LawResult = {
  readonly title: string;
  /** What breaks it, or `null`. */
  readonly failure: Failure | null;
  /** Why there is no verdict, or `null` where there is one. */
  readonly noVerdict: string | null;
  /** Whether there is no verdict because the target failed, or did not answer. */
  readonly isOutage: boolean;
  /** What the counterexample did where the law is broken, else what the last case did. */
  readonly exchanges: readonly Exchange[];
  readonly requests: number;
  readonly cases: number;
  readonly milliseconds: number;
};

/**
 * Runs one law.
 *
 * @param timeoutMs how long it may take. A law that is not done by then is broken.
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
  // A counterexample counts, even where the search for a smaller one had to be given up.
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

/** How long one law may take on a target by default, in milliseconds: longer where the pace of requests is limited. */
export function timeoutOf({ can }: Target): number {
  return 1000 * (can.isolate ? 60 : 900);
}

async function errorOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return null;
  } catch (error) {
    return error ?? new Error('Something was thrown that says nothing.');
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
