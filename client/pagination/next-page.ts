import { isRecord } from '../errors/error-envelope.ts';

/** How to go on after a page: with a cursor, not at all (`null`), or not, because the page is wrong. */
export type NextPage = { after: string | null } | { problem: string };

/**
 * Reads where the next page begins from an answer's `meta.pagination`: the last entity's ID, or the `after` of the
 * next page's URL.
 *
 * @param url - URL of the list, to which a next page's URL must be the same up to the query.
 * @param seen - The cursors of the pages before; one of them again would lead round in a circle.
 */
export function readNextPage(meta: unknown, url: string, seen: ReadonlySet<string>): NextPage {
  const pagination = isRecord(meta) ? meta.pagination : undefined;
  if (!isRecord(pagination) || typeof pagination.has_more !== 'boolean') return { problem: 'it has no pagination' };
  if (!pagination.has_more) return { after: null };
  const { next } = pagination;
  if (typeof next !== 'string' || next === '') return { problem: 'has_more is true, but there is no next' };
  const page = /^\w+$/.test(next) ? { after: next } : readNextUrl(next, new URL(url));
  const repeated = 'after' in page && page.after !== null && seen.has(page.after);
  return repeated ? { problem: `it repeats the cursor ${page.after}, so the loop would never end` } : page;
}

function readNextUrl(next: string, here: URL): NextPage {
  const url = URL.parse(next);
  if (!url) return { problem: 'its next is neither an ID nor a URL' };
  if (url.origin !== here.origin || url.pathname !== here.pathname) {
    return { problem: `its next points to ${url.origin}${url.pathname}, which is another list` };
  }
  const after = url.searchParams.get('after');
  return after ? { after } : { problem: 'its next has no after parameter' };
}
