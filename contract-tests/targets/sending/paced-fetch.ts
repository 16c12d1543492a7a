import type { RateLimiter } from './rate-limiter.ts';

const retries = 5;

/**
 * Wraps a `fetch` with a rate limiter. A 429 is retried after `Retry-After`; the caller gets the sixth one.
 */
export function createPacedFetch(direct: typeof fetch, limiter: RateLimiter): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    for (let retry = 0; ; retry += 1) {
      const response = await limiter.run(() => direct(request.clone()));
      if (response.status !== 429 || retry === retries) return response;
      limiter.pause(retryAfterMs(response));
      await response.body?.cancel();
    }
  };
}

/** Reads whole seconds; defaults to a minute, the length of a block. @evidence official */
function retryAfterMs({ headers }: Response): number {
  const text = headers.get('retry-after') ?? '';
  return 1000 * (/^\d{1,5}$/.test(text) ? Number(text) : 60);
}
