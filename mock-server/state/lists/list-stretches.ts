import type { Condition, ListQuery } from './list-query.ts';

/** Adjacent rows in one index, in the order of the list. */
export type Stretch = { conditions: readonly Condition[]; orderBy: string };

/** Start of a page: behind this ID or, in a list sorted by times, behind its entity's time. */
export type Start = { id: string; time: number | null };

/**
 * Divides the rest of a list into stretches, to be read one after the other. A list by time has two, since no
 * comparison matches both rows with a time and rows without one.
 *
 * @evidence assumed: entities without a time come before all times.
 * @param isSorted true to find the rows of a list by time through its filters and sort them
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

/** Orders by ID. Bounds of time match few rows, so these are sorted: walking along the IDs would read all others. */
function byId({ order, times }: ListQuery): string {
  return `${times?.length ? '+id' : 'id'} ${order}`;
}
