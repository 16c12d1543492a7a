/** Query of a list. Values of one filter are alternatives; filters are combined with AND. */
export type ListQuery = {
  /** Allowed values by column of the kind; `id` is a column too. */
  where: Readonly<Record<string, readonly (string | number)[]>>;
  /** Prices of which a subscription must have an item. */
  prices?: readonly string[] | undefined;
  /** Only notifications about the entity of this ID. */
  about?: string | undefined;
  /** Text that one of the searched fields contains. */
  search?: string | undefined;
  /** Bounds of times, in milliseconds. */
  times?: readonly TimeBound[];
  /** The least ID to list. */
  firstId?: string | undefined;
  /** Start of the page: entities behind this ID. */
  after?: string | undefined;
  /** A column of times, or a field that the kind is sorted by; equal values are sorted by ID. Default: `id`. */
  by?: string;
  order: 'ASC' | 'DESC';
  limit: number;
  /** Counts the list. Default: true. */
  isCounted?: boolean;
};

/** Filter value for entities without a value. @evidence official: `subscription_id=null` of transactions. */
export const nothing = 'null';

/** A bound of one of the kind's times. */
export type TimeBound = { column: string; operator: '>' | '>=' | '<' | '<='; time: number };

/** A condition in SQL, with its values. */
export type Condition = { sql: string; values: readonly (string | number)[] };

/**
 * Returns the conditions of a list, without those of the page.
 *
 * @param sign `+` keeps SQLite from reading along the times
 */
export function conditionsOf(account: number, query: ListQuery, sign: '' | '+' = ''): Condition[] {
  const conditions: Condition[] = [{ sql: 'account = ?', values: [account] }];
  for (const [column, values] of Object.entries(query.where)) {
    conditions.push(oneOf(column, values));
  }
  if (query.prices) {
    conditions.push({
      sql: `EXISTS (SELECT 1 FROM json_each(subscriptions.json, '$.items') AS item, json_each(?) AS price
        WHERE json_extract(item.value, '$.price.id') = price.value)`,
      values: [JSON.stringify(query.prices)],
    });
  }
  if (query.about !== undefined) {
    conditions.push({ sql: "instr(' ' || about || ' ', ?) > 0", values: [` ${query.about} `] });
  }
  if (query.search !== undefined) {
    conditions.push({ sql: 'instr(searched, ?) > 0', values: [query.search.toLowerCase()] });
  }
  for (const { column, operator, time } of query.times ?? []) {
    conditions.push({ sql: `${sign}${column} ${operator} ?`, values: [time] });
  }
  if (query.firstId !== undefined) conditions.push({ sql: 'id >= ?', values: [query.firstId] });
  return conditions;
}

/** Matches one of several values, where `null` stands for no value. */
function oneOf(column: string, values: readonly (string | number)[]): Condition {
  if (values.includes(nothing)) {
    const { sql, values: rest } = oneOf(
      column,
      values.filter((value) => value !== nothing),
    );
    return { sql: `(${column} IS NULL OR ${sql})`, values: rest };
  }
  const [value] = values;
  // A literal in the statement: only then can SQLite use the partial index of archived entities.
  if (column === 'status' && values.length === 1 && value === 'archived')
    return { sql: "status = 'archived'", values: [] };
  if (values.length === 1 && value !== undefined) return { sql: `${column} = ?`, values: [value] };
  // The plus makes SQLite walk along the IDs instead of sorting all rows of several statuses.
  const term = column === 'status' ? '+status' : column;
  return { sql: `${term} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}
