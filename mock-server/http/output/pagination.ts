import type { Operation } from '#openapi/document/operations.ts';
import type { Behaviours } from '../../spec/behaviours.ts';
import type { Page } from '../../state/lists/text-table.ts';
import { pathOf, queryOf } from '../../wire/target.ts';

/** Page size of a list. @evidence official: 0 asks for the default, more than the maximum for the maximum. */
export function pageSize(perPage = 0, operation: Operation): number {
  const parameter = operation.parameters.find(({ name }) => name === 'per_page');
  const size = perPage || Number(parameter?.schema.default);
  return Math.min(size, parameter?.['x-page-size-maximum'] ?? size);
}

/** Chooses the form of `meta.pagination.next` for a caller. */
export function nextFormFor(userAgent = '', form: Behaviours['pagination-next']): 'cursor' | 'url' {
  if (form !== 'by-client') return form;
  return paddleSdk.test(userAgent) ? 'url' : 'cursor';
}

/**
 * The User-Agent of Paddle's SDKs, such as `PaddleSDK/node 3.10.0`.
 *
 * @evidence observed: the sources of Paddle's SDKs for Node, Python, PHP and Go, 2026-11-30
 */
const paddleSdk = /^PaddleSDK\//;

/**
 * Makes `meta.pagination.next`: the cursor itself, or the URL of the next page on the base URL that the caller used,
 * because Paddle's SDKs follow it only there.
 *
 * @param url path and query of the request
 * @evidence official, in Paddle's PHP SDK of 2025-11: an empty page of events may have none. assumed, for pages without entities:
 *   no cursor, and the request's own URL
 */
export function nextOf(
  { ids }: Pick<Page, 'ids'>,
  form: 'cursor' | 'url',
  baseUrl: string,
  url: string,
): string | null {
  const last = ids.at(-1);
  if (form === 'cursor') return last ?? null;
  // Serialised again, because a caller may have sent the brackets of order_by unencoded.
  const query = new URLSearchParams(queryOf(url));
  if (last !== undefined) query.set('after', last);
  return `${baseUrl}${pathOf(url)}${query.size > 0 ? `?${query}` : ''}`;
}
