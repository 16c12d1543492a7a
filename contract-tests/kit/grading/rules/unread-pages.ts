import { nextCursor } from '../answers.ts';
import { numbersOf, type Rule } from '../rule.ts';
import { type GradedExchange, paramsOf } from '../traffic.ts';

/** All pages of a list are read, unless `per_page=1` asks for a single entity. */
export const unreadPages: Rule = {
  name: 'unread-pages',
  severity: 'serious',
  advice: 'Follow meta.pagination.next while has_more is true, or ask for fewer entities.',
  find({ exchanges }) {
    const unread = exchanges.filter((exchange) => {
      const cursor = nextCursor(exchange);
      return (
        cursor !== null &&
        paramsOf(exchange.request.query).get('per_page') !== '1' &&
        !isRead(exchanges, exchange, cursor)
      );
    });
    const lists = Map.groupBy(unread, ({ request }) => `${request.path}?${withoutCursor(request.query)}`);
    return [...lists.values()].map((pages) => ({
      sentence: `${pages[0]?.request.path} has more pages, but the next one was never requested.`,
      evidence: numbersOf(pages),
    }));
  },
};

function isRead(exchanges: readonly GradedExchange[], page: GradedExchange, cursor: string): boolean {
  const later = exchanges.slice(exchanges.indexOf(page) + 1);
  return later.some(
    ({ request }) => request.path === page.request.path && paramsOf(request.query).get('after') === cursor,
  );
}

function withoutCursor(query: GradedExchange['request']['query']): string {
  return query.filter(([name]) => name !== 'after').join('&');
}
