import type { Handlers } from '../../http/handler.ts';
import { listPage } from '../list-page.ts';
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

  createSimulation: ({ body }, { account }) => {
    const destination = account.store.notification_settings.require(body.notification_setting_id);
    return { entity: account.apply(create(body, destination, account.creation('ntfsim'))) };
  },

  getSimulation: ({ params }, { account }) => ({
    entity: account.store.simulations.requireText(params.simulation_id),
  }),

  updateSimulation: ({ params, body }, { account }) => {
    const { notification_settings, simulations } = account.store;
    const simulation = simulations.require(params.simulation_id);
    const { notification_setting_id: id } = body;
    const destination = id === undefined ? undefined : notification_settings.require(id);
    return { entity: account.apply(update(simulation, body, destination, account.moment())) };
  },
};
