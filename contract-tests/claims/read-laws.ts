import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { lawGlobs } from '../law-globs.ts';
import { claimsNamedBy } from './claims-named-by.ts';
import { lawTitles } from './law-titles.ts';

/** A law, and the claims that it says it holds a target to. */
export type NamedLaw = { readonly file: string; readonly title: string; readonly claims: readonly string[] };

const folder = new URL('../', import.meta.url).pathname;
// A file of checks/ that exports a check, or a function that makes one, is a law of every exchange.
const exportsCheck = /^export (const \w+: Check\b|function create\w*Check\()/m;

/** Reads all laws of the suite: the tests against a target, and the checks of every exchange. */
export function readLaws(): NamedLaw[] {
  return [...readTests(), ...readChecks()];
}

function readTests(): NamedLaw[] {
  return sourcesOf(lawGlobs).flatMap(({ file, source }) =>
    lawTitles(source).map((title) => ({ file, title, claims: claimsNamedBy(title) })),
  );
}

function readChecks(): NamedLaw[] {
  const checks = sourcesOf(['checks/*.ts']).filter(({ source }) => exportsCheck.test(source));
  return checks.map(({ file }) => {
    const name = basename(file, '.ts');
    return { file, title: name, claims: [name] };
  });
}

function sourcesOf(globs: readonly string[]): { file: string; source: string }[] {
  const files = globSync([...globs], { cwd: folder }).toSorted();
  return files.map((file) => ({ file, source: readFileSync(`${folder}${file}`, 'utf8') }));
}
