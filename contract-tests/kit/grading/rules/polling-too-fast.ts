import type { Rule } from '../rule.ts';
import { burstsIn } from '../same-request.ts';

/** The same read is not repeated frequently: webhooks report changes. */
export const pollingTooFast: Rule = {
  name: 'polling-too-fast',
  severity: 'warning',
  advice: 'Use webhooks, or poll at most once a minute and cache the response.',
  needs: 'time',
  find({ exchanges }) {
    const reads = exchanges.filter(({ request, response }) => request.method === 'GET' && response?.status === 200);
    return burstsIn(reads, 'was sent');
  },
};
