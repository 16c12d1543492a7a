import { UsageError } from '#openapi/text/usage-error.ts';
import { claimsInTitle } from '../claims/claims-named-by.ts';
import { claims } from '../claims/ledger.ts';
import { lawFiles } from './law-files.ts';
import { type Law, type Laws, lawsFor, type Run } from './laws.ts';

/** All laws of the suite for one target. Files are loaded once per process. */
export async function allLaws(run: Run): Promise<Law[]> {
  const files = await Promise.all(Object.values(lawFiles).map(async (load) => lawsIn(await load())));
  return lawsFor(files, run);
}

/** The laws that a module exports. */
export function lawsIn(module: unknown): Laws {
  const laws = typeof module === 'object' && module !== null && 'default' in module ? module.default : null;
  if (typeof laws === 'function') return (suite) => laws(suite);
  throw new Error('Could not load the laws of a file: it has to export them with `export default laws(…)`.');
}

/**
 * Selects laws by claim or title.
 *
 * @param names empty for all laws.
 * @throws UsageError for an unknown name.
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
