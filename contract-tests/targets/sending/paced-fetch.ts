import type { Governor } from './governor.ts';

const repetitions = 5;

/**
 * Makes a `fetch` that keeps to a pace, and comes back when a refusal for too many requests says so. The sixth refusal
 * is given to the caller.
 */
export function createPacedFetch(direct: typeof fetch, governor: Governor): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    for (let repetition = 0; ; repetition += 1) {
      const response = await governor.run(() => direct(request.clone()));
      if (response.status !== 429 || repetition === repetitions) return response;
      governor.pause(retryAfterMs(response));
      await response.body?.cancel();
    }
  };
}

/** Whole seconds, as documented; a minute where there are none, which is how long a block lasts. @evidence official */
function retryAfterMs({ headers }: Response): number {
  const text = headers.get('retry-after') ?? '';
  return 1000 * (/^\d{1,5}$/.test(text) ? Number(text) : 60);
}
