import { isObject, type Json } from '#openapi/document/json.ts';
import { changeRequests, changeResponses, intercept, interceptWithState } from '../define-defect.ts';
import { changePage, changePagination, changeQuery, entitiesIn, jsonIn } from '../edit-message.ts';
import type { Interceptor, Mutant, ProxiedRequest, ProxiedResponse } from '../mutant.ts';

const lists = 'GET **';

const hasAfter = ({ url }: ProxiedRequest) => url.searchParams.has('after');

/** Changes the cursor in `next`, which is a cursor or a URL. */
function changeCursor(next: Json | undefined, change: (cursor: string) => string): Json {
  if (typeof next !== 'string') return null;
  if (!URL.canParse(next)) return change(next);
  const url = new URL(next);
  url.searchParams.set('after', change(url.searchParams.get('after') ?? ''));
  return url.href;
}

const totalOf = (answer: ProxiedResponse): Json => {
  const meta = jsonIn(answer)?.['meta'];
  const pagination = isObject(meta) ? meta['pagination'] : null;
  return isObject(pagination) ? (pagination['estimated_total'] ?? null) : null;
};

/** Begins each page with the last entity of the one before. */
const beginWithLast: Interceptor = async (request, forward) => {
  const answer = await forward(request);
  const after = request.url.searchParams.get('after');
  if (after === null || answer.status !== 200) return answer;
  const last = await forward({ ...request, url: new URL(`${request.url.pathname}/${after}`, request.url) });
  return changePage(answer, (data) => [...entitiesIn(last), ...data]);
};

/** Pages by offset, so that entities created in between shift the pages. */
const pageByNumber = (): Interceptor => {
  const read = new Map<string, number>();
  return async (request, forward) => {
    const after = request.url.searchParams.get('after');
    const perPage = Number(request.url.searchParams.get('per_page') ?? 50);
    const skipped = after === null ? 0 : read.get(after);
    if (skipped === undefined || !(perPage > 0)) return forward(request);
    const all = changeQuery(request, (query) => {
      query.delete('after');
      query.set('per_page', '200');
    });
    const whole = entitiesIn(await forward(all));
    const data = whole.slice(skipped, skipped + perPage);
    const last = String(data.at(-1)?.['id'] ?? after);
    read.set(last, skipped + data.length);
    return changePagination(
      changePage(await forward(request), () => data),
      (pagination) => ({
        ...pagination,
        has_more: whole.length > skipped + perPage,
        next: changeCursor(pagination['next'], () => last),
      }),
    );
  };
};

