import { redactHeader, redactText } from '#openapi/exchange/redact.ts';
import type { Operation } from './document.ts';

/** A request and its response, as sent and received. */
export type Exchange = {
  /** The operation, or `null` if the contract has no such path and method. */
  readonly operation: Operation | null;
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: Headers;
  readonly requestBody: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed body of the response, or `undefined` if it is not JSON. */
  readonly body: unknown;
  /** Number that increases with the order of sending. */
  readonly began: number;
  /** Number of the response in the same sequence. */
  readonly ended: number;
};

/** Callback for each exchange. */
export type Observe = (exchange: Exchange) => void;

/** Describes an exchange for a failure message, without the API key and truncated. */
export function describeExchange(exchange: Exchange): string {
  const { method, url, requestHeaders, requestBody, status, headers, text } = exchange;
  return [
    `${exchange.operation?.id ?? 'no operation'}: ${method} ${shorten(url.pathname + url.search)}`,
    ...[...requestHeaders].map(([name, value]) => `> ${name}: ${redactHeader(name, value)}`),
    ...(requestBody ? [`> ${shorten(requestBody)}`] : []),
    `< ${status}`,
    ...[...headers].map(([name, value]) => `< ${name}: ${redactHeader(name, value)}`),
    `< ${shorten(text)}`,
  ].join('\n');
}

function shorten(text: string): string {
  return redactText(text.length > 2000 ? `${text.slice(0, 2000)}… (${text.length} characters)` : text);
}
