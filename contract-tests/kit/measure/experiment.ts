import type { BehaviourName, Behaviours } from '../../contract/behaviours.ts';
import type { ExperimentContext } from './experiment-context.ts';

/** Result of an experiment, and the observation that supports it, as a clause. */
export type Finding<Value> = { readonly value: Value; readonly because: string };

/**
 * The smallest experiment that distinguishes the values of a behaviour. It assumes nothing about other behaviours.
 *
 * @throws Inconclusive if the value remains unknown.
 */
export type Experiment<Name extends BehaviourName> = (context: ExperimentContext) => Promise<Finding<Behaviours[Name]>>;
