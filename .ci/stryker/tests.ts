import { lawGlobs } from '../../contract-tests/law-globs.ts';

/** Globs of the laws, each of which is tried on both profiles. */
export const laws = lawGlobs.map((glob) => `contract-tests/${glob}`);

/** Globs of the unit tests. */
export const units = ['mock-server/**/*.test.ts', 'client/in-process.test.ts'];

/** Those that start processes, in which no mutant would be active, and those about what is not mutated. */
export const leftOut = [
  'mock-server/{bench,cli,pages}/**',
  'mock-server/**/{browser,cli,disk-full,killed,vitest}.test.ts',
];
