import type { Account } from '../../account/account.ts';
import { paddleError } from '../../errors/errors.ts';
import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { published } from '../published.ts';
import { requireRun } from '../simulation-runs/require-run.ts';
import type { SimulationEvent } from './kind.ts';
import { refuseDestination, replay } from './transitions.ts';

export const simulationEventHandlers: Handlers<
  'listSimulationEvents' | 'getSimulationEvent' | 'replaySimulationEvent'
> = {
  listSimulationEvents: ({ params, query }, context) => {
    const run = requireRun(params, context.account);
    const where = { simulation_run_id: [run.id] };
    const { page, perPage } = listPage(context.account.store.simulation_events, query, context, { where });
    return { page: { ...page, texts: page.texts.map((text) => published('simulation_events', text)) }, perPage };
  },

  getSimulationEvent: ({ params }, { account }) => ({
    entity: published('simulation_events', JSON.stringify(requireEvent(params, account))),
  }),

  replaySimulationEvent: ({ params }, { account }) => {
    const original = requireEvent(params, account);
    refuseDestination(account.store.notification_settings.find(original.notification_setting_id));
    const ids = { id: account.ids.next('ntfsimevt'), notification_id: account.ids.next('ntfsimntf') };
    return { entity: published('simulation_events', account.apply(replay(original, ids, account.moment()))) };
  },
};

type EventPath = { simulation_id: string; simulation_run_id: string; simulation_event_id: string };

/** Returns an event of a run. @throws PaddleApiError not_found, also for another run's */
function requireEvent(params: EventPath, account: Account): SimulationEvent {
  const run = requireRun(params, account);
  const event = account.store.simulation_events.require(params.simulation_event_id);
  if (event.simulation_run_id !== run.id) throw paddleError('not_found', { id: event.id });
  return event;
}
