import { globSync } from 'node:fs';

const folder = new URL('../', import.meta.url);

/**
 * All law files (`*.laws.ts`), by path, except those that run under vitest only. In the package, the bundler replaces
 * this module by the list of the same files.
 */
export const lawFiles: Readonly<Record<string, () => Promise<unknown>>> = Object.fromEntries(
  findLawFiles(folder.pathname).map((file) => [file, () => import(new URL(file, folder).href)]),
);

/** Paths of the law files in a folder, sorted. */
export function findLawFiles(cwd: string): string[] {
  return globSync('**/*.laws.ts', { cwd, exclude: ['**/*.vitest.laws.ts'] }).toSorted();
}
