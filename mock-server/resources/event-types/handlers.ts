import type { Handlers } from '../../http/handler.ts';
import { eventTypes } from '../../notifications/event-types.ts';

export const eventTypeHandlers: Handlers<'listEventTypes'> = {
  // Which names there are under the account's behaviours is in its document.
  listEventTypes: (_request, { account }) => ({
    data: eventTypes.filter((eventType) => account.spec.checkEntity('event-type-name', eventType.name).length === 0),
  }),
};
