import express, { type NextFunction } from 'express';
import { checkoutApi } from '../checkout/serve.ts';
import { type ControlOptions, controlPlane } from '../control/mount.ts';
import { answerOperations } from '../http/answer-operations.ts';
import { doorOf, type Listener } from '../http/entry/door.ts';
import { type ApiRequest, type ApiResponse, Exchange } from '../http/exchange.ts';
import type { ExchangeFacts } from '../http/output/exchange-facts.ts';
import { combine, countRequests, type Observer, reportFacts, writeJournal } from '../http/output/observe.ts';
import { renderErrors } from '../http/output/render-error.ts';
import { refuseOthers } from '../http/refuse-others.ts';
import { builtFiles } from '../pages/built-files.ts';
import { checkoutPage } from '../pages/checkout.ts';
import { consolePage } from '../pages/console.ts';
import { creditNotePages } from '../pages/credit-notes.ts';
import { invoicePages } from '../pages/invoices.ts';
import { paddleScript } from '../pages/paddle-script.ts';
import { portalPages } from '../pages/portal/routes.ts';
import { reportFiles } from '../pages/report-files.ts';
import { handlers } from '../resources/handlers.ts';
import { controlRoot } from '../wire/control-root.ts';

export type AppOptions = ControlOptions & {
  /** Makes the ID of each request. */
  makeRequestId: () => string;
  /** Called with internal failures: bugs, and a data file that cannot be written. */
  report: (error: unknown) => void;
  /** Called after each response of the API. */
  onExchange: ((facts: ExchangeFacts) => void) | undefined;
};

/**
 * Combines the emulated API, the control plane and the pages. No path belongs to two of them, so the operations come
 * before the Express application that serves the rest: its middleware would cost each of their requests time.
 */
export function createApp(options: AppOptions): Listener {
  const { accounts, baseUrl, isLocal, makeRequestId } = options;
  const app = express();
  app.disable('x-powered-by');
  // Hashing each response would cost more than all the rest of reading an entity.
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('query parser', false);

  app.use(nameAnswer);
  app.use(builtFiles());
  app.use(consolePage());
  const baseUrlFor = (request: ApiRequest) => baseUrl ?? baseUrlOfCaller(request);
  app.use(paddleScript(baseUrlFor));
  app.use(checkoutPage(accounts));
  app.use(checkoutApi({ accounts, isLocal, baseUrl, baseUrlOf: baseUrlFor }));
  app.use(controlRoot, controlPlane(options));
  app.use(portalPages(accounts, baseUrlFor));
  app.use(creditNotePages(accounts));
  app.use(invoicePages(accounts));
  app.use(reportFiles(accounts));
  app.use(refuseOthers(accounts));
  const render = renderErrors(options.report);
  app.use(render);
  const fail = (thrown: unknown, request: ApiRequest, response: ApiResponse) =>
    render(thrown, request, response, () => {});
  const operations = answerOperations(accounts, handlers, baseUrlFor, fail);
  const serve: Listener = (request, response) => {
    if (isBrowserAtRoot(request) || !operations(request, response)) app(request, response);
  };
  const observe = observerOf(options);
  const enter = doorOf({ serve, refuse: fail, isLocal, baseUrl });
  return (request, response) => {
    response.locals = new Exchange(makeRequestId(), observe);
    enter(request, response);
  };
}

function observerOf({ accounts, measured, onExchange }: AppOptions): Observer {
  const observers = [writeJournal(accounts), countRequests(measured.counters)];
  return combine(onExchange ? [...observers, reportFacts(onExchange)] : observers);
}

/** Sets the request's ID on responses that are not sent by `send`. */
function nameAnswer(_request: ApiRequest, response: ApiResponse, next: NextFunction): void {
  response.setHeader('Request-Id', response.locals.requestId);
  next();
}

/** Returns true for a browser that opens the server's address, which gets a page. */
function isBrowserAtRoot({ url, headers: { accept, authorization } }: ApiRequest): boolean {
  return url === '/' && authorization === undefined && accept?.includes('text/html') === true;
}

/** Repeats the caller's host in links, because clients follow links only under their own base URL. */
function baseUrlOfCaller({ headers, socket }: ApiRequest): string {
  return `${'encrypted' in socket && socket.encrypted ? 'https' : 'http'}://${headers.host ?? `${socket.localAddress}:${socket.localPort}`}`;
}
