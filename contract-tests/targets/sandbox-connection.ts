import { setTimeout as sleep } from 'node:timers/promises';
import type { Pace, Timer } from './governor.ts';

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
 * Makes a `fetch` that sends nothing to any other place than the sandbox, wherever a redirect points, and waits for no
 * answer for ever.
 *
 * @param withinMs how long a whole answer may take.
 * @throws Error from the returned function for another place
 */
export function fetchFromSandbox(direct: typeof fetch, withinMs = answerMs): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, { ...init, redirect: 'manual', signal: AbortSignal.timeout(withinMs) });
    if (new URL(request.url).origin !== sandboxUrl)
      throw new Error('Could not send a request: it is not for the sandbox.');
    return direct(request);
  };
}
