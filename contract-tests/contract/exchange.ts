import { redactHeader, redactText } from '#openapi/exchange/redact.ts';
import type { Operation } from './document.ts';

/** One request and its answer, as they went over the wire. */
export type Exchange = {
  /** What was called, or `null` where the contract has no such path and method. */
  readonly operation: Operation | null;
  readonly method: string;
  readonly url: URL;
  readonly requestHeaders: Headers;
  readonly requestBody: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The answer's body as JSON, or `undefined` where it is none. */
  readonly body: unknown;
  /** When it was sent: a number that is smaller than that of what was sent later. */
  readonly began: number;
  /** When it was answered, in the same numbers. */
  readonly ended: number;
};

/** Is told of an exchange. */
export type Observe = (exchange: Exchange) => void;

/** The exchange for a failure message: without the key, and not longer than anyone reads. */
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
