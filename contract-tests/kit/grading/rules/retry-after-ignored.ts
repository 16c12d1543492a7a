import { numbersOf, type Rule } from '../rule.ts';
import { timeOf } from '../traffic.ts';

/** Client timers may fire slightly early. */
const toleranceMs = 50;

/** After a 429, no request is sent with the same key until `Retry-After` has passed. */
export const retryAfterIgnored: Rule = {
  name: 'retry-after-ignored',
  severity: 'serious',
  advice:
    'After a 429, send nothing with the same key until Retry-After has passed. Paddle refuses every request until then.',
  needs: 'time',
  find({ exchanges }) {
    return exchanges.flatMap((limited) => {
      const seconds = Number(limited.response?.headers['retry-after']);
      if (limited.response?.status !== 429 || !(seconds > 0)) return [];
      // Requests sent before the response arrived don't count.
      const answeredAt = timeOf(limited) + limited.duration_ms;
      const early = exchanges.find(
        (later) =>
          timeOf(later) > answeredAt &&
          timeOf(later) < answeredAt + seconds * 1000 - toleranceMs &&
          later.request.headers['authorization'] === limited.request.headers['authorization'],
      );
      if (!early) return [];
      const waited = ((timeOf(early) - answeredAt) / 1000).toFixed(1);
      const sentence = `After a 429 with Retry-After: ${seconds}, the next request came after ${waited} s.`;
      return [{ sentence, evidence: numbersOf([limited, early]) }];
    });
  },
};
