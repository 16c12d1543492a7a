import type { Handlers, OperationId } from '../http/handler.ts';
import { addressHandlers } from './addresses/handlers.ts';
import { businessHandlers } from './businesses/handlers.ts';
import { customerHandlers } from './customers/handlers.ts';
import { eventTypeHandlers } from './event-types/handlers.ts';
import { portalSessionHandlers } from './portal-sessions/handlers.ts';
import { subscriptionHandlers } from './subscriptions/handlers.ts';

/** The handler of each operation. */
export const handlers: Handlers<OperationId> = {
  ...customerHandlers,
  ...addressHandlers,
  ...businessHandlers,
  ...subscriptionHandlers,
  ...portalSessionHandlers,
  ...eventTypeHandlers,
};
