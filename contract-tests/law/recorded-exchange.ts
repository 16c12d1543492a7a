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
  return sent.map(({ operation, request, response, began }, nth) => ({
    operation: operation?.id ?? null,
    method: request.method,
    path: `${request.url.pathname.slice(base.length)}${request.url.search}`,
    key: numberOf(request.headers.get('authorization') ?? '', keys),
    request_headers: Object.fromEntries(request.headers),
    request_body: shorten(request.body),
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: shorten(response.body),
    request_id: response.headers.get('request-id'),
    at_once: sent.slice(0, nth).some(({ ended }) => ended > began),
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
