import { claimsInTitle } from '../report/claims-in-title.ts';
import { loadLaws } from '../runner/load-laws.ts';
import { traceProperties } from '../runner/properties.ts';
import type { Law } from '../runner/registry.ts';
import { beginRun } from '../runner/run.ts';
import { runLaw } from '../runner/run-law.ts';
import { startTarget } from '../targets/start-target.ts';
import type { Target } from '../targets/target.ts';
import type { Mutant } from './mutant.ts';
import { createWrapper, type Wrapper } from './wrapper.ts';

/** What came of a mutant that the suite was held against. */
export type HeldMutant = {
  readonly mutant: Mutant;
  /** Title of the law that it broke, or `null` where it broke none: it survived. */
  readonly killedBy: string | null;
  /** How many laws were tried. */
  readonly laws: number;
  readonly milliseconds: number;
};

/** How the suite is held against mutants. */
export type HoldOptions = {
  readonly profile: 'guide' | 'official';
  readonly seed: number;
  /** How long one law may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly onResult: (result: HeldMutant) => void;
};

/**
 * Holds mutants of a mock to the laws, one after the other, each until a law is broken that the mock itself keeps. Laws
 * are loaded for one target, so a process can do this once.
 */
export async function holdToLaws(mutants: readonly Mutant[], options: HoldOptions): Promise<HeldMutant[]> {
  const { profile, seed, timeoutMs, onResult } = options;
  const wrapper = createWrapper();
  const target = await startTarget(`mock:${profile}`, { seed, before: wrapper.before });
  beginRun({ target, properties: { seed, shrink: false } });
  traceProperties();
  const laws = await loadLaws();
  const trial = createTrial(wrapper, timeoutMs);
  const results: HeldMutant[] = [];
  for (const mutant of mutants) {
    const result = await hold(mutant, laws, trial);
    results.push(result);
    onResult(result);
  }
  await closeAfterMutants(target);
  return results;
}

/** What tries a law, with a mutant or without. */
type Trial = {
  /** Whether a mutant breaks the law. */
  breaks(mutant: Mutant, law: Law): Promise<boolean>;
  /** Whether the mock keeps the law where nothing is wrong with it. */
  isKept(law: Law): Promise<boolean>;
};

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

async function hold(mutant: Mutant, all: readonly Law[], { breaks, isKept }: Trial): Promise<HeldMutant> {
  const started = performance.now();
  const expected = all.filter((law) => isExpected(law, mutant));
  const laws = [...expected, ...all.filter((law) => !expected.includes(law))];
  for (const [index, law] of laws.entries()) {
    // A busy machine may break a law about time. One that nobody expected is broken only if that happens twice.
    const isBroken = (await breaks(mutant, law)) && (expected.includes(law) || (await breaks(mutant, law)));
    if (isBroken && (await isKept(law))) return result(law.title, index + 1);
  }
  return result(null, laws.length);

  function result(killedBy: string | null, tried: number): HeldMutant {
    return { mutant, killedBy, laws: tried, milliseconds: Math.round(performance.now() - started) };
  }
}

function isExpected({ title }: Law, { breaks }: Mutant): boolean {
  return claimsInTitle(title).some((claim) => breaks.includes(claim));
}

/** A target that mutants stood before says at its end which of their webhooks broke laws, which is nothing new. */
async function closeAfterMutants(target: Target): Promise<void> {
  try {
    await target.close();
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Deliveries broke laws'))) throw error;
  }
}
