import type { Moves } from '../moves.ts';
import type { SimulationEvent } from './kind.ts';

const final = { success: 'success', failed: 'failed', aborted: 'aborted' } as const;

/** Legal moves of simulated events: one attempt to deliver each. @evidence official, for the statuses */
export const eventMoves: Moves<SimulationEvent, 'succeed' | 'fail' | 'abort'> = {
  succeed: { pending: 'success', ...final },
  fail: { pending: 'failed', ...final },
  abort: { pending: 'aborted', ...final },
};
