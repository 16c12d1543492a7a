import type { BehaviourName } from '../../contract/behaviours.ts';
import type { ExperimentContext } from './experiment-context.ts';
import { experiments } from './experiments.ts';
import { type Outcome, runExperiment } from './run-experiment.ts';

/** Result for one behaviour of a target. */
export type MeasuredBehaviour = Outcome<string> & { readonly behaviour: BehaviourName };

/** Runs the experiment of each behaviour. An unknown value comes with the reason. */
export async function measureBehaviours(context: ExperimentContext): Promise<MeasuredBehaviour[]> {
  const measured: MeasuredBehaviour[] = [];
  for (const [behaviour, experiment] of all)
    measured.push({ behaviour, ...(await runExperiment(context, experiment)) });
  return measured;
}

// `Object.entries` types keys as strings; those of the table are names of behaviours.
const all = Object.entries(experiments) as [BehaviourName, (typeof experiments)[BehaviourName]][];
