import type { Condition, ListQuery } from './list-query.ts';

/** Rows of a list that one index has side by side, in the order of the list. */
export type Stretch = { conditions: readonly Condition[]; orderBy: string };

/** Where a page starts: behind this ID, and in a list that is sorted by times behind the time of its entity. */
export type Start = { id: string; time: number | null };

/**
 * Divides what is left of a list into stretches, to be read one after the other. A list by time has two: rows with a time,
 * and rows without one, since no comparison finds both.
 *
 * @evidence assumed: without a time is before all times.
 * @param isSorted whether the rows of a list by time are found by its filters, and sorted
 */
export function stretchesOf(query: ListQuery, start: Start | undefined, isSorted: boolean): Stretch[] {
  const { by: column = 'id', order } = query;
  const behind = order === 'ASC' ? '>' : '<';
  if (column === 'id') return [{ conditions: behindId(behind, start), orderBy: byId(query) }];
  // The plus keeps SQLite from walking along the times.
  const by = isSorted ? `+${column}` : column;
  const without: Stretch = {
    conditions: [{ sql: `${by} IS NULL`, values: [] }, ...(start?.time === null ? behindId(behind, start) : [])],
    orderBy: `id ${order}`,
  };
  const isWithTime = start !== undefined && start.time !== null;
  const withTime: Stretch = {
    conditions: [
      isWithTime
        ? { sql: `(${by}, id) ${behind} (?, ?)`, values: [Number(start.time), start.id] }
        : { sql: `${by} IS NOT NULL`, values: [] },
    ],
    orderBy: `${by} ${order}, id ${order}`,
  };
  if (order === 'ASC') return isWithTime ? [withTime] : [without, withTime];
  return start?.time === null ? [without] : [withTime, without];
}

function behindId(behind: '<' | '>', start: Start | undefined): Condition[] {
  return start ? [{ sql: `id ${behind} ?`, values: [start.id] }] : [];
}

/** Bounds of time let few rows through, so that those are sorted: walking along the IDs would read all the rest. */
function byId({ order, times }: ListQuery): string {
  return `${times?.length ? '+id' : 'id'} ${order}`;
}
