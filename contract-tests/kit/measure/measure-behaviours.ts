import type { BehaviourName } from '../../contract/behaviours.ts';
import { experiments } from './experiments.ts';
import type { Probe } from './probe.ts';
import { type Outcome, tryOut } from './try-out.ts';

/** What is known of one behaviour of a target. */
export type MeasuredBehaviour = Outcome<string> & { readonly behaviour: BehaviourName };

/** Makes the experiment for each behaviour. What cannot be known says why. */
export async function measureBehaviours(probe: Probe): Promise<MeasuredBehaviour[]> {
  const measured: MeasuredBehaviour[] = [];
  for (const [behaviour, experiment] of all) measured.push({ behaviour, ...(await tryOut(probe, experiment)) });
  return measured;
}

// An object's keys are typed as texts, and here they are the names of the table.
const all = Object.entries(experiments) as [BehaviourName, (typeof experiments)[BehaviourName]][];
