import { claimsInTitle } from '../../claims/claims-named-by.ts';
import type { Law } from '../../suite/laws.ts';
import type { Mutant } from './mutant.ts';

/** What came of a mutant that the suite was held against. */
export type MutantResult = {
  readonly mutant: Mutant;
  /** Title of the law that it broke, or `null` where it broke none: it survived. */
  readonly killedBy: string | null;
  /** How many laws were tried. */
  readonly laws: number;
  readonly milliseconds: number;
};

/** What tries a law, with a mutant or without. */
export type Trial = {
  /** Whether a mutant breaks the law. */
  breaks(mutant: Mutant, law: Law): Promise<boolean>;
  /** Whether the mock keeps the law where nothing is wrong with it. */
  isKept(law: Law): Promise<boolean>;
};

/**
 * Holds a mutant to laws until it breaks one, those of the claims that it is expected to break first. A law that the
 * mock itself breaks kills no mutant.
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
    // A busy machine may break a law about time. One that nobody expected is broken only if that happens twice.
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
