import type { Accounts } from '../../account/accounts.ts';
import { bodyAtMost } from '../../journal/journal.ts';
import { usualHeaders } from '../../journal/usual-headers.ts';
import type { Counters } from '../../monitoring/counters.ts';
import type { ApiResponse } from '../exchange.ts';
import { type ExchangeFacts, factsOf } from './exchange-facts.ts';

/**
 * Called once for each exchange, after its response, with the duration in milliseconds. Runs within every request, so
 * it must be fast.
 */
export type Observer = (response: ApiResponse, text: string | undefined, durationMs: number) => void;

/** Writes each exchange into its account's journal, or the default account's. */
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

/** Recognises responses without headers of their own, which most are. */
function hasOnlyUsualHeaders(response: ApiResponse, text: string | undefined): boolean {
  // A body that is cut off in the journal needs its Content-Length kept.
  const isWhole = text === undefined || text.length <= bodyAtMost;
  // `getHeaderNames` omits headers that were passed to `writeHead`.
  return response.headersSent && isWhole && response.getHeaderNames().length === 0;
}

function headersOf(response: ApiResponse, text: string | undefined) {
  if (!response.headersSent) return {};
  return { ...usualHeaders(response.locals.requestId, text), ...response.getHeaders() };
}

/** Counts each exchange by operation, status and duration. */
export function countRequests(counters: Counters): Observer {
  return ({ locals, statusCode }, _text, durationMs) => {
    counters.countRequest(locals.operationId ?? 'none', statusCode, durationMs / 1000);
  };
}

/** Passes the facts of each exchange to a listener. */
export function reportFacts(onExchange: (facts: ExchangeFacts) => void): Observer {
  return (response, _text, durationMs) => onExchange(factsOf(response, durationMs));
}

/** Combines several observers into one. */
export function combine(observers: readonly Observer[]): Observer {
  return (response, text, durationMs) => {
    for (const observe of observers) observe(response, text, durationMs);
  };
}
