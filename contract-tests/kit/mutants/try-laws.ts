import { forEachUntilInterrupted } from '../../suite/interruption.ts';
import type { Law } from '../../suite/laws.ts';
import { allLaws } from '../../suite/load-laws.ts';
import { runLaw } from '../../suite/run-law.ts';
import { startTarget } from '../../targets/start-target.ts';
import type { Target } from '../../targets/target.ts';
import { killMutant, type MutantResult, type Trial } from './kill-mutant.ts';
import type { Mutant } from './mutant.ts';
import { createMutatingProxy, type MutatingProxy } from './mutating-proxy.ts';

/** Options of running the suite against mutants. */
export type LawOptions = {
  readonly profile: 'guide' | 'official';
  readonly seed: number;
  /** Time limit for one law, in milliseconds. */
  readonly timeoutMs: number;
  readonly onResult: (result: MutantResult) => void;
};

/** Runs the laws against one mutant after the other, each until it breaks a law that the mock itself keeps. */
export async function tryLaws(mutants: readonly Mutant[], options: LawOptions): Promise<MutantResult[]> {
  const { profile, seed, timeoutMs, onResult } = options;
  const proxy = createMutatingProxy();
  const target = await startTarget(`mock:${profile}`, { seed, before: proxy.before });
  const laws = await allLaws({ target, properties: { seed, shrink: false } });
  const trial = createTrial(proxy, timeoutMs);
  const results: MutantResult[] = [];
  await forEachUntilInterrupted(mutants, async (mutant) => {
    const result = await killMutant(mutant, laws, trial);
    results.push(result);
    onResult(result);
  });
  await closeAfterMutants(target);
  return results;
}

function createTrial(proxy: MutatingProxy, timeoutMs: number): Trial {
  const kept = new Map<Law, boolean>();
  return {
    async breaks(mutant, law) {
      proxy.apply(mutant);
      const { failure } = await runLaw(law, timeoutMs);
      proxy.apply(null);
      return failure !== null;
    },
    async isKept(law) {
      const isKept = kept.get(law) ?? (await runLaw(law, timeoutMs)).failure === null;
      kept.set(law, isKept);
      return isKept;
    },
  };
}

/** Closes the target, and ignores the report of deliveries that broke laws, since mutants sent them. */
async function closeAfterMutants(target: Target): Promise<void> {
  try {
    await target.close();
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Deliveries broke laws'))) throw error;
  }
}
