import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { lawsFor } from '../../suite/laws.ts';
import { lawsIn } from '../../suite/load-laws.ts';
import type { Target } from '../../targets/target.ts';
import { claimsNamedBy } from '../claims-named-by.ts';
import type { NamedLaw } from '../find-faults.ts';

const folder = new URL('../../', import.meta.url).pathname;
// Matches files of checks/ that export a check or a function that creates one.
const exportsCheck = /^export (const \w+: Check\b|function create\w*Check\()/m;

/** Lists all laws of the suite for these targets, including the checks of every exchange. */
export async function readLaws(targets: readonly Target[]): Promise<NamedLaw[]> {
  const files = globSync('**/*.laws.ts', { cwd: folder }).toSorted();
  return [...(await Promise.all(files.map((file) => readFile(file, targets)))).flat(), ...readChecks()];
}

async function readFile(file: string, targets: readonly Target[]): Promise<NamedLaw[]> {
  const laws = lawsIn(await import(`${folder}${file}`));
  const defined = targets.flatMap((target) => lawsFor([laws], { target, properties: { seed: 1 } }));
  return defined.map(({ title }) => ({ file, title, claims: claimsNamedBy(title) }));
}

/** The checks of every exchange. */
export function readChecks(): NamedLaw[] {
  const checks = sourcesOf('checks/*.ts').filter(({ source }) => exportsCheck.test(source));
  return checks.map(({ file }) => {
    const name = basename(file, '.ts');
    return { file, title: name, claims: [name] };
  });
}

function sourcesOf(glob: string): { file: string; source: string }[] {
  const files = globSync(glob, { cwd: folder }).toSorted();
  return files.map((file) => ({ file, source: readFileSync(`${folder}${file}`, 'utf8') }));
}
