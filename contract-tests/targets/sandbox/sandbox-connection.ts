import { setTimeout as sleep } from 'node:timers/promises';
import { holdRequests } from '#openapi/exchange/hold-requests.ts';
import type { Pace, Timer } from '../sending/governor.ts';

/** Where the sandbox is. The target for it calls no other place. */
export const sandboxUrl = 'https://sandbox-api.paddle.com';

/** How the sandbox is reached. */
export type SandboxConnection = { readonly fetch: typeof fetch; readonly pace: Pace; readonly timer: Timer };

/** How long a whole answer may take. */
const answerMs = 30_000;

export const machineTimer: Timer = { now: () => performance.now(), sleep: (ms) => sleep(ms) };

/** The strictest limit that is documented: 240 requests in a minute from each IP address. @evidence official */
export const sandboxPace: Pace = { requests: 240, windowMs: 60_000 };

/**
 * Makes a `fetch` that sends requests to the sandbox only, follows no redirect, and gives up on a response that takes too
 * long.
 *
 * @param withinMs how long a whole response may take, its body included.
 * @throws Error from the returned function for another host
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
