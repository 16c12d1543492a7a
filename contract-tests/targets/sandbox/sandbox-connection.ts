import { setTimeout as sleep } from 'node:timers/promises';
import { holdRequests } from '#openapi/exchange/hold-requests.ts';
import type { Pace, Timer } from '../sending/rate-limiter.ts';

/** The only origin that the sandbox target calls. */
export const sandboxUrl = 'https://sandbox-api.paddle.com';

/** Transport, rate limit and timer of the sandbox target. */
export type SandboxConnection = { readonly fetch: typeof fetch; readonly pace: Pace; readonly timer: Timer };

/** Timeout of a complete response. */
const answerMs = 30_000;

export const machineTimer: Timer = { now: () => performance.now(), sleep: (ms) => sleep(ms) };

/** The strictest documented limit: 240 requests per minute from each IP address. @evidence official */
export const sandboxPace: Pace = { requests: 240, windowMs: 60_000 };

/**
 * Creates a `fetch` for the sandbox only, with a timeout, which follows no redirects.
 *
 * @param withinMs timeout of a response, body included.
 * @throws Error from the returned function for another origin.
 */
export function fetchFromSandbox(direct: typeof fetch, withinMs = answerMs): typeof fetch {
  return async (input, init) => {
    const signal = AbortSignal.timeout(withinMs);
    const request = new Request(input, { ...init, redirect: 'manual', signal });
    if (new URL(request.url).origin !== sandboxUrl)
      throw new Error('Could not send a request: it is not for the sandbox.');
    return holdRequests([request], async () => {
      const response = await direct(request, { signal });
      const body = await response.arrayBuffer();
      return new Response(body.byteLength > 0 ? body : null, response);
    });
  };
}
