import { isPaddleError, type PaddleRequestError } from '../errors/paddle-request-error.ts';
import type { Received, Send } from '../requests/send.ts';
import type { RetryNotice, RetryOptions } from './retry-options.ts';

type Policy = Required<RetryOptions>;

/** Sends a request and retries it where the policy allows. Rejects with the last failure. */
export async function sendWithRetries(request: Request, send: Send, policy: Policy): Promise<Received> {
  let waitedMs = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(request, attempt);
    } catch (error) {
      if (!isPaddleError(error) || attempt >= policy.maxAttempts) throw error;
      const reason = reasonToRepeat(error, policy);
      if (reason === null) throw error;
      const delayMs = delayBefore(error, attempt, policy);
      if (delayMs > policy.maxDelayMs || waitedMs + delayMs > policy.maxTotalDelayMs) throw error;
      waitedMs += delayMs;
      const { method, url, status } = error;
      policy.onRetry({ attempt, delayMs, reason, method, url, status, error });
      await policy.wait(delayMs, request.signal);
      request.signal.throwIfAborted();
    }
  }
}

/** Server errors that are not retried: `not_implemented` and `temporarily_unavailable`. */
const lasting: readonly number[] = [501, 540];

/** Returns the reason for a retry; `null` if the request must not be retried. */
function reasonToRepeat(error: PaddleRequestError, { methods }: Pick<Policy, 'methods'>): RetryNotice['reason'] | null {
  if (error.status === 429) return 'rate_limit';
  if (!methods.some((method) => method === error.method)) return null;
  if (error.status === null) return 'network_error';
  return error.status >= 500 && !lasting.includes(error.status) ? 'server_error' : null;
}

/** Returns the delay before the next attempt, in milliseconds; see {@link RetryOptions}. */
export function delayBefore(
  { status, retryAfterSeconds }: Pick<PaddleRequestError, 'status' | 'retryAfterSeconds'>,
  attempt: number,
  { baseDelayMs, maxDelayMs, random }: Pick<Policy, 'baseDelayMs' | 'maxDelayMs' | 'random'>,
): number {
  if (status === 429 && retryAfterSeconds !== null) return retryAfterSeconds * 1000;
  const backoffMs = random() * Math.min(maxDelayMs, baseDelayMs * 2 ** Math.min(attempt - 1, 30));
  return Math.max(backoffMs, (retryAfterSeconds ?? 0) * 1000);
}
