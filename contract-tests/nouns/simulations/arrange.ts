import type { Success } from '../../contract/operations.ts';
import type { Account } from '../../targets/account.ts';
import { createDestination } from '../notification-settings/arrange.ts';

export type Simulation = Success<'createSimulation'>['data'];
export type SimulationRun = Success<'createSimulationRun'>['data'];
export type SimulationEvent = Success<'getSimulationEvent'>['data'];

/** Creates a simulation, by default of a new customer, for a new destination of simulated traffic. */
export async function createSimulation(account: Account, fields: object = {}): Promise<Simulation> {
  const body = { name: 'Contract test', type: 'customer.created', ...fields };
  const destination = 'notification_setting_id' in body ? {} : await ofNewDestination(account);
  return (await account.call('createSimulation', { body: { ...destination, ...body } })).data;
}

async function ofNewDestination(account: Account) {
  return { notification_setting_id: (await createDestination(account, { traffic_source: 'all' })).id };
}

export async function runSimulation(account: Account, { id }: Pick<Simulation, 'id'>): Promise<SimulationRun> {
  return (await account.call('createSimulationRun', { path: { simulation_id: id } })).data;
}

/** Events of a run, oldest first. */
export async function eventsOfRun(
  account: Account,
  { id }: Pick<Simulation, 'id'>,
  run: Pick<SimulationRun, 'id'>,
): Promise<SimulationEvent[]> {
  const path = { simulation_id: id, simulation_run_id: run.id };
  const query = { per_page: 200, order_by: 'id[ASC]' };
  return (await account.call('listSimulationEvents', { path, query })).data;
}

export async function readRun(
  account: Account,
  { id }: Pick<Simulation, 'id'>,
  run: Pick<SimulationRun, 'id'>,
): Promise<SimulationRun> {
  return (await account.call('getSimulationRun', { path: { simulation_id: id, simulation_run_id: run.id } })).data;
}
