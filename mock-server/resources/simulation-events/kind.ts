import { defineKind, type Entity } from '../kind.ts';

/** An event of a run, with what its webhook contains. */
export type SimulationEvent = Entity<'simulation-event'> & {
  simulation_run_id: string;
  notification_setting_id: string;
  notification_id: string;
  occurred_at: string;
};

export const simulation_events = defineKind({
  schema: 'simulation-event',
  idPrefix: 'ntfsimevt',
  keys: ['status', 'simulation_run_id'],
  unpublished: ['simulation_run_id', 'notification_setting_id', 'notification_id', 'occurred_at'],
  times: [],
  searched: [],
  isArchivable: false,
  isSeedable: false,
  // `deliveries.ts` sends it.
  dueAt: ({ status, created_at }) => (status === 'pending' ? Date.parse(created_at) : undefined),
});
