import { endByOutage } from '../../law/no-verdict.ts';
import { isFailure, isLost, reasonOf } from '../lost.ts';

/**
 * Makes a `fetch` for laws about a target far away: where it fails, does not answer, or takes no more requests, the law
 * ends without a verdict, since an outage breaks no promise.
 *
 * @param onLost is told of a change of which nobody knows whether it was made.
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

/** The answer, and what is wrong with it, or `null`. */
async function outcomeOf(send: () => Promise<Response>): Promise<[Response | null, string | null]> {
  try {
    const response = await send();
    const { status } = response;
    return [response, isFailure(status) || status === 429 ? `returned ${status}` : null];
  } catch (error) {
    if (isLost(error)) return [null, `got no response (${reasonOf(error)})`];
    throw error;
  }
}
