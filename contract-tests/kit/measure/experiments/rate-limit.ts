import type { Experiment } from '../experiment.ts';
import { Inconclusive } from '../inconclusive.ts';
import { sendTooMany } from '../send-too-many.ts';

/**
 * Looks for the headers of a limit per key. Without them, sends more requests than the published limit allows in a
 * minute, and looks for a 429 and its `Retry-After`.
 */
export const rateLimit: Experiment<'rate-limit'> = async (context) => {
  const { headers } = await context.sendOnce('GET', '/subscriptions?per_page=1');
  const limit = headers.get('x-ratelimit-limit');
  if (limit !== null) return { value: 'per-key', because: `the response has X-RateLimit-Limit: ${limit}` };
  const { accepted, seconds, retryAfter } = await sendTooMany(context);
  if (retryAfter !== null) {
    const because = `after ${accepted} requests one was refused for ${retryAfter} s, without X-RateLimit headers`;
    return { value: retryAfter > 1 ? 'per-ip' : 'per-key', because };
  }
  if (seconds >= 60) throw new Inconclusive(`${accepted} requests took ${seconds} s, which is too slow for any limit`);
  return { value: 'off', because: `${accepted} requests in ${seconds} s all succeeded` };
};
