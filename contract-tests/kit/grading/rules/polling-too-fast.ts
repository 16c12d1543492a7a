import { numbersOf, type Rule } from '../rule.ts';
import { findBurst, groupSame } from '../same-request.ts';

const size = 5;
const withinMs = 10_000;

/** The same read is not repeated frequently: webhooks report changes. */
export const pollingTooFast: Rule = {
  name: 'polling-too-fast',
  severity: 'warning',
  advice: 'Use webhooks, or poll at most once a minute and cache the response.',
  needs: 'time',
  find({ exchanges }) {
    const reads = exchanges.filter(({ request, response }) => request.method === 'GET' && response?.status === 200);
    return groupSame(reads).flatMap((same) => {
      const burst = findBurst(same, size, withinMs);
      const [first] = burst ?? [];
      if (!burst || !first) return [];
      const sentence = `GET ${first.request.path} was sent ${size} times within ${withinMs / 1000} s.`;
      return [{ sentence, evidence: numbersOf(burst) }];
    });
  },
};
