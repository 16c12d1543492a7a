import type { Finding } from '../experiment.ts';
import type { ExperimentContext } from '../experiment-context.ts';
import type { Largest } from './largest-accepted.ts';

/** Measures one limit of a target. @throws Inconclusive if it remains unknown. */
export type Limit = (context: ExperimentContext) => Promise<Finding<Largest>>;
