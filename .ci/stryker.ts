/**
 * Changes the mock in thousands of small ways, one at a time, and counts how many of them the tests notice. All parts
 * take hours; `npm run stryker -- PART…` tries the named ones, and `npm run stryker -- FILE…` the named files with
 * the tests of their part. The run fails where less than 85 % of a part is noticed. What it found stays in
 * `reports/stryker/`, also when it is interrupted, and the next one tries only what has changed since.
 */
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { parts } from './stryker/parts.ts';

const named = process.argv.slice(2);
const wanted = Object.groupBy(named.length > 0 ? named : Object.keys(parts), partOf);
for (const [part, names = []] of Object.entries(wanted)) {
  const percent = await tryMutants(part, names);
  if (percent >= 85) continue;
  console.error(`Could not accept ${part}: of its mutants, ${percent.toFixed(1)} % were noticed, and 85 % have to be.`);
  process.exitCode = 1;
}

/** The part that a file such as `mock-server/http/body.ts` or `mock-server/app.ts` is in; any other name is a part's. */
function partOf(name: string): string {
  const [, folder, file] = /^mock-server\/(?:([^/]+)\/)?(.+\.ts)$/.exec(name) ?? [];
  return file ? (folder ?? 'mock-server') : name;
}

/** How many of the mutants that change anything were noticed, in percent. */
async function tryMutants(name: string, names: readonly string[]): Promise<number> {
  const part = parts[name];
  if (!part) throw new Error(`Could not try ${name}: it is no part. Give some of ${Object.keys(parts).join(', ')}.`);
  process.env['STRYKER_PART'] = name;
  const stryker = new Stryker({
    testRunner: 'resident',
    plugins: [fileURLToPath(new URL('./stryker/resident-runner.ts', import.meta.url))],
    mutate: [...(names.includes(name) ? part.mutate : names), '!**/*.test.ts', '!**/testing/**'],
    coverageAnalysis: 'perTest',
    // What is only run while a file is loaded: tables, mostly, each of whose mutants would take all of the tests.
    ignoreStatic: true,
    concurrency: 1,
    timeoutMS: 5_000,
    incremental: true,
    incrementalFile: `reports/stryker/${name}.json`,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    thresholds: { high: 95, low: 85, break: null },
  });
  const statuses = (await stryker.runMutationTest()).map(({ status }) => status);
  const noticed = statuses.filter((status) => status === 'Killed' || status === 'Timeout').length;
  const missed = statuses.filter((status) => status === 'Survived' || status === 'NoCoverage').length;
  // Where nothing was tried, nothing was noticed: such a run fails.
  return (100 * noticed) / Math.max(1, noticed + missed);
}
