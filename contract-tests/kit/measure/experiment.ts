import type { BehaviourName, Behaviours } from '../../contract/behaviours.ts';
import type { Probe } from './probe.ts';

/** What an experiment found out, and by what, as a clause. */
export type Finding<Value> = { readonly value: Value; readonly because: string };

/**
 * The smallest experiment that tells the values of a behaviour apart. It takes nothing for granted about the other
 * behaviours.
 *
 * @throws CannotTell where it cannot
 */
export type Experiment<Name extends BehaviourName> = (probe: Probe) => Promise<Finding<Behaviours[Name]>>;
