import { numbersOf, type Rule } from '../rule.ts';
import { groupSame, isFailure } from '../same-request.ts';
import type { GradedExchange } from '../traffic.ts';

/** A POST with an unknown outcome is not retried blindly: Paddle has no idempotency keys. */
export const repeatedPosts: Rule = {
  name: 'repeated-posts',
  severity: 'serious',
  advice:
    'After a 5xx or a lost connection, check first whether the request took effect, by listing or by a search for the email address.',
  find({ exchanges }) {
    const posts = exchanges.filter(({ request }) => request.method === 'POST');
    return groupSame(posts).flatMap((same) =>
      same.flatMap((failed, index) => {
        const again = same[index + 1];
        if (!again || !isFailure(failed) || hasLooked(exchanges, failed, again)) return [];
        const outcome = failed.response ? `after a ${failed.response.status}` : 'after no response';
        const sentence = `POST ${failed.request.path} was retried ${outcome}, and may have taken effect twice.`;
        return [{ sentence, evidence: numbersOf([failed, again]) }];
      }),
    );
  },
};

function hasLooked(exchanges: readonly GradedExchange[], failed: GradedExchange, again: GradedExchange): boolean {
  const between = exchanges.slice(exchanges.indexOf(failed) + 1, exchanges.indexOf(again));
  return between.some(
    ({ request, response }) =>
      request.method === 'GET' && response?.status === 200 && request.path === failed.request.path,
  );
}
