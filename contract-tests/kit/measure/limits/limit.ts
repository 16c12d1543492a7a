import type { Finding } from '../experiment.ts';
import type { Probe } from '../probe.ts';
import type { Largest } from './largest-accepted.ts';

/**
 * Finds one number that a target goes by.
 *
 * @throws CannotTell where it cannot
 */
export type Limit = (probe: Probe) => Promise<Finding<Largest>>;
