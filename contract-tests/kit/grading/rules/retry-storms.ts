import { numbersOf, type Rule } from '../rule.ts';
import { findBurst, groupSame, isFailure } from '../same-request.ts';

const size = 5;
const withinMs = 10_000;

/** Failed requests are retried a few times, with increasing delays. */
export const retryStorms: Rule = {
  name: 'retry-storms',
  severity: 'serious',
  advice: 'Retry at most three times, with exponential backoff and jitter.',
  needs: 'time',
  find({ exchanges }) {
    const failed = exchanges.filter((exchange) => exchange.response?.status === 429 || isFailure(exchange));
    return groupSame(failed).flatMap((same) => {
      const burst = findBurst(same, size, withinMs);
      const [first] = burst ?? [];
      if (!burst || !first) return [];
      const sentence = `${first.request.method} ${first.request.path} failed and was sent ${size} times within ${withinMs / 1000} s.`;
      return [{ sentence, evidence: numbersOf(burst) }];
    });
  },
};
