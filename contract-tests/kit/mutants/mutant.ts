import type { HttpRequest, HttpResponse } from '#openapi/exchange/exchange.ts';

/** A request to the API or to a destination, before the proxy forwards it. */
export type ProxiedRequest = HttpRequest<Buffer>;

/** The response to a forwarded request. */
export type ProxiedResponse = HttpResponse<Buffer>;

/** Forwards a request to the mock or to the destination. A defect may call it never, or more than once. */
export type Forward = (request: ProxiedRequest) => Promise<ProxiedResponse>;

/** Handles a request instead of the proxy. */
export type Interceptor = (request: ProxiedRequest, forward: Forward) => Promise<ProxiedResponse>;

/** A defect of one running server. */
export type Defect = {
  /** Intercepts requests to the API. Default: none. */
  readonly api?: Interceptor;
  /** Intercepts deliveries of webhooks. Default: none. */
  readonly delivery?: Interceptor;
  /** Requests that `api` affects, such as `PATCH /customers/*`. Default: all. */
  readonly route?: string;
};

/** A named defect of a server like Paddle's. */
export type Mutant = {
  readonly name: string;
  /** The observable behaviour, as a clause. */
  readonly description: string;
  /** Claims whose laws run first, to save time. Any law may kill the mutant. */
  readonly breaks: readonly string[];
  /** The profile whose claims it breaks. Default: both. */
  readonly profile?: 'guide' | 'official';
  /** Starts the defect with a new state. */
  readonly start: () => Defect;
};
