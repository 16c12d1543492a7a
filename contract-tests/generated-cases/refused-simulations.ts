import { unknownId } from '../nouns/arrange.ts';
import { createDestination, updateDestination } from '../nouns/notification-settings/arrange.ts';
import { createSimulation, eventsOfRun, runSimulation } from '../nouns/simulations/arrange.ts';
import type { Account } from '../targets/account.ts';
import type { Arrange } from './rule.ts';

const runsOf = (id: string) => ({ path: `/simulations/${id}/runs` });

/** Requests for the codes of single operations of simulations, by operation and code. */
export const simulationRequests: Readonly<Record<string, Arrange>> = {
  'createSimulationRun/notification_simulation_already_running_conflict': async (_, account) => {
    const destination = account.target.can.receiver?.newDestination();
    destination?.answer('hang');
    const url = destination ? { destination: destination.url } : {};
    const setting = await createDestination(account, { ...url, traffic_source: 'simulation' });
    const simulation = await createSimulation(account, {
      notification_setting_id: setting.id,
      type: 'subscription_creation',
    });
    await runSimulation(account, simulation);
    return runsOf(simulation.id);
  },
  'createSimulationRun/notification_simulation_run_notification_settings_conflict': async (_, account) => {
    const setting = await createDestination(account, { traffic_source: 'platform' });
    return runsOf((await createSimulation(account, { notification_setting_id: setting.id })).id);
  },
  'createSimulationRun/notification_simulation_run_configuration_conflict': async (_, account) => {
    const config = { subscription_pause: { entities: { subscription_id: unknownId('sub') } } };
    return runsOf((await createSimulation(account, { type: 'subscription_pause', config })).id);
  },
  'replaySimulationEvent/notification_simulation_run_notification_settings_conflict': ofReplay,
};

/** Replays an event for a destination that was switched off. */
async function ofReplay(_: unknown, account: Account) {
  const setting = await createDestination(account, { traffic_source: 'all' });
  const simulation = await createSimulation(account, { notification_setting_id: setting.id });
  const run = await runSimulation(account, simulation);
  const [event] = await eventsOfRun(account, simulation, run);
  await updateDestination(account, setting, { active: false });
  return { path: `${runsOf(simulation.id).path}/${run.id}/events/${event?.id}/replay` };
}
