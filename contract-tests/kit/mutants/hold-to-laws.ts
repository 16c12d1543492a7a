import { forEachUntilInterrupted } from '../../suite/interruption.ts';
import type { Law } from '../../suite/laws.ts';
import { allLaws } from '../../suite/load-laws.ts';
import { runLaw } from '../../suite/run-law.ts';
import { startTarget } from '../../targets/start-target.ts';
import type { Target } from '../../targets/target.ts';
import { type HeldMutant, hold, type Trial } from './hold.ts';
import type { Mutant } from './mutant.ts';
import { createWrapper, type Wrapper } from './wrapper.ts';

/** How the suite is held against mutants. */
export type HoldOptions = {
  readonly profile: 'guide' | 'official';
  readonly seed: number;
  /** How long one law may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly onResult: (result: HeldMutant) => void;
};

/**
 * Holds mutants of a mock to the laws, one after the other, each until a law is broken that the mock itself keeps.
 */
export async function holdToLaws(mutants: readonly Mutant[], options: HoldOptions): Promise<HeldMutant[]> {
  const { profile, seed, timeoutMs, onResult } = options;
  const wrapper = createWrapper();
  const target = await startTarget(`mock:${profile}`, { seed, before: wrapper.before });
  const laws = await allLaws({ target, properties: { seed, shrink: false } });
  const trial = createTrial(wrapper, timeoutMs);
  const results: HeldMutant[] = [];
  await forEachUntilInterrupted(mutants, async (mutant) => {
    const result = await hold(mutant, laws, trial);
    results.push(result);
    onResult(result);
  });
  await closeAfterMutants(target);
  return results;
}

function createTrial(wrapper: Wrapper, timeoutMs: number): Trial {
  const kept = new Map<Law, boolean>();
  return {
    async breaks(mutant, law) {
      wrapper.apply(mutant);
      const { failure } = await runLaw(law, timeoutMs);
      wrapper.apply(null);
      return failure !== null;
    },
    async isKept(law) {
      const isKept = kept.get(law) ?? (await runLaw(law, timeoutMs)).failure === null;
      kept.set(law, isKept);
      return isKept;
    },
  };
}

/** A target that mutants stood before says at its end which of their webhooks broke laws, which is nothing new. */
async function closeAfterMutants(target: Target): Promise<void> {
  try {
    await target.close();
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Deliveries broke laws'))) throw error;
  }
}
