import { endByOutage } from '../../law/no-verdict.ts';
import { isNetworkError, isServerError, reasonOf } from '../fetch-errors.ts';

/**
 * Wraps a `fetch` for laws about a remote target: if it fails, does not respond or keeps returning 429, the law ends
 * without a verdict, since an outage breaks no law.
 *
 * @param onLost called when a change may or may not have taken effect.
 */
export function createLenientFetch(direct: typeof fetch, onLost: () => void): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const [response, outage] = await outcomeOf(() => direct(request.clone()));
    if (response && outage === null) return response;
    const isRead = request.method === 'GET';
    if (!isRead) onLost();
    const after = isRead ? 'again and again' : 'and is not retried';
    return endByOutage(`${request.method} ${new URL(request.url).pathname} ${outage}, ${after}`);
  };
}

/** The response, and a description of the outage, or `null`. */
async function outcomeOf(send: () => Promise<Response>): Promise<[Response | null, string | null]> {
  try {
    const response = await send();
    const { status } = response;
    return [response, isServerError(status) || status === 429 ? `returned ${status}` : null];
  } catch (error) {
    if (isNetworkError(error)) return [null, `got no response (${reasonOf(error)})`];
    throw error;
  }
}
