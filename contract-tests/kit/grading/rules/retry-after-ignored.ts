import { numbersOf, type Rule } from '../rule.ts';

/** Client timers may fire slightly early. */
const toleranceMs = 50;

/** After a 429, no request is sent with the same key until `Retry-After` has passed. */
export const retryAfterIgnored: Rule = {
  name: 'retry-after-ignored',
  severity: 'serious',
  advice:
    'After a 429, send nothing with the same key until Retry-After has passed. Paddle refuses every request until then.',
  needs: 'time',
  find({ calls }) {
    return calls.flatMap((limited) => {
      const seconds = Number(limited.answerHeaders['retry-after']);
      if (limited.status !== 429 || !(seconds > 0)) return [];
      // Requests sent before the response arrived don't count.
      const answeredAt = limited.at + limited.durationMs;
      const early = calls.find(
        ({ at, headers }) =>
          at > answeredAt &&
          at < answeredAt + seconds * 1000 - toleranceMs &&
          headers['authorization'] === limited.headers['authorization'],
      );
      if (!early) return [];
      const waited = ((early.at - answeredAt) / 1000).toFixed(1);
      const sentence = `After a 429 with Retry-After: ${seconds}, the next request came after ${waited} s.`;
      return [{ sentence, evidence: numbersOf([limited, early]) }];
    });
  },
};
