import createClient from 'openapi-fetch';
import { UsageError } from '#openapi/text/usage-error.ts';
import { kindOfKey } from './requests/api-key.ts';
import type { GuidePaths } from './requests/entities.ts';
import { baseUrlFor, type PaddleEnvironment } from './requests/environment.ts';
import { fillPath } from './requests/fill-path.ts';
import type { Method, PaddleClient } from './requests/paddle-client.ts';
import { createSend } from './requests/send.ts';
import { sendWithRetries } from './retry/retry.ts';
import { completeRetryOptions, type RetryOptions } from './retry/retry-options.ts';

/** Options of {@link createPaddleClient}. */
export interface PaddleClientOptions {
  /** An API key, as the dashboard shows it. It must fit the environment. */
  readonly apiKey: string;
  /** `'sandbox'`, `'live'`, or the base URL of a compatible server. */
  readonly environment: PaddleEnvironment;
  /** Sends requests. Default: the runtime's `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Retries of failed requests. */
  readonly retry?: RetryOptions;
  /** Aborts every call of this client, including one that waits for a retry. */
  readonly signal?: AbortSignal;
  /** Timeout of one attempt, in milliseconds. Default: 60,000. */
  readonly timeoutMs?: number;
  /**
   * Largest response body, in bytes after decompression; a larger one is an `invalid_response`. Default: 32 MiB. Error
   * responses are limited to 1 MiB.
   */
  readonly maxResponseBytes?: number;
}

/**
 * Creates a typed client for Paddle Billing. It needs only `fetch`: Node, Deno, Bun, workers.
 *
 * A call resolves to Paddle's `data` and `meta`, and the `response`. It rejects with a {@link PaddleRequestError}
 * for an error response or no usable response, and with the signal's reason when aborted, so there is no `error` to
 * check. {@link RetryOptions} describes the retries.
 *
 * Requests use version 1 of the API, which the types describe, unless you set the `Paddle-Version` header.
 *
 * @typeParam Paths - `GuidePaths` (default) or `OfficialPaths`: the profile of the types.
 * @throws UsageError for a malformed API key, a key of another environment, a live key with a loopback or plain http
 *   URL, an invalid URL or an invalid option.
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
    if (!(number > 0)) throw new UsageError(`Could not create the client: ${name} must be positive.`);
  }
  const baseUrl = baseUrlFor(environment, kindOfKey(apiKey));
  const send = createSend({ apiKey, fetch, timeoutMs, maxResponseBytes });
  const policy = completeRetryOptions(options.retry);
  const core = createClient<DynamicPaths>({
    baseUrl,
    headers: { 'Paddle-Version': '1' },
    pathSerializer: fillPath,
    // Serializes lists with commas: `status=active,archived`.
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
          const received = await sendWithRetries(request, send, policy);
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
  // The cast types a function that serves every path: the document defines the response of each.
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
