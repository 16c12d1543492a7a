import type { Finding } from '../experiment.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import type { Largest } from './largest-accepted.ts';

/**
 * Finds one number that a target goes by.
 *
 * @throws Inconclusive where it cannot
 */
export type Limit = (context: ExperimentContext) => Promise<Finding<Largest>>;
