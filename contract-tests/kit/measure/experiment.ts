import type { BehaviourName, Behaviours } from '../../contract/behaviours.ts';
import type { ExperimentContext } from './experiment-context.ts';

/** What an experiment found out, and by what, as a clause. */
export type Finding<Value> = { readonly value: Value; readonly because: string };

/**
 * The smallest experiment that tells the values of a behaviour apart. It takes nothing for granted about the other
 * behaviours.
 *
 * @throws Inconclusive where it cannot
 */
export type Experiment<Name extends BehaviourName> = (context: ExperimentContext) => Promise<Finding<Behaviours[Name]>>;
