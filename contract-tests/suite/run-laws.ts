import type { Target } from '../targets/target.ts';
import type { Law } from './laws.ts';
import { whyUnreachable } from './reachable.ts';
import { type LawResult, runLaw } from './run-law.ts';

/** How laws are run. */
export type RunOptions = {
  readonly target: Target;
  /** How many at the same time. */
  readonly concurrency: number;
  /** How long one may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Is told of each law when it is done, and says why no other is to be begun, or `null` to go on. */
  readonly onResult: (result: LawResult) => string | null;
};

/** What came of laws, in the order in which they were done, and why some were not begun. */
export type LawResults = { readonly results: readonly LawResult[]; readonly endedEarly: string | null };

/** Runs laws until all are done, or there is a reason to end early. Those that were not begun have no verdict. */
export async function runLaws(laws: readonly Law[], options: RunOptions): Promise<LawResults> {
  const results: LawResult[] = [];
  const waiting = [...laws];
  let endedEarly = await whyUnreachable(options.target);

  async function work(): Promise<void> {
    for (let law = waiting.shift(); law; law = waiting.shift()) {
      const result = endedEarly === null ? await runLaw(law, options.timeoutMs) : notBegun(law, endedEarly);
      // Without the target, no law can be held to be broken.
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

function notBegun({ title }: Law, noVerdict: string): LawResult {
  return { title, failure: null, noVerdict, isOutage: false, exchanges: [], requests: 0, cases: 0, milliseconds: 0 };
}
