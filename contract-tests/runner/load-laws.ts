import { UsageError } from '#openapi/usage-error.ts';
import { claims } from '../claims/ledger.ts';
import { lawFiles } from '../laws.ts';
import { claimsInTitle } from '../report/claims-in-title.ts';
import { type Law, takeRegistered } from './registry.ts';

/**
 * Loads the laws that there are for the target of the run that has begun. A process does it once, since a module is loaded
 * once.
 */
export async function loadLaws(): Promise<Law[]> {
  // One after the other, so that they come in the same order every time.
  for (const load of Object.values(lawFiles)) await load();
  const laws = takeRegistered();
  if (laws.length === 0) throw new Error('Could not load the laws: this process has loaded them before.');
  return laws;
}

/**
 * Chooses laws by their claims, or by their titles.
 *
 * @param names empty for all laws.
 * @throws UsageError for a name that no law has.
 */
export function chooseLaws(laws: readonly Law[], names: readonly string[]): Law[] {
  const isNamed = (law: Law, name: string) => law.title === name || claimsInTitle(law.title).includes(name);
  const isClaim = (name: string) => claims.some(({ id }) => id === name);
  const unknown = names.find((name) => !isClaim(name) && !laws.some((law) => isNamed(law, name)));
  if (unknown !== undefined) {
    throw new UsageError(
      `Could not find laws for ${unknown}: it is neither a claim nor the title of a law. See the claims in a report.`,
    );
  }
  return laws.filter((law) => names.length === 0 || names.some((name) => isNamed(law, name)));
}