/** Mutants of pagination. */
export const paginationMutants: readonly Mutant[] = [
  {
    name: 'cursor-inclusive',
    description: 'a page repeats the last entity of the page before',
    breaks: ['pagination-cursor'],
    start: intercept('GET /customers/*/addresses', beginWithLast),
  },
  {
    name: 'skip-one-at-page-boundary',
    description: 'each page but the first skips an entity',
    breaks: ['pagination-cursor'],
    start: changeResponses(lists, (answer, request) =>
      hasAfter(request) ? changePage(answer, (data) => data.slice(1)) : answer,
    ),
  },
  {
    name: 'last-entity-lost',
    description: 'the last page lacks its last entity',
    breaks: ['pagination-cursor'],
    start: changeResponses(lists, (answer, request) =>
      hasAfter(request) && answer.body.includes('"has_more":false')
        ? changePage(answer, (data) => data.slice(0, -1))
        : answer,
    ),
  },
  {
    name: 'pages-by-number',
    description: 'pages shift when an entity is created between them',
    breaks: ['pagination-cursor'],
    start: interceptWithState('GET /customers/*/addresses', pageByNumber),
  },
  {
    name: 'malformed-cursor-ignored',
    description: 'a malformed cursor gives the first page',
    breaks: ['pagination-cursor'],
    start: changeRequests(lists, (request) =>
      changeQuery(request, (query) => {
        if (!/^[a-z]+_[a-z\d]{26}$/.test(query.get('after') ?? '')) query.delete('after');
      }),
    ),
  },
  {
    name: 'page-order-mixed',
    description: 'entities on a page are in reverse order',
    breaks: ['pagination-cursor'],
    start: changeResponses('GET /customers/*/addresses', (answer) => changePage(answer, (data) => data.toReversed())),
  },
  {
    name: 'next-is-the-first',
    description: 'next names the first entity of the page',
    breaks: ['pagination-next'],
    start: changeResponses(lists, (answer) =>
      changePagination(answer, (pagination, [first]) => ({
        ...pagination,
        next: changeCursor(pagination['next'], (cursor) => (isObject(first) ? String(first['id']) : cursor)),
      })),
    ),
  },
  {
    name: 'next-missing-on-last-page',
    description: 'the last page has no next',
    breaks: ['pagination-next'],
    start: changeResponses(lists, (answer) =>
      changePagination(answer, (pagination) => (pagination['has_more'] ? pagination : { ...pagination, next: null })),
    ),
  },
  {
    name: 'next-forgets-filters',
    description: 'the URL of the next page lacks the filters',
    breaks: ['pagination-next'],
    profile: 'official',
    start: changeResponses(lists, (answer) =>
      changePagination(answer, (pagination) => ({
        ...pagination,
        next: String(pagination['next']).replace(/\?.*(after=\w+).*/, '?$1'),
      })),
    ),
  },
  {
    name: 'next-on-another-host',
    description: 'the URL of the next page is on another host',
    breaks: ['pagination-next'],
    profile: 'official',
    start: changeResponses(lists, (answer) =>
      changePagination(answer, (pagination) => ({
        ...pagination,
        next: String(pagination['next']).replace(/^https?:\/\/[^/]+/, 'https://api.example.com'),
      })),
    ),
  },
  {
    name: 'next-is-a-url',
    description: 'next is a URL, not a cursor',
    breaks: ['pagination-next'],
    profile: 'guide',
    start: changeResponses(lists, (answer, { url }) =>
      changePagination(answer, (pagination) => ({ ...pagination, next: `${url.href}?after=${pagination['next']}` })),
    ),
  },
  {
    name: 'has-more-on-full-page',
    description: 'has_more is true on a last page that is full',
    breaks: ['pagination-has-more'],
    start: changeResponses(lists, (answer) =>
      changePagination(answer, (pagination, data) => ({
        ...pagination,
        has_more: data.length === pagination['per_page'],
      })),
    ),
  },
  {
    name: 'has-more-never',
    description: 'has_more is false on the first page',
    breaks: ['pagination-has-more'],
    start: changeResponses(lists, (answer) =>
      changePagination(answer, (pagination) => ({ ...pagination, has_more: false })),
    ),
  },
  {
    name: 'total-of-page',
    description: 'estimated_total counts the page, not the list',
    breaks: ['pagination-estimated-total'],
    start: changeResponses(lists, (answer) =>
      changePagination(answer, (pagination, data) => ({ ...pagination, estimated_total: data.length })),
    ),
  },
  {
    name: 'total-without-filters',
    description: 'estimated_total ignores the filters',
    breaks: ['pagination-estimated-total'],
    start: intercept('GET /customers/*/addresses', async (request, forward) => {
      const all = await forward(changeQuery(request, (query) => query.set('status', 'active,archived')));
      return changePagination(await forward(request), (pagination) => ({
        ...pagination,
        estimated_total: totalOf(all),
      }));
    }),
  },
  {
    name: 'total-counts-down',
    description: 'estimated_total counts the remaining entities',
    breaks: ['pagination-estimated-total'],
    start: changeResponses(lists, (answer, request) =>
      hasAfter(request) ? changePagination(answer, (pagination) => ({ ...pagination, estimated_total: 1 })) : answer,
    ),
  },
  {
    name: 'per-page-ignored',
    description: 'per_page is ignored',
    breaks: ['page-size-max-200'],
    start: changeRequests(lists, (request) => changeQuery(request, (query) => query.delete('per_page'))),
  },
  {
    name: 'per-page-at-most-100',
    description: 'no page has more than 100 entities',
    breaks: ['page-size-max-200'],
    start: changeRequests(lists, (request) =>
      changeQuery(request, (query) => {
        if (Number(query.get('per_page')) > 100) query.set('per_page', '100');
      }),
    ),
  },
  {
    name: 'per-page-default-25',
    description: 'the default page size is 25',
    breaks: ['page-size-default-50'],
    start: changeRequests('GET /customers', (request) =>
      changeQuery(request, (query) => {
        if (!query.has('per_page')) query.set('per_page', '25');
      }),
    ),
  },
  {
    name: 'per-page-echoed-as-asked',
    description: 'per_page echoes the request, not the page size used',
    breaks: ['per-page-over-max'],
    start: changeResponses(lists, (answer, { url }) =>
      changePagination(answer, (pagination) => ({
        ...pagination,
        per_page: Number(url.searchParams.get('per_page') ?? pagination['per_page']),
      })),
    ),
  },
  {
    name: 'per-page-over-max-refused',
    description: 'a page of more than 200 entities is refused',
    breaks: ['per-page-over-max'],
    start: changeRequests(lists, (request) =>
      changeQuery(request, (query) => {
        if (Number(query.get('per_page')) > 200) query.set('per_page', '-1');
      }),
    ),
  },
  {
    name: 'negative-per-page-accepted',
    description: 'a negative page size is not refused',
    breaks: ['per-page-over-max'],
    start: changeRequests(lists, (request) =>
      changeQuery(request, (query) => {
        if (Number(query.get('per_page')) < 0) query.delete('per_page');
      }),
    ),
  },
];
