import { IncomingMessage, ServerResponse } from 'node:http';
import type { Express } from 'express';
import type { Exchange } from '../http/exchange.ts';

/**
 * Makes the request and response classes of a server. They have Express's prototypes and `response.locals` from the
 * start: setting the prototype of each message, or the locals in a middleware, would cost as much as finding the route.
 *
 * @param begin makes the `response.locals` of one exchange
 * @see https://expressjs.com/en/guide/overriding-express-api.html
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
