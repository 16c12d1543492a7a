import { UsageError } from '#client/index.ts';
import { holdToCommand } from '../mutants/hold-to-command.ts';
import { holdToLaws } from '../mutants/hold-to-laws.ts';
import type { Mutant } from '../mutants/mutant.ts';
import { mutants as allMutants } from '../mutants/mutants.ts';
import { renderTable } from '../report/table.ts';

/** What `paddock mutants` was given. */
export type MutantsFlags = {
  readonly profile: 'guide' | 'official';
  readonly seed: number;
  readonly only?: readonly string[];
  /** How long one law, or one run of the tests, may take, in seconds. */
  readonly timeout?: number;
  readonly json?: boolean;
  readonly list?: boolean;
  /** Runs somebody's tests. Without it, the suite is what is tried. */
  readonly test?: string;
};

type Result = { readonly mutant: Mutant; readonly killedBy: string | null; readonly milliseconds: number };

/**
 * Tries whether the suite, or somebody's tests, notice what is wrong with each mutant of a mock. The exit code is 1
 * where the suite lets one survive, and where not all could be tried; of somebody's tests only the score is told.
 *
 * @throws UsageError for a name that no mutant has, and for tests that fail where nothing is wrong.
 */
export async function mutants(flags: MutantsFlags): Promise<void> {
  const chosen = choose(flags);
  if (flags.list)
    return console.log(
      renderTable(
        chosen.map(({ name, description }) => [name, description]),
        Number.POSITIVE_INFINITY,
      ),
    );
  const started = performance.now();
  const results = await holdAll(chosen, flags);
  const survivors = results.filter(({ killedBy }) => killedBy === null);
  const seconds = (performance.now() - started) / 1000;
  console.log(flags.json ? renderJson(results, flags, seconds) : renderSummary(results, chosen.length, flags, seconds));
  const isInterrupted = results.length < chosen.length;
  if (isInterrupted || (survivors.length > 0 && flags.test === undefined)) process.exitCode = 1;
}

function choose({ profile, only = [] }: MutantsFlags): Mutant[] {
  const unknown = only.find((name) => !allMutants.some((mutant) => mutant.name === name));
  if (unknown !== undefined)
    throw new UsageError(`Could not find the mutant ${unknown}: there is none. See paddock mutants --list.`);
  const ofProfile = allMutants.filter((mutant) => (mutant.profile ?? profile) === profile);
  const chosen = ofProfile.filter(({ name }) => only.length === 0 || only.includes(name));
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    `Could not try ${only.join(', ')}: on this profile nothing is wrong with it. Give the other one.`,
  );
}

function holdAll(chosen: readonly Mutant[], flags: MutantsFlags): Promise<readonly Result[]> {
  const { profile, seed, test: command, timeout } = flags;
  const onResult = (result: Result) => {
    if (!flags.json) console.log(renderTable([rowOf(result)], Number.POSITIVE_INFINITY));
  };
  if (command === undefined) return holdToLaws(chosen, { profile, seed, timeoutMs: 1000 * (timeout ?? 20), onResult });
  return holdToCommand(chosen, { command, profile, timeoutMs: 1000 * (timeout ?? 300), onResult });
}

function rowOf({ mutant, killedBy }: Result): string[] {
  return [mutant.name.padEnd(34), killedBy === null ? 'SURVIVED' : 'killed', killedBy ?? mutant.description];
}

function renderSummary(
  results: readonly Result[],
  wanted: number,
  { profile, test }: MutantsFlags,
  seconds: number,
): string {
  const survivors = results.filter(({ killedBy }) => killedBy === null);
  const killed = results.length - survivors.length;
  const share = Math.floor((100 * killed) / Math.max(1, results.length));
  const by = test === undefined ? 'the suite' : `\`${test}\``;
  return [
    '',
    `${killed} of ${results.length} mutants of mock:${profile} (${share} %) were noticed by ${by}, in ${seconds.toFixed(0)} s.`,
    ...(results.length === wanted ? [] : [`Interrupted: ${wanted - results.length} were not tried.`]),
    ...(survivors.length === 0 ? [] : [`Not noticed: ${survivors.map(({ mutant }) => mutant.name).join(', ')}.`]),
  ].join('\n');
}

function renderJson(results: readonly Result[], { profile }: MutantsFlags, seconds: number): string {
  const rows = results.map(({ mutant: { name, description }, killedBy, milliseconds }) => ({
    name,
    description,
    killed: killedBy !== null,
    killed_by: killedBy,
    milliseconds,
  }));
  const killed = rows.filter((row) => row.killed).length;
  return JSON.stringify({ profile, seconds, total: rows.length, killed, mutants: rows }, null, 2);
}
