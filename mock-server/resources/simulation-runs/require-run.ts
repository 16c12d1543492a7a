import type { Account } from '../../account/account.ts';
import { paddleError } from '../../errors/errors.ts';
import type { SimulationRun } from './kind.ts';

/** Returns a run of a simulation. @throws PaddleApiError not_found, also for another simulation's */
export function requireRun(
  { simulation_id, simulation_run_id }: { simulation_id: string; simulation_run_id: string },
  { store }: Account,
): SimulationRun {
  store.simulations.requireExists(simulation_id);
  const run = store.simulation_runs.require(simulation_run_id);
  if (run.simulation_id !== simulation_id) throw paddleError('not_found', { id: run.id });
  return run;
}
