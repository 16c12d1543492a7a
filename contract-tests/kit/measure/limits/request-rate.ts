import { Inconclusive } from '../inconclusive.ts';
import { sendTooMany } from '../send-too-many.ts';
import type { Limit } from './limit.ts';

/** Measures the requests per window: from `X-RateLimit-Limit` or, without it, by sending too many. */
export const requestRate: Limit = async (context) => {
  const { headers } = await context.sendOnce('GET', '/subscriptions?per_page=1');
  const published = headers.get('x-ratelimit-limit');
  if (published !== null)
    return { value: { value: Number(published), bound: 'exact' }, because: 'X-RateLimit-Limit says so' };
  if (!context.can.clock)
    throw new Inconclusive('earlier requests may count, since the clock of the target cannot be moved');
  const { accepted, retryAfter } = await sendTooMany(context);
  if (retryAfter === null) {
    return { value: { value: accepted, bound: 'at least' }, because: `${accepted} requests all succeeded` };
  }
  return { value: { value: accepted, bound: 'exact' }, because: `one was refused after ${accepted}` };
};
