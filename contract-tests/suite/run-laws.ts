import type { Target } from '../targets/target.ts';
import type { Law } from './laws.ts';
import { type LawResult, runLaw } from './run-law.ts';
import { whyUnreachable } from './why-unreachable.ts';

export type RunOptions = {
  readonly target: Target;
  /** Number of laws that run at the same time. */
  readonly concurrency: number;
  /** Timeout of each law. */
  readonly timeoutMs: number;
  /** Called with each result; returns a reason to start no further law, or `null`. */
  readonly onResult: (result: LawResult) => string | null;
};

/** Results in the order of completion, and the reason for stopping early, or `null`. */
export type LawResults = { readonly results: readonly LawResult[]; readonly endedEarly: string | null };

/** Runs laws until all are done or there is a reason to stop. Laws that were not started have no verdict. */
export async function runLaws(laws: readonly Law[], options: RunOptions): Promise<LawResults> {
  const results: LawResult[] = [];
  const waiting = [...laws];
  let endedEarly = await whyUnreachable(options.target);

  async function work(): Promise<void> {
    for (let law = waiting.shift(); law; law = waiting.shift()) {
      const result = endedEarly === null ? await runLaw(law, options.timeoutMs) : notStarted(law, endedEarly);
      // A law that failed because the target is unreachable is not broken.
      const isSuspect = result.failure !== null || result.isOutage;
      const unreachable = isSuspect ? await whyUnreachable(options.target) : null;
      const found = unreachable ? { ...result, failure: null, noVerdict: unreachable } : result;
      results.push(found);
      const stop = options.onResult(found);
      endedEarly ??= unreachable ?? stop;
    }
  }

  await Promise.all(Array.from({ length: options.concurrency }, work));
  return { results, endedEarly };
}

function notStarted({ title }: Law, noVerdict: string): LawResult {
  return { title, failure: null, noVerdict, isOutage: false, exchanges: [], requests: 0, cases: 0, milliseconds: 0 };
}
