import { print } from '#openapi/text/print.ts';
import { UsageError } from '#openapi/text/usage-error.ts';
import type { Mutant } from '../kit/mutants/mutant.ts';
import { mutants as allMutants } from '../kit/mutants/mutants.ts';
import { tryCommand } from '../kit/mutants/try-command.ts';
import { tryLaws } from '../kit/mutants/try-laws.ts';
import { renderTable } from '../report/formats/table.ts';
import { count } from '../report/verdict.ts';

/** Options of `paddock mutants`. */
export type MutantsFlags = {
  readonly profile: 'guide' | 'official';
  readonly seed: number;
  readonly only?: readonly string[];
  /** Time limit for one law, or for one run of the tests, in seconds. */
  readonly timeout?: number;
  readonly json?: boolean;
  readonly list?: boolean;
  /** Command that runs a user's tests. Default: the contract suite. */
  readonly test?: string;
  /** Lowest acceptable score, in percent. */
  readonly minimum?: number;
};

type Result = {
  readonly mutant: Mutant;
  readonly killedBy: string | null;
  /** False if a user's tests never reached the defect. */
  readonly isReached?: boolean;
  readonly milliseconds: number;
};

type Outcome = 'killed' | 'survived' | 'not reached';

/**
 * Runs the suite, or a user's tests, against mutants of a mock. The exit code is 1 if the suite does not kill all of
 * them, if a user's tests kill none or score below the minimum, and after an interruption.
 *
 * @throws UsageError for an unknown mutant, and for tests that fail against the mock itself or never call it.
 */
export async function mutants(flags: MutantsFlags): Promise<void> {
  const chosen = choose(flags);
  if (flags.list)
    return print(
      renderTable(
        chosen.map(({ name, description }) => [name, description]),
        Number.POSITIVE_INFINITY,
      ),
    );
  const started = performance.now();
  const results = await tryAll(chosen, flags);
  const score = scoreOf(results);
  const seconds = (performance.now() - started) / 1000;
  print(flags.json ? renderJson(results, flags, seconds) : renderSummary(results, chosen.length, flags, seconds));
  const isInterrupted = results.length < chosen.length;
  const isTooLow = flags.test === undefined ? score < 100 : score === 0 || score < (flags.minimum ?? 0);
  if (isInterrupted || isTooLow) process.exitCode = 1;
}

function choose({ profile, only = [] }: MutantsFlags): Mutant[] {
  const unknown = only.find((name) => !allMutants.some((mutant) => mutant.name === name));
  if (unknown !== undefined) throw new UsageError(`Could not find the mutant ${unknown}. See paddock mutants --list.`);
  const ofProfile = allMutants.filter((mutant) => (mutant.profile ?? profile) === profile);
  const chosen = ofProfile.filter(({ name }) => only.length === 0 || only.includes(name));
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    `Could not try ${only.join(', ')}: it is a mutant of the other profile. Give another --profile.`,
  );
}

function tryAll(chosen: readonly Mutant[], flags: MutantsFlags): Promise<readonly Result[]> {
  const { profile, seed, test: command, timeout } = flags;
  const onResult = (result: Result) => {
    // Mutants that were not reached are listed at the end.
    if (!flags.json && outcomeOf(result) !== 'not reached')
      print(renderTable([rowOf(result)], Number.POSITIVE_INFINITY));
  };
  if (command === undefined) return tryLaws(chosen, { profile, seed, timeoutMs: 1000 * (timeout ?? 20), onResult });
  return tryCommand(chosen, { command, profile, timeoutMs: 1000 * (timeout ?? 300), onResult });
}

function outcomeOf({ killedBy, isReached = true }: Result): Outcome {
  if (killedBy !== null) return 'killed';
  return isReached ? 'survived' : 'not reached';
}

/** Returns the share of killed mutants among those reached, in whole percent; 0 if none was reached. */
function scoreOf(results: readonly Result[]): number {
  const reached = results.filter((result) => outcomeOf(result) !== 'not reached');
  const killed = reached.filter(({ killedBy }) => killedBy !== null);
  return Math.floor((100 * killed.length) / Math.max(1, reached.length));
}

function rowOf(result: Result): string[] {
  const { mutant, killedBy } = result;
  const outcome = outcomeOf(result);
  return [mutant.name.padEnd(34), outcome === 'survived' ? 'SURVIVED' : outcome, killedBy ?? mutant.description];
}

function renderSummary(results: readonly Result[], wanted: number, flags: MutantsFlags, seconds: number): string {
  const { profile, test, minimum } = flags;
  const of = (outcome: Outcome) => results.filter((result) => outcomeOf(result) === outcome);
  const [killed, survived, missed] = [of('killed'), of('survived'), of('not reached')];
  const by = test === undefined ? 'The suite' : `\`${test}\``;
  const reached = killed.length + survived.length;
  const score = scoreOf(results);
  return [
    ...(survived.length === 0 ? [] : [`\nSurvived:\n${renderTable(survived.map(lineOf))}`]),
    ...(missed.length === 0
      ? []
      : [`\nNot reached, since the tests do not use the defective part:\n${renderTable(names(missed))}`]),
    '',
    `${by} noticed ${killed.length} of the ${count(reached, 'mutant')} of mock:${profile} that it reached (${score} %), in ${seconds.toFixed(0)} s.` +
      (missed.length === 0
        ? ''
        : ` ${count(missed.length, 'other')} ${missed.length === 1 ? 'was' : 'were'} not reached.`),
    ...(results.length === wanted ? [] : [`Interrupted: ${count(wanted - results.length, 'mutant')} left untried.`]),
    ...(killed.length === 0 && test !== undefined
      ? ['No mutant was noticed, so these tests say nothing about Paddle.']
      : []),
    ...(minimum !== undefined && score < minimum ? [`That is below the minimum of ${minimum} %.`] : []),
  ].join('\n');
}

function lineOf({ mutant }: Result): string[] {
  return [`  ${mutant.name}`, mutant.description];
}

function names(results: readonly Result[]): string[][] {
  return [['', results.map(({ mutant }) => mutant.name).join(', ')]];
}

function renderJson(results: readonly Result[], { profile }: MutantsFlags, seconds: number): string {
  const rows = results.map((result) => ({
    name: result.mutant.name,
    description: result.mutant.description,
    outcome: outcomeOf(result),
    killed: result.killedBy !== null,
    killed_by: result.killedBy,
    milliseconds: result.milliseconds,
  }));
  const numberOf = (wanted: Outcome) => rows.filter(({ outcome }) => outcome === wanted).length;
  const totals = { killed: numberOf('killed'), survived: numberOf('survived'), not_reached: numberOf('not reached') };
  return JSON.stringify(
    { profile, seconds, total: rows.length, ...totals, score: scoreOf(results), mutants: rows },
    null,
    2,
  );
}
