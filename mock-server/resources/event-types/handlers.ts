import { eventTypes } from '#openapi/generated/event-types.ts';
import type { Handlers } from '../../http/handler.ts';

export const eventTypeHandlers: Handlers<'listEventTypes'> = {
  listEventTypes: (_request, { account }) => ({
    data: eventTypes.filter(({ name }) => account.spec.eventTypes.has(name)),
  }),
};
