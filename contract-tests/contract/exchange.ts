import type { HttpExchange, HttpRequest, HttpResponse } from '#openapi/exchange/exchange.ts';
import { redactHeader, redactText } from '#openapi/exchange/redact.ts';
import type { Operation } from './document.ts';

/** An exchange with a target. */
export type Exchange = HttpExchange<HttpRequest, TargetResponse> & {
  /** The operation, or `null` if the contract has no such path and method. */
  readonly operation: Operation | null;
  /** Number that increases with the order of sending. */
  readonly began: number;
  /** Number of the response in the same sequence. */
  readonly ended: number;
};

export type TargetResponse = HttpResponse & {
  /** The parsed body, or `undefined` if it is not JSON. */
  readonly json: unknown;
};

/** Callback for each exchange. */
export type Observe = (exchange: Exchange) => void;

/** Describes an exchange for a failure message, without the API key and truncated. */
export function describeExchange(exchange: Exchange): string {
  const { operation, request, response } = exchange;
  const { method, url } = request;
  return [
    `${operation?.id ?? 'no operation'}: ${method} ${shorten(url.pathname + url.search)}`,
    ...[...request.headers].map(([name, value]) => `> ${name}: ${redactHeader(name, value)}`),
    ...(request.body ? [`> ${shorten(request.body)}`] : []),
    `< ${response.status}`,
    ...[...response.headers].map(([name, value]) => `< ${name}: ${redactHeader(name, value)}`),
    `< ${shorten(response.body)}`,
  ].join('\n');
}

function shorten(text: string): string {
  return redactText(text.length > 2000 ? `${text.slice(0, 2000)}… (${text.length} characters)` : text);
}
