/**
 * Changes the mock in thousands of small ways, one at a time, and counts how many of them the tests notice. All of it takes
 * hours; `npm run stryker -- FOLDER…` tries those of folders or files, such as `mock-server/http`. The run fails where less
 * than 85 % is noticed. What it found stays in `reports/stryker.json`, also when it is interrupted, and the next one tries
 * only what has changed since.
 */
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const named = process.argv.slice(2);
const stryker = new Stryker({
  testRunner: 'resident',
  plugins: [fileURLToPath(new URL('./stryker/resident-runner.ts', import.meta.url))],
  mutate: [
    ...(named.length > 0 ? named : ['mock-server']).map((name) => (name.endsWith('.ts') ? name : `${name}/**/*.ts`)),
    '!**/*.test.ts',
    '!**/testing/**',
    // Pages and the command line are for people, and the benchmark is no part of the mock. What stands before a program
    // or in a test runner is tried in processes of its own, in which no mutant is active.
    '!mock-server/{bench,cli,pages,run,test-runners}/**',
    '!mock-server/cli.ts',
  ],
  // All tests take minutes, once.
  dryRunTimeoutMinutes: 30,
  coverageAnalysis: 'perTest',
  // What is only run while a file is loaded: tables, mostly, each of whose mutants would take all of the tests.
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 5_000,
  incremental: true,
  incrementalFile: 'reports/stryker.json',
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: null },
});
const statuses = (await stryker.runMutationTest()).map(({ status }) => status);
const noticed = statuses.filter((status) => status === 'Killed' || status === 'Timeout').length;
const missed = statuses.filter((status) => status === 'Survived' || status === 'NoCoverage').length;
// Where nothing was tried, nothing was noticed: such a run fails.
const percent = (100 * noticed) / Math.max(1, noticed + missed);
if (percent < 85) {
  console.error(
    `Could not accept the tests: they noticed ${percent.toFixed(1)} % of the mutants, and 85 % have to be.`,
  );
  process.exitCode = 1;
}
