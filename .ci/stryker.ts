/**
 * Changes the mock in thousands of small ways, one at a time, and counts how many of them the tests notice. All parts
 * take hours; `npm run stryker -- PART…` tries the named ones, and `npm run stryker -- FILE…` the named files with the
 * tests of their part. The run fails where less than 85 % is noticed. What it found stays in `reports/stryker/`, also
 * when it is interrupted, and the next one tries only what has changed since.
 */
import { Stryker } from '@stryker-mutator/core';
import { parts } from './stryker/parts.ts';

const named = process.argv.slice(2);
const wanted = Object.groupBy(named.length > 0 ? named : Object.keys(parts), partOf);
for (const [part, names = []] of Object.entries(wanted)) await tryMutants(part, names);

/** The part that a file such as `mock-server/http/body.ts` is in; any other name is that of a part. */
function partOf(name: string): string {
  return /^mock-server\/([^/]+)\/.+\.ts$/.exec(name)?.[1] ?? name;
}

async function tryMutants(name: string, names: readonly string[]): Promise<void> {
  const part = parts[name];
  if (!part) throw new Error(`Could not try ${name}: it is no part. Give some of ${Object.keys(parts).join(', ')}.`);
  process.env['STRYKER_PART'] = name;
  const stryker = new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    // Which tests belong to a part is said by it, and a law reaches the mock only through HTTP.
    vitest: { configFile: '.ci/stryker/vitest.config.ts', related: false },
    mutate: [...(names.includes(name) ? part.mutate : names), '!**/*.test.ts', '!**/testing/**'],
    coverageAnalysis: 'perTest',
    // What is only run while a file is loaded: tables, mostly, each of whose mutants would take all of the tests.
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 20_000,
    incremental: true,
    incrementalFile: `reports/stryker/${name}.json`,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    thresholds: { high: 95, low: 85, break: 85 },
  });
  await stryker.runMutationTest();
}
