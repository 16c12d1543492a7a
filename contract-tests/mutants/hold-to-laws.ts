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
  const isKept = rememberingWhich(wrapper, timeoutMs);
  const results: HeldMutant[] = [];
  for (const mutant of mutants) {
    const result = await hold(mutant, byPromise(laws, mutant), wrapper, timeoutMs, isKept);
    results.push(result);
    onResult(result);
  }
  await closeAfterMutants(target);
  return results;
}

async function hold(
  mutant: Mutant,
  laws: readonly Law[],
  wrapper: Wrapper,
  timeoutMs: number,
  isKept: (law: Law) => Promise<boolean>,
): Promise<HeldMutant> {
  const started = performance.now();
  const milliseconds = () => Math.round(performance.now() - started);
  for (const [index, law] of laws.entries()) {
    wrapper.apply(mutant);
    const { failure } = await runLaw(law, timeoutMs);
    wrapper.apply(null);
    if (failure && (await isKept(law)))
      return { mutant, killedBy: law.title, laws: index + 1, milliseconds: milliseconds() };
  }
  return { mutant, killedBy: null, laws: laws.length, milliseconds: milliseconds() };
}

/** Tells whether the mock keeps a law where nothing is wrong with it; each law is tried once. */
function rememberingWhich(wrapper: Wrapper, timeoutMs: number): (law: Law) => Promise<boolean> {
  const kept = new Map<Law, boolean>();
  return async (law) => {
    wrapper.apply(null);
    const isKept = kept.get(law) ?? (await runLaw(law, timeoutMs)).failure === null;
    kept.set(law, isKept);
    return isKept;
  };
}

/** The laws of the claims that a mutant is expected to break, and then the others. */
function byPromise(laws: readonly Law[], { breaks }: Mutant): Law[] {
  const isExpected = ({ title }: Law) => claimsInTitle(title).some((claim) => breaks.includes(claim));
  return [...laws.filter(isExpected), ...laws.filter((law) => !isExpected(law))];
}

/** A target that mutants stood before says at its end which of their webhooks broke laws, which is nothing new. */
async function closeAfterMutants(target: Target): Promise<void> {
  try {
    await target.close();
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Deliveries broke laws'))) throw error;
  }
}
