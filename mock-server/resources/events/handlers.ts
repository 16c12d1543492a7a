import type { Handlers } from '../../http/handler.ts';
import { firstKeptId } from '../../state/forgetting.ts';
import { listPage } from '../list-page.ts';

export const eventHandlers: Handlers<'listEvents'> = {
  listEvents: ({ query }, context) =>
    listPage(context.account.store.events, query, context, {
      where: { event_type: query.event_type },
      firstId: firstKeptId('evt', context.account.clock.now()),
    }),
};
