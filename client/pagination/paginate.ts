import { PaddleRequestError } from '../errors/paddle-request-error.ts';
import { fillPath } from '../requests/fill-path.ts';
import type {
  Answer,
  CallOptions,
  OperationAt,
  OptionsArgument,
  PaddleClient,
  PathWith,
} from '../requests/paddle-client.ts';
import { readNextPage } from './next-page.ts';

/** The paths whose GET returns pages. */
export type ListPath<Paths> = {
  [Path in PathWith<Paths, 'get'>]: Answer<OperationAt<Paths, Path, 'get'>> extends Page ? Path : never;
}[PathWith<Paths, 'get'>];

/** The entity of a list. */
export type EntityOf<Paths, Path extends keyof Paths> =
  Answer<OperationAt<Paths, Path, 'get'>> extends { data: readonly (infer Entity)[] } ? Entity : never;

type Page = { data: readonly unknown[]; meta: { pagination: object } };

/**
 * Iterates over all entities of a list, and requests pages as needed. Takes the arguments of GET.
 *
 * Follows `meta.pagination.next` in both forms, an ID or a URL, while `has_more` is true. From a URL it uses only
 * the cursor: requests and the key always go to the client's base URL. A page is requested only when the one before
 * is used up, so leaving the loop early costs nothing, and entities created or changed meanwhile cause no gaps or
 * repeats.
 *
 * @throws PaddleRequestError (in the loop) as GET does, and with the code `invalid_response` if a page has no usable
 *   `next`, points to another list, or repeats a cursor.
 * @example
 * ```ts
 * import { paginate, type PaddleClient } from 'paddle-paddock/client';
 *
 * export async function emails(paddle: PaddleClient): Promise<string[]> {
 *   const found: string[] = [];
 *   for await (const customer of paginate(paddle, '/customers', { params: { query: { per_page: 200 } } })) {
 *     found.push(customer.email);
 *   }
 *   return found;
 * }
 * ```
 */
export function paginate<Paths extends object, Path extends ListPath<Paths>>(
  client: PaddleClient<Paths>,
  path: Path,
  ...options: OptionsArgument<CallOptions<OperationAt<Paths, Path, 'get'>>>
): AsyncGenerator<EntityOf<Paths, Path>, void, undefined> {
  const given: unknown[] = [client, path, ...options];
  // The cast types a loop that serves every list, as in createPaddleClient.
  return walk(...(given as Parameters<typeof walk>)) as AsyncGenerator<EntityOf<Paths, Path>, void, undefined>;
}

async function* walk(client: PageSource, path: string, options: PageOptions = {}): AsyncGenerator<unknown, void> {
  const url = client.baseUrl + fillPath(path, options.params?.path);
  const seen = new Set<string>();
  let query = options.params?.query;
  for (;;) {
    const { data, meta, response } = await client.GET(path, {
      ...options,
      params: { ...options.params, ...(query && { query }) },
    });
    if (!Array.isArray(data)) throw invalidPage(url, response, 'its data is not an array');
    yield* data;
    const next = readNextPage(meta, url, seen);
    if ('problem' in next) throw invalidPage(url, response, next.problem);
    if (next.after === null) return;
    seen.add(next.after);
    query = { ...query, after: next.after };
  }
}

type PageOptions = {
  params?: { query?: Record<string, unknown>; path?: Record<string, unknown> };
  signal?: AbortSignal;
};
type PageSource = {
  baseUrl: string;
  GET: (path: string, options: PageOptions) => Promise<{ data?: unknown; meta?: unknown; response: Response }>;
};

function invalidPage(url: string, response: Response, problem: string): PaddleRequestError {
  return new PaddleRequestError({
    status: response.status,
    code: 'invalid_response',
    detail: `Could not read the next page: ${problem}.`,
    type: null,
    errors: [],
    requestId: response.headers.get('Request-Id'),
    documentationUrl: null,
    method: 'GET',
    url,
    retryAfterSeconds: null,
    attempts: 1,
    hint: null,
  });
}
