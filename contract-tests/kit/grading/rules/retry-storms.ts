import type { Rule } from '../rule.ts';
import { burstsIn, isFailure } from '../same-request.ts';

/** Failed requests are retried a few times, with increasing delays. */
export const retryStorms: Rule = {
  name: 'retry-storms',
  severity: 'serious',
  advice: 'Retry at most three times, with exponential backoff and jitter.',
  needs: 'time',
  find({ exchanges }) {
    const failed = exchanges.filter((exchange) => exchange.response?.status === 429 || isFailure(exchange));
    return burstsIn(failed, 'failed and was sent');
  },
};
