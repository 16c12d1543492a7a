import { defineKind, type Entity } from '../kind.ts';

/** A run, with the simulation that it belongs to. */
export type SimulationRun = Entity<'simulation-run'> & { simulation_id: string };

export const simulation_runs = defineKind({
  schema: 'simulation-run',
  idPrefix: 'ntfsimrun',
  keys: ['status', 'simulation_id'],
  unpublished: ['simulation_id'],
  times: [],
  searched: [],
  isArchivable: false,
  isSeedable: false,
});
