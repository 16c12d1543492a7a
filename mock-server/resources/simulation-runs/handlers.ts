import type { Account } from '../../account/account.ts';
import type { Answer, Handlers } from '../../http/handler.ts';
import type { EntityText } from '../../state/lists/text-table.ts';
import { listPage } from '../list-page.ts';
import { published } from '../published.ts';
import { pend, refuseDestination } from '../simulation-events/transitions.ts';
import { happeningsOf } from '../simulations/happenings.ts';
import type { Simulation } from '../simulations/kind.ts';
import { requireRun } from './require-run.ts';
import { refuseRun, start } from './transitions.ts';

export const simulationRunHandlers: Handlers<'listSimulationRuns' | 'createSimulationRun' | 'getSimulationRun'> = {
  listSimulationRuns: ({ params, query }, context) => {
    const { store } = context.account;
    store.simulations.requireExists(params.simulation_id);
    const where = { simulation_id: [params.simulation_id] };
    const { page, perPage } = listPage(store.simulation_runs, query, context, { where });
    const texts = page.texts.map((text) => shown(text, query.include, context.account));
    return { page: { ...page, texts }, perPage };
  },

  createSimulationRun: ({ params }, { account, baseUrl }) => run(account, params.simulation_id, baseUrl),

  getSimulationRun: ({ params, query }, { account }) => ({
    entity: shown(JSON.stringify(requireRun(params, account)), query.include, account),
  }),
};

/** Runs a simulation: its events are sent afterwards. */
function run(account: Account, simulationId: string, baseUrl: string): Answer {
  const { store, ids } = account;
  const simulation = store.simulations.require(simulationId);
  refuseRun(simulation, pendingRunOf(simulation, account));
  const destination = store.notification_settings.find(simulation.notification_setting_id);
  refuseDestination(destination);
  const happenings = happeningsOf(simulation, account, baseUrl);
  const creation = account.creation('ntfsimrun');
  const belongs = {
    simulation_run_id: creation.id,
    notification_setting_id: simulation.notification_setting_id,
  };
  const events = happenings.map((happening) => {
    const eventIds = { id: ids.next('ntfsimevt'), notification_id: ids.next('ntfsimntf') };
    return pend(happening, belongs, eventIds, creation);
  });
  return { entity: published('simulation_runs', account.apply(start(simulation, events, creation))) };
}

function pendingRunOf({ id }: Simulation, { store }: Account): string | undefined {
  const pending = { simulation_id: [id], status: ['pending'] };
  return store.simulation_runs.list({ where: pending, order: 'DESC', limit: 1, isCounted: false }).ids[0];
}

/** Returns the text of a run, with its events if they are included. */
function shown(text: EntityText, include: readonly 'events'[] | undefined, { store }: Account): EntityText {
  const run = published('simulation_runs', text);
  if (include === undefined || include.length === 0) return run;
  const { id } = store.simulation_runs.parse(text);
  const events = store.simulation_events.allTexts({ simulation_run_id: [id] }).toReversed();
  return `${run.slice(0, -1)},"events":[${events.map((event) => published('simulation_events', event)).join()}]}`;
}
