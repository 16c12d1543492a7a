import createClient from 'openapi-fetch';
import { kindOfKey } from './api-key.ts';
import type { GuidePaths } from './entities.ts';
import { baseUrlFor, type PaddleEnvironment } from './environment.ts';
import { createExchange } from './exchange.ts';
import { fillPath } from './fill-path.ts';
import type { Method, PaddleClient } from './paddle-client.ts';
import { sendWithRetries } from './retry.ts';
import { completeRetryOptions, type RetryOptions } from './retry-options.ts';
import { UsageError } from './usage-error.ts';

/** What {@link createPaddleClient} takes. */
export interface PaddleClientOptions {
  /** An API key, as the dashboard shows it. It must fit the environment. */
  readonly apiKey: string;
  /** `'sandbox'`, `'live'`, or the base URL of something else that answers like Paddle. */
  readonly environment: PaddleEnvironment;
  /** Sends requests. Default the runtime's `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** When and how often a call is repeated. */
  readonly retry?: RetryOptions;
  /** Ends every call of this client, also while it waits to be repeated. */
  readonly signal?: AbortSignal;
  /** How long one attempt may take, in milliseconds, until it counts as without answer. Default 60,000. */
  readonly timeoutMs?: number;
  /**
   * How many bytes of an answer are read, after decompression. A longer one is an `invalid_response`. Default 32 MiB; of
   * errors never more than 1 MiB.
   */
  readonly maxResponseBytes?: number;
}

/**
 * Makes a typed client for Paddle Billing. It runs wherever there is `fetch`: Node, Deno, Bun, workers.
 *
 * A call resolves to Paddle's `data` and `meta`, and the `response`. Whatever else happens, it rejects: with a
 * {@link PaddleRequestError} for a refusal or where no usable answer came, with the signal's reason when it was
 * aborted. So there is no `error` to check. Calls are repeated as {@link RetryOptions} says.
 *
 * Requests are for version 1 of the API, which the types describe, unless the header `Paddle-Version` says otherwise.
 *
 * @typeParam Paths - `GuidePaths` (default) or `OfficialPaths`: whose description of the API the types follow.
 * @throws UsageError before any request: for something that is no API key, a sandbox key for the live environment or
 *   the other way round, a live key for this machine or for plain http, a URL or option that makes no sense.
 * @example
 * ```ts
 * import { createPaddleClient } from 'paddle-paddock/client';
 *
 * export async function countCustomers(apiKey: string): Promise<number> {
 *   const paddle = createPaddleClient({ apiKey, environment: 'sandbox' });
 *   const { data: customers, meta } = await paddle.GET('/customers', { params: { query: { status: ['active'] } } });
 *   return meta.pagination.estimated_total ?? customers.length;
 * }
 * ```
 */
export function createPaddleClient<Paths extends object = GuidePaths>(
  options: PaddleClientOptions,
): PaddleClient<Paths> {
  const { apiKey, environment, fetch = (request) => globalThis.fetch(request), signal } = options;
  const { timeoutMs = 60_000, maxResponseBytes = 32 * 1024 * 1024 } = options;
  for (const [name, number] of Object.entries({ timeoutMs, maxResponseBytes })) {
    if (!(number > 0)) throw new UsageError(`Could not create the client: ${name} is not positive. Pass more.`);
  }
  const baseUrl = baseUrlFor(environment, kindOfKey(apiKey));
  const exchange = createExchange({ apiKey, fetch, timeoutMs, maxResponseBytes });
  const policy = completeRetryOptions(options.retry);
  const core = createClient<DynamicPaths>({
    baseUrl,
    headers: { 'Paddle-Version': '1' },
    pathSerializer: fillPath,
    // Lists go into the query with commas: `status=active,archived`.
    querySerializer: { array: { style: 'form', explode: false } },
  });

  const call =
    (method: Method) =>
    async (path: string, init: DynamicOptions = {}) => {
      let body: Readonly<Record<string, unknown>> = {};
      const { response } = await core.request(method, path, {
        ...init,
        signal: AbortSignal.any([signal, init.signal].filter((given) => given !== undefined)),
        parseAs: 'stream',
        fetch: async (request) => {
          const received = await sendWithRetries(request, exchange, policy);
          body = received.body;
          return received.response;
        },
      });
      return { ...body, response };
    };

  const client: unknown = {
    baseUrl,
    GET: call('get'),
    POST: call('post'),
    PATCH: call('patch'),
    DELETE: call('delete'),
  };
  // Here the dynamic world becomes typed: one function serves all paths, and the document says what each answers.
  return client as PaddleClient<Paths>;
}

type DynamicOptions = {
  params?: { query?: Record<string, unknown>; path?: Record<string, unknown> };
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};
type DynamicOperation = {
  parameters: NonNullable<DynamicOptions['params']>;
  requestBody?: { content: { 'application/json': unknown } };
  responses: { 200: { content: { 'application/json': unknown } } };
};
type DynamicPaths = Record<string, Record<Method, DynamicOperation>>;
