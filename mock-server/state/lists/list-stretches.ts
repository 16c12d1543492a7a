import type { Condition, ListQuery } from './list-query.ts';

/** Adjacent rows in one index, in the order of the list. */
export type Stretch = { conditions: readonly Condition[]; orderBy: string };

/** Start of a page: behind this ID or, in a list sorted by times or other values, behind its entity's value. */
export type Start = { id: string; value: number | string | null };

/**
 * Divides the rest of a list into stretches, to be read one after the other. A list by other values than IDs has two,
 * since no comparison matches both rows with a value and rows without one.
 *
 * @evidence assumed: entities without a value come before all others.
 * @param by SQL of the values to sort by
 */
export function stretchesOf({ order }: ListQuery, start: Start | undefined, by: string): Stretch[] {
  const behind = order === 'ASC' ? '>' : '<';
  if (/^\+?id$/.test(by)) return [{ conditions: behindId(behind, start), orderBy: `${by} ${order}` }];
  const without: Stretch = {
    conditions: [{ sql: `${by} IS NULL`, values: [] }, ...(start?.value === null ? behindId(behind, start) : [])],
    orderBy: `id ${order}`,
  };
  const value = start?.value ?? null;
  const withValue: Stretch = {
    conditions: [
      start !== undefined && value !== null
        ? { sql: `(${by}, id) ${behind} (?, ?)`, values: [value, start.id] }
        : { sql: `${by} IS NOT NULL`, values: [] },
    ],
    orderBy: `${by} ${order}, id ${order}`,
  };
  if (order === 'ASC') return value === null ? [without, withValue] : [withValue];
  return start?.value === null ? [without] : [withValue, without];
}

function behindId(behind: '<' | '>', start: Start | undefined): Condition[] {
  return start ? [{ sql: `id ${behind} ?`, values: [start.id] }] : [];
}
