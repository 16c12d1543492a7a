/** What a list asks of a collection. Values of one filter are alternatives; filters add up. */
export type ListQuery = {
  /** Alternatives for columns of the kind; `id` is one too. */
  where: Readonly<Record<string, readonly (string | number)[]>>;
  /** Only subscriptions with an item of one of these prices. */
  prices?: readonly string[] | undefined;
  /** Only notifications about the entity of this ID. */
  about?: string | undefined;
  /** Text that the searched fields contain. */
  search?: string | undefined;
  /** Bounds of times, in milliseconds, that are taken to let few entities through. */
  times?: readonly TimeBound[];
  /** The least ID of the list. */
  firstId?: string | undefined;
  /** The page starts behind this ID. */
  after?: string | undefined;
  /** A column of times that the list is sorted by; IDs decide between equal times. Default: `id`. */
  by?: string;
  order: 'ASC' | 'DESC';
  limit: number;
  /** Whether to count the list. Default: true. */
  isCounted?: boolean;
};

/** How a filter asks for entities without a value. @evidence official: `subscription_id=null` of transactions. */
export const nothing = 'null';

/** A bound of one of the kind's times. */
export type TimeBound = { column: string; operator: '>' | '>=' | '<' | '<='; time: number };

/** A condition in SQL, with the values it is about. */
export type Condition = { sql: string; values: readonly (string | number)[] };

/** The conditions of a list, without its place in the list. */
export function conditionsOf(account: number, query: ListQuery): Condition[] {
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
    conditions.push({ sql: `${column} ${operator} ?`, values: [time] });
  }
  if (query.firstId !== undefined) conditions.push({ sql: 'id >= ?', values: [query.firstId] });
  return conditions;
}

/** `null` among the values stands for nothing. */
function oneOf(column: string, values: readonly (string | number)[]): Condition {
  if (values.includes(nothing)) {
    const { sql, values: rest } = oneOf(
      column,
      values.filter((value) => value !== nothing),
    );
    return { sql: `(${column} IS NULL OR ${sql})`, values: rest };
  }
  const [value] = values;
  // As text of the statement: only so does SQLite see that the index of what is archived has them all.
  if (column === 'status' && values.length === 1 && value === 'archived')
    return { sql: "status = 'archived'", values: [] };
  if (values.length === 1 && value !== undefined) return { sql: `${column} = ?`, values: [value] };
  // The plus keeps SQLite from sorting all rows of several statuses where it can walk along the IDs.
  const term = column === 'status' ? '+status' : column;
  return { sql: `${term} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] };
}
