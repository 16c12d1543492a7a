/** A row as a trigger names it, and the sign of what it counts for. */
export type CountedRow = { row: 'OLD' | 'NEW'; sign: '' | '-' };

/**
 * Makes triggers that keep totals of a table's rows that have a time.
 *
 * @param columns all columns that the totals depend on, the time first
 * @param write returns SQL that adds a row to the totals, or takes it away
 */
export function totalTriggers(
  table: string,
  [time, ...others]: readonly [time: string, ...string[]],
  write: (counted: CountedRow) => string,
): string {
  const columns = [time, ...others];
  const valuesOf = (row: string) => `(${columns.map((column) => `${row}.${column}`).join(', ')})`;
  const changed = `${valuesOf('OLD')} IS NOT ${valuesOf('NEW')}`;
  const trigger = (name: string, event: string, counted: CountedRow, condition = 'true') =>
    `CREATE TRIGGER IF NOT EXISTS ${table}_${time}_${name} AFTER ${event} ON ${table} WHEN ${counted.row}.${time} IS NOT NULL AND ${condition}
      BEGIN ${write(counted)} END;`;
  const update = `UPDATE OF ${columns.join(', ')}`;
  return [
    trigger('added', 'INSERT', { row: 'NEW', sign: '' }),
    trigger('left', update, { row: 'OLD', sign: '-' }, changed),
    trigger('reached', update, { row: 'NEW', sign: '' }, changed),
    trigger('removed', 'DELETE', { row: 'OLD', sign: '-' }),
  ].join('\n');
}
