import { isFailure, isLost } from '../lost.ts';
import type { Timer } from './governor.ts';

const repetitions = 3;

/**
 * Makes a `fetch` for a target far away, where now and then a connection is lost or a server fails. What may be sent
 * twice is sent again, after 1, 2 and 4 seconds; the last answer, or loss, counts. An answer has to come as a whole.
 *
 * @param mayRepeat whether a request with this method may be obeyed twice.
 */
export function createPatientFetch(
  direct: typeof fetch,
  { sleep }: Timer,
  mayRepeat: (method: string) => boolean,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    for (let repetition = 0; ; repetition += 1) {
      const isLast = !mayRepeat(request.method) || repetition === repetitions;
      const { response, error } = await attempt(direct, request.clone());
      if (response && (isLast || !isFailure(response.status))) return response;
      if (isLast) throw error;
      await sleep(1000 * 2 ** repetition);
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
    // Nothing but a lost answer is worth another try; a law that has to end is ended.
    if (isLost(error)) return { error };
    throw error;
  }
}
