import type { Law } from './registry.ts';
import { type LawResult, runLaw } from './run-law.ts';

/** How laws are run. */
export type RunOptions = {
  /** How many at the same time. */
  readonly concurrency: number;
  /** How long one may take, in milliseconds. */
  readonly timeoutMs: number;
  /** Says after each law why no other is to be begun, or `null` to go on. */
  readonly stopAfter: (result: LawResult) => Promise<string | null>;
};

/**
 * Runs laws.
 *
 * @returns what came of each, in the order in which they were done; those that were not begun have no verdict.
 */
export async function runLaws(laws: readonly Law[], options: RunOptions): Promise<LawResult[]> {
  const results: LawResult[] = [];
  const waiting = [...laws];
  let stopped: string | null = null;

  async function work(): Promise<void> {
    for (let law = waiting.shift(); law; law = waiting.shift()) {
      const result = stopped === null ? await runLaw(law, options.timeoutMs) : notBegun(law, stopped);
      results.push(result);
      if (stopped === null) stopped = await options.stopAfter(result);
    }
  }

  await Promise.all(Array.from({ length: options.concurrency }, work));
  return results;
}

function notBegun({ title }: Law, noVerdict: string): LawResult {
  return { title, failure: null, noVerdict, exchanges: [], requests: 0, cases: 0, milliseconds: 0 };
}
