import { globSync } from 'node:fs';

const folder = new URL('../', import.meta.url);

/**
 * Every file of laws, by its path in this folder of the source tree: whatever ends with `.laws.ts`, but for laws that run
 * under vitest only. In the package, the bundler puts the files found by the same rule in the place of this module.
 */
export const lawFiles: Readonly<Record<string, () => Promise<unknown>>> = Object.fromEntries(
  findLawFiles(folder.pathname).map((file) => [file, () => import(new URL(file, folder).href)]),
);

/** The paths of the files of laws in a folder, sorted. */
export function findLawFiles(cwd: string): string[] {
  return globSync('**/*.laws.ts', { cwd, exclude: ['**/*.vitest.laws.ts'] }).toSorted();
}
