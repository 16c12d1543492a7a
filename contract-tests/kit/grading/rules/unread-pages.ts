import { nextCursor } from '../answers.ts';
import { numbersOf, type Rule } from '../rule.ts';
import type { Call } from '../traffic.ts';

/** All pages of a list are read, unless `per_page=1` asks for a single entity. */
export const unreadPages: Rule = {
  name: 'unread-pages',
  severity: 'serious',
  advice: 'Follow meta.pagination.next while has_more is true, or ask for fewer entities.',
  find({ calls }) {
    const unread = calls.filter((call) => {
      const cursor = nextCursor(call);
      return cursor !== null && call.query.get('per_page') !== '1' && !isRead(calls, call, cursor);
    });
    const lists = Map.groupBy(unread, ({ path, query }) => `${path}?${withoutCursor(query)}`);
    return [...lists.values()].map((pages) => ({
      sentence: `${pages[0]?.path} has more pages, but the next one was never requested.`,
      evidence: numbersOf(pages),
    }));
  },
};

function isRead(calls: readonly Call[], page: Call, cursor: string): boolean {
  const later = calls.slice(calls.indexOf(page) + 1);
  return later.some(({ path, query }) => path === page.path && query.get('after') === cursor);
}

function withoutCursor(query: URLSearchParams): string {
  return [...query].filter(([name]) => name !== 'after').join('&');
}
