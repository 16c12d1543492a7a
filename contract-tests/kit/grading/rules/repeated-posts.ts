import { numbersOf, type Rule } from '../rule.ts';
import { groupSame, isFailure } from '../same-request.ts';
import type { Call } from '../traffic.ts';

/** A POST with an unknown outcome is not retried blindly: Paddle has no idempotency keys. */
export const repeatedPosts: Rule = {
  name: 'repeated-posts',
  severity: 'serious',
  advice:
    'After a 5xx or a lost connection, check first whether the request took effect, by listing or by a search for the email address.',
  find({ calls }) {
    const posts = calls.filter(({ method }) => method === 'POST');
    return groupSame(posts).flatMap((same) =>
      same.flatMap((failed, index) => {
        const again = same[index + 1];
        if (!again || !isFailure(failed) || hasLooked(calls, failed, again)) return [];
        const outcome = failed.status === 0 ? 'after no response' : `after a ${failed.status}`;
        const sentence = `POST ${failed.path} was retried ${outcome}, and may have taken effect twice.`;
        return [{ sentence, evidence: numbersOf([failed, again]) }];
      }),
    );
  },
};

function hasLooked(calls: readonly Call[], failed: Call, again: Call): boolean {
  const between = calls.slice(calls.indexOf(failed) + 1, calls.indexOf(again));
  return between.some(({ method, path, status }) => method === 'GET' && status === 200 && path === failed.path);
}
