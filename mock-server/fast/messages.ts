import { IncomingMessage, ServerResponse } from 'node:http';
import type { Express } from 'express';
import type { Exchange } from '../http/exchange.ts';

/**
 * Classes of messages for a server that an application answers. Express gives each message another prototype, and would
 * keep what is known of it in a middleware of ours; each costs as much as finding the route. These come with both.
 *
 * @param begin makes what is known of one exchange, which goes into `response.locals`
 * @see https://expressjs.com/en/guide/overriding-express-api.html for what an application's prototypes are
 */
export function messagesOf(app: Express, begin: () => Exchange) {
  class AppRequest extends IncomingMessage {}
  class AppResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
    readonly locals = begin();
  }
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  Object.assign(app, { request: AppRequest.prototype, response: AppResponse.prototype });
  return { IncomingMessage: AppRequest, ServerResponse: AppResponse };
}
