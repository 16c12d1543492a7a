import { forbidden } from '../../errors/errors.ts';
import type { HandlerContext, Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
import { type Config, permissionsFor } from './config.ts';
import { create, update } from './transitions.ts';
import { simulationTypes } from './types.ts';

export const simulationHandlers: Handlers<
  'listSimulationTypes' | 'listSimulations' | 'createSimulation' | 'getSimulation' | 'updateSimulation'
> = {
  listSimulationTypes: (_request, { account }) => ({ data: simulationTypes(account.spec) }),

  listSimulations: ({ query }, context) => {
    const { notification_setting_id } = query;
    return listPage(context.account.store.simulations, query, context, { where: { notification_setting_id } });
  },

  createSimulation: ({ body }, { account, caller }) => {
    refuseUnreadable(body.config, caller);
    const destination = account.store.notification_settings.require(body.notification_setting_id);
    return { entity: account.apply(create(body, destination, account.creation('ntfsim'))) };
  },

  getSimulation: ({ params }, { account }) => ({
    entity: account.store.simulations.requireText(params.simulation_id),
  }),

  updateSimulation: ({ params, body }, { account, caller }) => {
    refuseUnreadable(body.config, caller);
    const { notification_settings, simulations } = account.store;
    const simulation = simulations.require(params.simulation_id);
    const { notification_setting_id: id } = body;
    const destination = id === undefined ? undefined : notification_settings.require(id);
    return { entity: account.apply(update(simulation, body, destination, account.moment())) };
  },
};

/** @throws PaddleApiError forbidden for a key that may not read the entities of a configuration */
function refuseUnreadable(config: Config | null | undefined, caller: HandlerContext['caller']): void {
  for (const permission of permissionsFor(config))
    if (caller?.permissions && !caller.permissions.has(permission)) throw forbidden(permission);
}
