import { addSeed } from '../../imports/add-fixtures.ts';
import { readSeed } from '../../imports/read-fixtures.ts';
import type { ControlHandlers } from '../handlers.ts';
import { agendaEntries } from '../inspect/agenda-entries.ts';
import { describeAccount } from '../inspect/description.ts';
import { listEntities } from '../inspect/entity-list.ts';
import { overviewOf } from '../inspect/overview.ts';
import { surroundingsOf } from '../inspect/surroundings.ts';

/** Handlers that show an account as a whole, and add a built-in seed to it. */
export const inspectionHandlers: Pick<
  ControlHandlers,
  'getOverview' | 'listAgenda' | 'describeAccount' | 'listEntities' | 'getEntity' | 'addSeed'
> = {
  getOverview: (_request, { account }) => overviewOf(account),
  listAgenda: ({ query }, { account }) => ({ agenda: agendaEntries(account, query.limit ?? 20) }),
  describeAccount: (_request, { account }) => describeAccount(account),
  listEntities: ({ query }, { account }) => listEntities(account, query),
  getEntity: ({ params }, { account }) => surroundingsOf(account, params.entity_id),
  addSeed: async ({ params }, { account }) => {
    const added = await addSeed(account, await readSeed(params.name, account.clock.now()));
    account.agenda.wake();
    return added;
  },
};
