import { UsageError } from '#openapi/text/usage-error.ts';
import type { PaddleRequestError } from '../errors/paddle-request-error.ts';

/** Argument of `onRetry`. */
export interface RetryNotice {
  /** Number of the failed attempt, from 1. */
  readonly attempt: number;
  /** Delay before the next attempt, in milliseconds. */
  readonly delayMs: number;
  /** Reason for the retry: a 429, a 5xx, or no response. */
  readonly reason: 'rate_limit' | 'server_error' | 'network_error';
  /** Method of the request, in capitals. */
  readonly method: string;
  /** URL of the request. */
  readonly url: string;
  /** HTTP status; `null` without a response. */
  readonly status: number | null;
  /** The failure itself. */
  readonly error: PaddleRequestError;
}

/**
 * Retries of failed requests.
 *
 * - After a 429, for every method, since the request was not processed. The delay is `Retry-After`.
 * - After a 5xx other than 501 and 540, or without a response, for the methods in `methods`. The delay is random, up
 *   to a limit that doubles with each attempt ("full jitter"), and at least `Retry-After`.
 *
 * If a delay would exceed a limit, the call fails immediately.
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
  /** Largest number of attempts, including the first. Default: 4; 1 disables retries. */
  readonly maxAttempts?: number;
  /** Limit of the first random delay, in milliseconds. Default: 500. */
  readonly baseDelayMs?: number;
  /** Longest single delay, in milliseconds. Default: 60,000, the time that Paddle blocks an IP address. */
  readonly maxDelayMs?: number;
  /** Longest total delay of one call, in milliseconds. Default: 120,000. */
  readonly maxTotalDelayMs?: number;
  /**
   * Methods that are retried even if the request may have been processed. Default: GET, HEAD and PATCH, which sets
   * the same values again. POST cannot be added, since it may have taken effect.
   */
  readonly methods?: readonly ('GET' | 'HEAD' | 'PATCH' | 'DELETE')[];
  /** Called before each delay. An error thrown in it ends the call. */
  readonly onRetry?: (notice: RetryNotice) => void;
  /** Waits before a retry. Default: a timer that the signal interrupts. For tests. */
  readonly wait?: (delayMs: number, signal: AbortSignal) => Promise<void>;
  /** Returns a number from 0 up to but not including 1. Default: `Math.random`. For tests. */
  readonly random?: () => number;
}

/**
 * Fills in the defaults.
 *
 * @throws UsageError for invalid numbers.
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
    throw refuse('maxAttempts', 'a whole number of at least 1');
  for (const name of ['baseDelayMs', 'maxDelayMs', 'maxTotalDelayMs'] as const) {
    if (!(complete[name] >= 0)) throw refuse(name, 'a number of milliseconds');
  }
  return complete;
}

function refuse(name: string, wanted: string): UsageError {
  return new UsageError(`Could not set up retries: retry.${name} is invalid. Pass ${wanted}, or leave it out.`);
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
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
