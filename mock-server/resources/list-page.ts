import type { Answer, HandlerContext } from '../http/handler.ts';
import { pageSize } from '../http/output/pagination.ts';
import { type ListQuery, nothing, type TimeBound } from '../state/lists/list-query.ts';
import type { TextTable } from '../state/lists/text-table.ts';

type Bounds = { GT?: string; GTE?: string; LT?: string; LTE?: string };
type TimeFilter = string | string[] | Bounds;

/** Query parameters that all lists share. */
type ListParameters = {
  id?: string[];
  status?: string[];
  search?: string;
  updated_at?: TimeFilter;
  created_at?: TimeFilter;
  billed_at?: TimeFilter;
  next_billed_at?: TimeFilter;
  occurred_at?: TimeFilter;
  after?: string;
  per_page?: number;
  /** A field with ASC or DESC in brackets. */
  order_by?: string;
};

/** Columns of times that lists filter by. */
const timeColumns = ['created_at', 'updated_at', 'billed_at', 'next_billed_at', 'occurred_at'] as const;

type Filters = Readonly<Record<string, readonly (string | number)[] | undefined>>;

/** Filters of one list, beyond the shared parameters. */
type ListFilters = {
  /** Values by column; undefined ones do not filter. */
  where?: Filters;
  times?: readonly TimeBound[];
  prices?: readonly string[] | undefined;
  /** ID of an entity that notifications are about. */
  about?: string | undefined;
  /** The least ID to list. */
  firstId?: string;
};

/** Returns one page of a list. */
export function listPage(
  table: TextTable,
  query: ListParameters,
  { operation, isCounted }: HandlerContext,
  filters: ListFilters = {},
): Extract<Answer, { page: unknown }> {
  const perPage = pageSize(query.per_page, operation);
  const name = JSON.stringify([query, filters, perPage, isCounted]);
  const page = table.listNamed(name, () => ({
    where: withoutUndefined({ id: query.id, status: query.status, ...momentsOf(query), ...filters.where }),
    prices: filters.prices,
    about: filters.about,
    firstId: filters.firstId,
    search: query.search,
    times: [...timeColumns.flatMap((column) => boundsOf(column, query[column])), ...(filters.times ?? [])],
    // @evidence assumed: a cursor that is not in this list marks a place in the order of IDs, so that a walk
    // continues after its cursor has left the list.
    after: query.after,
    ...orderOf(query.order_by),
    limit: perPage,
    isCounted,
  }));
  return { page, perPage };
}

function orderOf(order = 'id[DESC]'): Pick<ListQuery, 'by' | 'order'> {
  const [, by = 'id', direction] = /^([\w.]+)\[(\w+)\]$/.exec(order) ?? [];
  return { by, order: direction === 'ASC' ? 'ASC' : 'DESC' };
}

const operators = { GT: '>', GTE: '>=', LT: '<', LTE: '<=' } as const;

function boundsOf(column: string, filter: TimeFilter = {}): TimeBound[] {
  if (typeof filter === 'string' || Array.isArray(filter)) return [];
  const names = ['GT', 'GTE', 'LT', 'LTE'] as const;
  return names.flatMap((name) => {
    const time = filter[name];
    return time === undefined ? [] : [{ column, operator: operators[name], time: Date.parse(time) }];
  });
}

/** Returns the time filters in milliseconds. */
function momentsOf(query: ListParameters): Record<string, (number | string)[]> {
  const moments: Record<string, (number | string)[]> = {};
  for (const column of timeColumns) {
    const filter = query[column];
    if (typeof filter !== 'string' && !Array.isArray(filter)) continue;
    moments[column] = [filter].flat().map((time) => (time === nothing ? nothing : Date.parse(time)));
  }
  return moments;
}

function withoutUndefined(filters: Filters): ListQuery['where'] {
  const where: Record<string, readonly (string | number)[]> = {};
  for (const [column, values] of Object.entries(filters)) {
    if (values !== undefined) where[column] = values;
  }
  return where;
}
