import type { Moves } from '../moves.ts';
import type { SimulationRun } from './kind.ts';

/** Legal moves of runs. @evidence official: the statuses; assumed that a run is canceled when its destination is gone */
export const runMoves: Moves<SimulationRun, 'complete' | 'cancel'> = {
  complete: { pending: 'completed', completed: 'completed', canceled: 'canceled' },
  cancel: { pending: 'canceled', completed: 'completed', canceled: 'canceled' },
};
