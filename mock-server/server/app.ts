import express, { type NextFunction } from 'express';
import { type ControlOptions, controlPlane } from '../control/mount.ts';
import { messagesOf } from '../fast/messages.ts';
import { answerOperations } from '../http/answer-operations.ts';
import { type DoorOptions, doorOf, type Listener } from '../http/entry/door.ts';
import { type ApiRequest, type ApiResponse, Exchange } from '../http/exchange.ts';
import type { ExchangeFacts } from '../http/output/exchange-facts.ts';
import { countRequests, type Observer, tellAll, tellFacts, writeJournal } from '../http/output/observe.ts';
import { renderErrors } from '../http/output/render-error.ts';
import { refuseOthers } from '../http/refuse-others.ts';
import { portalPages } from '../pages/portal.ts';
import { welcomePage } from '../pages/welcome.ts';
import { handlers } from '../resources/handlers.ts';
import { controlRoot } from '../wire/control-root.ts';

/** What the application is put together from. */
export type AppOptions = ControlOptions & {
  /** Makes the ID of each request. */
  makeRequestId: () => string;
  /** Is told of failures on this side: bugs, and a data file that cannot be written. */
  report: (error: unknown) => void;
  /** Is told of each exchange with the API, after its answer. */
  onExchange: ((facts: ExchangeFacts) => void) | undefined;
};

/**
 * Puts the emulated API, the control plane and the pages together. Their paths have nothing in common, so the operations
 * come first: everything before them would cost each of their requests.
 */
export function createApp(options: AppOptions): { answer: Listener; messages: ReturnType<typeof messagesOf> } {
  const { accounts, baseUrl, isLocal, makeRequestId } = options;
  const app = express();
  app.disable('x-powered-by');
  // A hash of each answer would cost more than all the rest of reading an entity.
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('query parser', false);

  app.use(answerOperations(accounts, handlers, (request) => baseUrl ?? baseUrlOfCaller(request)));
  app.use(nameAnswer);
  app.use(welcomePage());
  app.use(controlRoot, controlPlane(options));
  app.use(portalPages(accounts));
  app.use(refuseOthers(accounts));
  const render = renderErrors(options.report);
  app.use(render);
  const observe = observerOf(options);
  const refuse: DoorOptions['refuse'] = (refusal, request, response) => render(refusal, request, response, () => {});
  return {
    answer: doorOf({ letIn: app, refuse, isLocal, baseUrl }),
    messages: messagesOf(app, () => new Exchange(makeRequestId(), observe)),
  };
}

function observerOf({ accounts, measured, onExchange }: AppOptions): Observer {
  const observers = [writeJournal(accounts), countRequests(measured.tally)];
  return tellAll(onExchange ? [...observers, tellFacts(onExchange)] : observers);
}

/** Says the request's ID where another than `send` answers. */
function nameAnswer(_request: ApiRequest, response: ApiResponse, next: NextFunction): void {
  response.setHeader('Request-Id', response.locals.requestId);
  next();
}

/** Clients follow links only where they begin with the base URL that they were given, so links repeat its host. */
function baseUrlOfCaller({ protocol, headers, socket }: ApiRequest): string {
  return `${protocol}://${headers.host ?? `${socket.localAddress}:${socket.localPort}`}`;
}
