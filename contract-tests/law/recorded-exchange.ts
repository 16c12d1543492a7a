import type { ReplayableExchange } from '#openapi/exchange/script-steps.ts';
import type { Exchange } from '../contract/exchange.ts';

/** An exchange in a report. */
export type RecordedExchange = ReplayableExchange & {
  /** Headers of the response. */
  readonly headers: Readonly<Record<string, string>>;
  readonly request_id: string | null;
};

const longestText = 4000;
const mostExchanges = 60;

/**
 * Converts the last exchanges of a law, at most sixty, for a report.
 *
 * @param baseUrl URL to omit from paths.
 */
export function recordExchanges(exchanges: readonly Exchange[], baseUrl: string): RecordedExchange[] {
  const keys = new Map<string, number>();
  const base = new URL(baseUrl).pathname.replace(/\/$/, '');
  const sent = exchanges.toSorted((one, other) => one.began - other.began).slice(-mostExchanges);
  return sent.map(({ operation, method, url, requestHeaders, requestBody, ...answer }, nth) => ({
    operation: operation?.id ?? null,
    method,
    path: `${url.pathname.slice(base.length)}${url.search}`,
    key: numberOf(requestHeaders.get('authorization') ?? '', keys),
    request_headers: Object.fromEntries(requestHeaders),
    request_body: shorten(requestBody),
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: shorten(answer.text),
    request_id: answer.headers.get('request-id'),
    at_once: sent.slice(0, nth).some(({ ended }) => ended > answer.began),
  }));
}

function numberOf(authorization: string, keys: Map<string, number>): number {
  const [, key] = /^Bearer (\S{20,})$/.exec(authorization) ?? [];
  if (key === undefined) return 0;
  const number = keys.get(key) ?? keys.size + 1;
  keys.set(key, number);
  return number;
}

function shorten(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}… (${text.length} characters)` : text;
}
