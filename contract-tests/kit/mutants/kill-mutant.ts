import { claimsInTitle } from '../../claims/claims-named-by.ts';
import type { Law } from '../../suite/laws.ts';
import type { Mutant } from './mutant.ts';

/** Result of running the suite against a mutant. */
export type MutantResult = {
  readonly mutant: Mutant;
  /** Title of the law that it broke; `null` if it survived. */
  readonly killedBy: string | null;
  /** Number of laws that were run. */
  readonly laws: number;
  readonly milliseconds: number;
};

/** Runs a law against a mutant, or against the mock itself. */
export type Trial = {
  /** Returns true if the mutant breaks the law. */
  breaks(mutant: Mutant, law: Law): Promise<boolean>;
  /** Returns true if the mock without a defect keeps the law. */
  isKept(law: Law): Promise<boolean>;
};

/**
 * Runs laws against a mutant until it breaks one, those of the expected claims first. A law that the mock itself breaks
 * kills no mutant.
 */
export async function killMutant(
  mutant: Mutant,
  all: readonly Law[],
  { breaks, isKept }: Trial,
): Promise<MutantResult> {
  const started = performance.now();
  const expected = all.filter((law) => isExpected(law, mutant));
  const laws = [...expected, ...all.filter((law) => !expected.includes(law))];
  for (const [index, law] of laws.entries()) {
    // A busy machine may break a law about time, so an unexpected law has to be broken twice.
    const isBroken = (await breaks(mutant, law)) && (expected.includes(law) || (await breaks(mutant, law)));
    if (isBroken && (await isKept(law))) return result(law.title, index + 1);
  }
  return result(null, laws.length);

  function result(killedBy: string | null, tried: number): MutantResult {
    return { mutant, killedBy, laws: tried, milliseconds: Math.round(performance.now() - started) };
  }
}

function isExpected({ title }: Law, { breaks }: Mutant): boolean {
  return claimsInTitle(title).some((claim) => breaks.includes(claim));
}
