import { paddleError } from '../../errors/errors.ts';
import { type ChangeOf, changed } from '../../state/change.ts';
import type { Creation, Moment } from '../../time/moment.ts';
import { move } from '../moves.ts';
import type { SimulationEvent } from '../simulation-events/kind.ts';
import type { Simulation } from '../simulations/kind.ts';
import { simulationMoves } from '../simulations/moves.ts';
import type { SimulationRun } from './kind.ts';
import { runMoves } from './moves.ts';

/** Rejects a run of a simulation that is archived, or still running. */
export function refuseRun(simulation: Simulation, pending: string | undefined): void {
  move(simulationMoves, 'use', simulation);
  if (pending !== undefined)
    throw paddleError('notification_simulation_already_running_conflict', { hint: `${pending} is pending.` });
}

/** Starts a run, whose events are pending. */
export function start(
  simulation: Simulation,
  events: readonly SimulationEvent[],
  { id, now }: Creation,
): ChangeOf<'simulation_runs'> {
  const run: SimulationRun = {
    id,
    status: events.length === 0 ? 'completed' : 'pending',
    created_at: now,
    updated_at: now,
    type: simulation.type,
    simulation_id: simulation.id,
  };
  const ran = { ...simulation, last_run_at: now };
  const pending = events.map((entity) => ({ kind: 'simulation_events' as const, entity }));
  return {
    puts: [{ kind: 'simulation_runs', entity: run }, { kind: 'simulations', entity: ran }, ...pending],
    events: [],
  };
}

/** Ends a run of which no event is pending. */
export function complete(run: SimulationRun, { now }: Moment): ChangeOf<'simulation_runs'> {
  return changed('simulation_runs', { ...run, status: move(runMoves, 'complete', run), updated_at: now }, []);
}

/** Ends a run whose events cannot be delivered. */
export function cancel(run: SimulationRun, { now }: Moment): ChangeOf<'simulation_runs'> {
  return changed('simulation_runs', { ...run, status: move(runMoves, 'cancel', run), updated_at: now }, []);
}
