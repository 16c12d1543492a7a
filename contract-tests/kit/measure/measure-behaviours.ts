import type { BehaviourName } from '../../contract/behaviours.ts';
import type { ExperimentContext } from './experiment-context.ts';
import { experiments } from './experiments.ts';
import { type Outcome, runExperiment } from './run-experiment.ts';

/** What is known of one behaviour of a target. */
export type MeasuredBehaviour = Outcome<string> & { readonly behaviour: BehaviourName };

/** Makes the experiment for each behaviour. What cannot be known says why. */
export async function measureBehaviours(context: ExperimentContext): Promise<MeasuredBehaviour[]> {
  const measured: MeasuredBehaviour[] = [];
  for (const [behaviour, experiment] of all)
    measured.push({ behaviour, ...(await runExperiment(context, experiment)) });
  return measured;
}

// An object's keys are typed as texts, and here they are the names of the table.
const all = Object.entries(experiments) as [BehaviourName, (typeof experiments)[BehaviourName]][];
