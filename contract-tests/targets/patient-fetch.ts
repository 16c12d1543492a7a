import { endWithoutVerdict } from '../runner/no-verdict.ts';
import type { Timer } from './governor.ts';

const repetitions = 3;

/**
 * Makes a `fetch` for a target far away, where now and then a connection is lost or a server fails. What can be sent
 * twice is sent again, after 1, 2 and 4 seconds; the last answer counts. A POST cannot, since it may have been obeyed:
 * its law ends without a verdict.
 *
 * @param onLost is told of a POST of which nobody knows whether it was obeyed.
 */
export function createPatientFetch(direct: typeof fetch, { sleep }: Timer, onLost: () => void): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    for (let repetition = 0; ; repetition += 1) {
      const { response, error } = await attempt(() => direct(request.clone()));
      if (response && response.status < 500) return response;
      if (request.method === 'POST') {
        onLost();
        const answer = response ? `was answered with ${response.status}` : 'got no answer';
        endWithoutVerdict(`POST ${new URL(request.url).pathname} ${answer}, and cannot be sent again`);
      }
      if (repetition === repetitions) {
        if (response) return response;
        throw error;
      }
      await response?.body?.cancel();
      await sleep(1000 * 2 ** repetition);
    }
  };
}

type Attempt = { readonly response?: Response; readonly error?: unknown };

async function attempt(send: () => Promise<Response>): Promise<Attempt> {
  try {
    return { response: await send() };
  } catch (error) {
    // Nothing but a lost connection is worth another try; a law that has to end is ended.
    if (error instanceof TypeError) return { error };
    throw error;
  }
}
