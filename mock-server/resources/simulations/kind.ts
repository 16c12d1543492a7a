import { defineKind, type Entity } from '../kind.ts';

export type Simulation = Entity<'simulation'>;

/** Type of a simulation that sends several events. */
export type Scenario = keyof NonNullable<Simulation['config']>;

export const simulations = defineKind({
  schema: 'simulation',
  idPrefix: 'ntfsim',
  keys: ['status', 'notification_setting_id'],
  times: [],
  searched: [],
  isArchivable: false,
  // Simulations belong to destinations, which are not seeded.
  isSeedable: false,
});
