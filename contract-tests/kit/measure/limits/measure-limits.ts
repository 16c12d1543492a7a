import type { ExperimentContext } from '../experiment-context.ts';
import { type Outcome, runExperiment } from '../run-experiment.ts';
import type { Largest } from './largest-accepted.ts';
import { limitsOf } from './limits.ts';

/** Result for one limit of a target. */
export type MeasuredLimit = Outcome<Largest> & { readonly limit: string };

/** Measures each limit. An unknown value comes with the reason. */
export async function measureLimits(context: ExperimentContext): Promise<MeasuredLimit[]> {
  const measured: MeasuredLimit[] = [];
  const limits = Object.entries(limitsOf(context.account.target.contract));
  for (const [limit, find] of limits) measured.push({ limit, ...(await runExperiment(context, find)) });
  return measured;
}
