import { isNetworkError, isServerError } from '../fetch-errors.ts';
import type { Timer } from './rate-limiter.ts';

const retries = 3;

/**
 * Wraps a `fetch` for a remote target: after a network or server error, a request that may be sent twice is retried
 * after 1, 2 and 4 seconds. The caller gets the last outcome. Responses are read completely.
 *
 * @param mayRetry true for a method whose requests may take effect twice.
 */
export function createRetryingFetch(
  direct: typeof fetch,
  { sleep }: Timer,
  mayRetry: (method: string) => boolean,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    for (let retry = 0; ; retry += 1) {
      const isLast = !mayRetry(request.method) || retry === retries;
      const { response, error } = await attempt(direct, request.clone());
      if (response && (isLast || !isServerError(response.status))) return response;
      if (isLast) throw error;
      await sleep(1000 * 2 ** retry);
    }
  };
}

type Attempt = { readonly response?: Response; readonly error?: unknown };

async function attempt(direct: typeof fetch, request: Request): Promise<Attempt> {
  try {
    const response = await direct(request);
    const body = await response.arrayBuffer();
    return { response: new Response(body.byteLength > 0 ? body : null, response) };
  } catch (error) {
    // Only network errors are retried; a `NoVerdict` has to reach the law.
    if (isNetworkError(error)) return { error };
    throw error;
  }
}
