import type { Answer, HandlerContext } from '../http/handler.ts';
import { pageSize } from '../http/pagination.ts';
import type { ListQuery, TimeBound } from '../state/list-query.ts';
import type { TextTable } from '../state/text-table.ts';

type Bounds = { GT?: string; GTE?: string; LT?: string; LTE?: string };

/** The query parameters that lists share. */
type ListParameters = {
  id?: string[];
  status?: string[];
  search?: string;
  updated_at?: Bounds;
  created_at?: Bounds;
  billed_at?: Bounds;
  after?: string;
  per_page?: number;
  order_by?: 'id[ASC]' | 'id[DESC]';
};

/** What a list is narrowed by beside the parameters that lists share. */
type ListFilters = {
  /** Values of the list's own columns; undefined ones do not filter. */
  where?: Readonly<Record<string, readonly string[] | undefined>>;
  times?: readonly TimeBound[];
  prices?: readonly string[] | undefined;
  /** ID of an entity that notifications are about. */
  about?: string | undefined;
  /** The least ID that is shown. */
  firstId?: string;
};

/** Answers one page of a list. */
export function listPage(
  table: TextTable,
  query: ListParameters,
  { operation }: HandlerContext,
  filters: ListFilters = {},
): Answer {
  const perPage = pageSize(query.per_page, operation);
  const page = table.list({
    where: withoutUndefined({ id: query.id, status: query.status, ...filters.where }),
    prices: filters.prices,
    about: filters.about,
    firstId: filters.firstId,
    search: query.search,
    times: [
      ...boundsOf('created_at', query.created_at),
      ...boundsOf('updated_at', query.updated_at),
      ...boundsOf('billed_at', query.billed_at),
      ...(filters.times ?? []),
    ],
    // @evidence assumed: a cursor of no entity in this list is a place in the order of IDs, so that a walk goes on
    // where its cursor has left the list.
    after: query.after,
    order: query.order_by === 'id[ASC]' ? 'ASC' : 'DESC',
    limit: perPage,
  });
  return { page, perPage };
}

const operators = { GT: '>', GTE: '>=', LT: '<', LTE: '<=' } as const;

function boundsOf(column: string, bounds: Bounds = {}): TimeBound[] {
  const names = ['GT', 'GTE', 'LT', 'LTE'] as const;
  return names.flatMap((name) => {
    const time = bounds[name];
    return time === undefined ? [] : [{ column, operator: operators[name], time: Date.parse(time) }];
  });
}

function withoutUndefined(filters: Readonly<Record<string, readonly string[] | undefined>>): ListQuery['where'] {
  const where: Record<string, readonly string[]> = {};
  for (const [column, values] of Object.entries(filters)) {
    if (values !== undefined) where[column] = values;
  }
  return where;
}
