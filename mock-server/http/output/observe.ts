import type { Accounts } from '../../account/accounts.ts';
import { bodyAtMost } from '../../journal/journal.ts';
import { usualHeaders } from '../../journal/usual-headers.ts';
import type { Tally } from '../../monitoring/tally.ts';
import type { ApiResponse } from '../exchange.ts';
import { type ExchangeFacts, factsOf } from './exchange-facts.ts';

/**
 * Is told of each exchange once, after its answer, and how long it took, in milliseconds. It is on the path of every
 * request: count, and keep; no more.
 */
export type Observer = (response: ApiResponse, text: string | undefined, durationMs: number) => void;

/** Writes each exchange into the journal of its account; those of no account into the default one's. */
export function writeJournal(accounts: Accounts): Observer {
  return (response, responseBody, durationMs) => {
    const { req: request, locals } = response;
    if (locals.access) locals.access.account.requests -= 1;
    const account = locals.access?.account ?? accounts.accountOf(request.headers.authorization);
    account.journal.add({
      number: 0,
      requestId: locals.requestId,
      at: account.clock.now() - durationMs,
      durationMs,
      method: request.method,
      url: request.originalUrl,
      requestHeaders: request.rawHeaders,
      requestBody: locals.requestBody,
      operationId: locals.operationId ?? null,
      params: locals.params ?? {},
      unknownParameters: locals.unknownParameters,
      fault: locals.fault?.id ?? null,
      status: response.headersSent ? response.statusCode : 0,
      responseHeaders: hasOnlyUsualHeaders(response, responseBody) ? null : headersOf(response, responseBody),
      responseBody,
    });
  };
}

/** Whether an answer has the headers that every one has, and nothing else. Most are such. */
function hasOnlyUsualHeaders(response: ApiResponse, text: string | undefined): boolean {
  // Of a body that is cut off, the length is kept too.
  const isWhole = text === undefined || text.length <= bodyAtMost;
  // What went out with the status line is not among the headers that Node has names of.
  return response.headersSent && isWhole && response.getHeaderNames().length === 0;
}

function headersOf(response: ApiResponse, text: string | undefined) {
  if (!response.headersSent) return {};
  return { ...usualHeaders(response.locals.requestId, text), ...response.getHeaders() };
}

/** Counts each exchange by operation, status and duration. */
export function countRequests(tally: Tally): Observer {
  return ({ locals, statusCode }, _text, durationMs) => {
    tally.countRequest(locals.operationId ?? 'none', statusCode, durationMs / 1000);
  };
}

/** Tells the facts of each exchange, for a log. */
export function tellFacts(onExchange: (facts: ExchangeFacts) => void): Observer {
  return (response, _text, durationMs) => onExchange(factsOf(response, durationMs));
}

/** Tells several observers, one after the other. */
export function tellAll(observers: readonly Observer[]): Observer {
  return (response, text, durationMs) => {
    for (const observe of observers) observe(response, text, durationMs);
  };
}
