import type { JudgeReport, Report } from './report.ts';
import { count } from './verdict.ts';

/** Outcome of a run of `paddock verify`. */
export type Outcome = {
  /** 0: as expected. 1: a claim differs, or nothing was checked. 3: the baseline is out of date. */
  readonly exitCode: 0 | 1 | 3;
  /** Reasons, as sentences. */
  readonly because: readonly string[];
};

/**
 * Returns the outcome of a run.
 *
 * @param drift outdated entries of the baseline, as sentences.
 */
export function outcomeOf(report: Report, drift: readonly string[]): Outcome {
  const broken = report.claims.filter(({ verdict, accepted }) => verdict === 'differs' && !accepted);
  const laws = report.claims.flatMap((claim) => claim.laws);
  const failed = [
    ...(report.ended_early === null ? [] : [`The run ended early: ${report.ended_early}.`]),
    ...(laws.some(({ outcome }) => outcome !== 'no-verdict') ? [] : ['Nothing was checked.']),
    ...(broken.length === 0 ? [] : [`${count(broken.length, 'claim')} ${broken.length === 1 ? 'differs' : 'differ'}.`]),
    ...(report.judge ? faultsOf(report.judge) : []),
  ];
  if (failed.length > 0) return { exitCode: 1, because: [...failed, ...drift] };
  return drift.length > 0 ? { exitCode: 3, because: drift } : { exitCode: 0, because: ['Everything is as expected.'] };
}

function faultsOf({ judge, exchanges, disagreements, needless }: JudgeReport): string[] {
  return [
    ...(exchanges === 0 ? [`${judge} checked nothing.`] : []),
    ...(disagreements.length === 0 ? [] : [`${judge} disagrees in ${count(disagreements.length, 'place')}.`]),
    ...needless.map((name) => `The known difference ${name} from ${judge} no longer occurs.`),
  ];
}
