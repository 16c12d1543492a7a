import { isRecord } from '../errors/error-envelope.ts';

/** Cursor of the next page, `null` after the last page, or the reason why the page is invalid. */
export type NextPage = { after: string | null } | { problem: string };

/**
 * Reads the cursor of the next page from `meta.pagination.next`, which is an ID or a URL with `after`.
 *
 * @param url - URL of the list. The URL of the next page may differ only in its query.
 * @param seen - Cursors of the previous pages. A repeated one would cause an endless loop.
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
