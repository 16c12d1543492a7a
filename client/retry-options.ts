import type { PaddleRequestError } from './paddle-request-error.ts';
import { UsageError } from './usage-error.ts';

/** What `onRetry` is told, before the wait. */
export interface RetryNotice {
  /** Which attempt failed, counted from 1. */
  readonly attempt: number;
  /** How long the client waits now, in milliseconds. */
  readonly delayMs: number;
  /** Why the call is repeated: a 429, an answer of 500 or above, or no answer. */
  readonly reason: 'rate_limit' | 'server_error' | 'network_error';
  /** Method of the request, in capitals. */
  readonly method: string;
  /** URL of the request. */
  readonly url: string;
  /** HTTP status; `null` where no answer came. */
  readonly status: number | null;
  /** The failure itself. */
  readonly error: PaddleRequestError;
}

/**
 * When and how often a call is repeated.
 *
 * - After a 429, whatever the method: it was not processed. The wait is the answer's `Retry-After`.
 * - After a 5xx (but 501 and 540, which stay) or without an answer: only with the methods in `methods`. The wait is a
 *   random part of a limit that doubles ("full jitter"), and at least `Retry-After`.
 *
 * A wait that would pass a cap is not begun; the call fails at once with what it has.
 *
 * @example
 * ```ts
 * import { createPaddleClient } from 'paddle-paddock/client';
 *
 * export const connect = (apiKey: string) =>
 *   createPaddleClient({
 *     apiKey,
 *     environment: 'sandbox',
 *     retry: {
 *       maxAttempts: 6,
 *       onRetry: ({ method, url, reason, delayMs }) => console.warn(`${method} ${url}: ${reason}, again in ${delayMs} ms`),
 *     },
 *   });
 * ```
 */
export interface RetryOptions {
  /** How often a request is sent at most, the first time included. Default 4; 1 repeats nothing. */
  readonly maxAttempts?: number;
  /** Limit of the first random wait, in milliseconds. Default 500. */
  readonly baseDelayMs?: number;
  /** The longest single wait, in milliseconds. Default 60,000, which is as long as Paddle blocks an IP address. */
  readonly maxDelayMs?: number;
  /** The longest that the waits of one call take together, in milliseconds. Default 120,000. */
  readonly maxTotalDelayMs?: number;
  /**
   * Methods whose calls may be repeated although they may have been processed. Default GET, HEAD and PATCH: a PATCH
   * sets the same values again. POST cannot be added, as it would do again what may have happened.
   */
  readonly methods?: readonly ('GET' | 'HEAD' | 'PATCH' | 'DELETE')[];
  /** Is told of each repetition, before the wait. An error thrown in it ends the call. */
  readonly onRetry?: (notice: RetryNotice) => void;
  /** Waits. Default a timer that the signal interrupts. For tests. */
  readonly wait?: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** A number from 0 up to but not including 1. Default `Math.random`. For tests. */
  readonly random?: () => number;
}

/**
 * Fills in the defaults.
 *
 * @throws UsageError for numbers that make no sense.
 */
export function completeRetryOptions(options: RetryOptions = {}): Required<RetryOptions> {
  const complete = {
    maxAttempts: 4,
    baseDelayMs: 500,
    maxDelayMs: 60_000,
    maxTotalDelayMs: 120_000,
    methods: ['GET', 'HEAD', 'PATCH'] as const,
    onRetry: () => {},
    wait: waitFor,
    random: Math.random,
    ...options,
  };
  if (!Number.isInteger(complete.maxAttempts) || complete.maxAttempts < 1)
    throw refuse('maxAttempts', 'a whole number from 1');
  for (const name of ['baseDelayMs', 'maxDelayMs', 'maxTotalDelayMs'] as const) {
    if (!(complete[name] >= 0)) throw refuse(name, 'a number of milliseconds');
  }
  return complete;
}

function refuse(name: string, wanted: string): UsageError {
  return new UsageError(`Could not set up retries: retry.${name} makes no sense. Pass ${wanted}, or leave it out.`);
}

/** Rejects with the signal's reason when it is aborted meanwhile. */
function waitFor(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, delayMs);
    signal.addEventListener('abort', stop, { once: true });
  });
}
