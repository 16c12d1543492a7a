import type { Answer } from '../http/handler.ts';
import { pageSize } from '../http/pagination.ts';
import type { Collection } from '../state/collection.ts';
import type { Kind } from '../state/entities.ts';
import type { ListQuery } from '../state/list-query.ts';

/** The query parameters that lists share. */
type ListParameters = {
  id?: string[];
  status?: string[];
  search?: string;
  updated_at?: { GT?: string; GTE?: string; LT?: string; LTE?: string };
  after?: string;
  per_page?: number;
  order_by?: 'id[ASC]' | 'id[DESC]';
};

/**
 * Answers one page of a list.
 *
 * @param filters values of the list's own columns; undefined ones do not filter
 */
export function listPage<Name extends Kind>(
  collection: Collection<Name>,
  query: ListParameters,
  filters: Readonly<Record<string, readonly string[] | undefined>> = {},
  prices?: readonly string[],
): Answer {
  const perPage = pageSize(query.per_page);
  const page = collection.list({
    where: withoutUndefined({ id: query.id, status: query.status, ...filters }),
    prices,
    search: query.search,
    updatedAt: boundsOf(query.updated_at),
    // @evidence assumed: a cursor of no entity in this list is a place in the order of IDs, so that a walk goes on
    // where its cursor has left the list.
    after: query.after,
    order: query.order_by === 'id[ASC]' ? 'ASC' : 'DESC',
    limit: perPage,
  });
  return { page, perPage };
}

const operators = { GT: '>', GTE: '>=', LT: '<', LTE: '<=' } as const;

function boundsOf(filter: ListParameters['updated_at']): NonNullable<ListQuery['updatedAt']> {
  const names = ['GT', 'GTE', 'LT', 'LTE'] as const;
  return names.flatMap((name) => {
    const time = filter?.[name];
    return time === undefined ? [] : [{ operator: operators[name], time: Date.parse(time) }];
  });
}

function withoutUndefined(filters: Readonly<Record<string, readonly string[] | undefined>>): ListQuery['where'] {
  const where: Record<string, readonly string[]> = {};
  for (const [column, values] of Object.entries(filters)) {
    if (values !== undefined) where[column] = values;
  }
  return where;
}
