import type { Accounts } from '../accounts.ts';
import { type ExchangeFacts, factsOf } from '../monitoring/exchange-facts.ts';
import type { Tally } from '../monitoring/tally.ts';
import type { ApiResponse } from './exchange.ts';

/** Is told of each exchange once, after its answer. It is on the path of every request: count, and keep; no more. */
export type Observer = (response: ApiResponse, text: string | undefined) => void;

/** Writes each exchange into the journal of its account; those of no account into the default one's. */
export function writeJournal(accounts: Accounts): Observer {
  return (response, responseBody) => {
    const { req: request, locals } = response;
    if (locals.access) locals.access.account.requests -= 1;
    const account = locals.access?.account ?? accounts.accountOf(request.headers.authorization);
    const durationMs = performance.now() - locals.startedAt;
    account.journal.add({
      requestId: locals.requestId,
      at: account.clock.now() - durationMs,
      durationMs,
      method: request.method,
      url: request.originalUrl,
      requestHeaders: request.rawHeaders,
      requestBody: locals.requestBody,
      operationId: locals.operationId ?? null,
      params: locals.params ?? {},
      unknownParameters: locals.unknownParameters ?? [],
      fault: locals.fault?.id ?? null,
      status: response.headersSent ? response.statusCode : 0,
      responseHeaders: response.getHeaders(),
      responseBody,
    });
  };
}

/** Counts each exchange by operation, status and duration. */
export function countRequests(tally: Tally): Observer {
  return ({ locals, statusCode }) => {
    tally.countRequest(locals.operationId ?? 'none', statusCode, (performance.now() - locals.startedAt) / 1000);
  };
}

/** Tells the facts of each exchange, for a log. */
export function tellFacts(onExchange: (facts: ExchangeFacts) => void): Observer {
  return (response) => onExchange(factsOf(response));
}

/** Tells several observers, one after the other. */
export function tellAll(observers: readonly Observer[]): Observer {
  return (response, text) => {
    for (const observe of observers) observe(response, text);
  };
}
