import { badRequest, paddleError } from '../../errors/errors.ts';
import type { Statements } from '../database/database.ts';
import { type Condition, conditionsOf, type ListQuery } from './list-query.ts';
import { type Start, stretchesOf } from './list-stretches.ts';
import { bucketsOf, spanOf } from './time-spans.ts';

/** An entity as JSON text, as it is sent in responses. */
export type EntityText = string;

/** One page of a list. */
export type Page = {
  texts: readonly EntityText[];
  /** IDs of the entities. */
  ids: readonly string[];
  hasMore: boolean;
  /** Number of entities of the whole list. @evidence official: exact up to 100,000, else 100,001; -1 if not counted. */
  estimatedTotal: number;
};

/** Definition of a table whose rows are entities, read as JSON text. */
export type TextTableOptions = {
  table: string;
  account: number;
  statements: Statements;
  /** SQL that makes a row's JSON text. */
  text: string;
  /** The column that may make a text long. */
  longest: string;
  /** SQL that makes the text as it was before the last change. Default: rows of this table never change. */
  textBefore?: string;
  /** SQL condition for visible rows, with the account as its value. Default: all are visible. */
  shown?: string;
  /** SQL of the values that lists can be sorted by without an index, by the name of the field. Default: none. */
  sorted?: Readonly<Record<string, string>>;
  /** True if `counts` holds the number of entities by status. */
  isCounted: boolean;
  /** Times by which `time_counts` holds the number of entities by status. Default: none. */
  countedTimes?: readonly string[];
};

/**
 * Bytes of text per page. A page ends early at this size, but has at least one entity: pages of 200 entities of a
 * megabyte each would delay all other requests. @evidence assumed: Paddle publishes no limit.
 */
const pageBytesAtMost = 4 * 1024 * 1024;

/** Size from which a text is read separately: a full page of shorter texts always fits. */
const longBytes = pageBytesAtMost / 200;

const countedAtMost = 100_000;
const uncounted = -1;

/** A row of a list, without its text if that is long. */
type Row = [id: string, text: EntityText | null];

/** Reads entities as JSON text. Only the store writes. */
export class TextTable {
  readonly #options: TextTableOptions;
  #isAsBefore = false;

  constructor(options: TextTableOptions) {
    this.#options = options;
  }

  /** Returns the entity's JSON text. @throws PaddleApiError not_found */
  requireText(id: string): EntityText {
    const text = this.findText(id);
    if (text === undefined) throw paddleError('not_found', { id });
    return text;
  }

  findText(id: string): EntityText | undefined {
    const text = this.#getById(this.#text, id);
    return typeof text === 'string' ? text : undefined;
  }

  /** @throws PaddleApiError not_found */
  requireExists(id: string): void {
    if (!this.has(id)) throw paddleError('not_found', { id });
  }

  has(id: string): boolean {
    return this.#getById('1', id) !== undefined;
  }

  /** Returns the ID of the first entity whose column has the value. */
  findIdBy(column: string, value: string): string | undefined {
    const { table, account } = this.#options;
    const sql = `SELECT id FROM ${table} WHERE account = ? AND ${column} = ? ORDER BY id LIMIT 1`;
    const id = this.#get(sql, [account, value]);
    return typeof id === 'string' ? id : undefined;
  }

  /**
   * Returns one page. It is found by key, so its cost does not grow with the list, except by ID with bounds of time: unless
   * they match most rows, the IDs of their matches are sorted, since walking along the keys would read all other rows.
   *
   * @throws PaddleApiError bad_request, for a list by time and a cursor of no entity
   */
  list(query: ListQuery): Page {
    const conditions = this.#conditionsOf(query);
    const rows = this.#rowsOf(query, conditions);
    const texts = this.#textsOf(rows.slice(0, query.limit));
    return {
      texts,
      ids: rows.slice(0, texts.length).map(([id]) => id),
      hasMore: rows.length > texts.length,
      estimatedTotal: query.isCounted === false ? uncounted : this.#count(query, conditions, countedAtMost + 1),
    };
  }

  /**
   * Returns one page like `list`, perhaps from a cache.
   *
   * @param name stands for all that the query depends on
   */
  listNamed(_name: string, query: () => ListQuery): Page {
    return this.list(query());
  }

  /** Switches between the texts before the last change of each entity and the current ones. */
  showBefore(isAsBefore: boolean): void {
    this.#isAsBefore = isAsBefore;
  }

  /** True while texts are those before the last change. */
  protected get showsBefore(): boolean {
    return this.#isAsBefore;
  }

  get #text(): string {
    const { text, textBefore = text } = this.#options;
    return this.#isAsBefore ? textBefore : text;
  }

  /** Reads the texts of a page's rows, as many as fit. */
  #textsOf(rows: readonly Row[]): EntityText[] {
    const texts: EntityText[] = [];
    let bytes = 0;
    for (const [id, short] of rows) {
      const text = short ?? String(this.#getById(this.#text, id));
      bytes += text.length;
      if (bytes > pageBytesAtMost && texts.length > 0) break;
      texts.push(text);
    }
    return texts;
  }

  #conditionsOf(query: ListQuery, sign: '' | '+' = ''): Condition[] {
    const { account, shown } = this.#options;
    const ofShown = shown === undefined ? [] : [{ sql: shown, values: [account] }];
    return [...conditionsOf(account, query, sign), ...ofShown];
  }

  /** Reads the rows of a page, and one more if there is one. */
  #rowsOf(query: ListQuery, conditions: readonly Condition[]): Row[] {
    const { table, account, statements, longest } = this.#options;
    const { by = 'id', order, times = [] } = query;
    const sortedBy = this.#sortedBy(query, conditions);
    const index = by === 'id' || sortedBy !== by ? '' : `INDEXED BY ${table}_by_${by}`;
    const walksBesideTimes = sortedBy === 'id' && times.length > 0;
    const matching = walksBesideTimes ? this.#conditionsOf(query, '+') : conditions;
    const columns = `id, iif(octet_length(${longest}) > ${longBytes}, NULL, ${this.#text})`;
    const rows: Row[] = [];
    for (const stretch of stretchesOf(query, this.#startOf(query), sortedBy)) {
      if (rows.length > query.limit) break;
      const all = [...matching, ...stretch.conditions];
      const found = `FROM ${table} ${index}
        WHERE ${all.map((condition) => condition.sql).join(' AND ')} ORDER BY ${stretch.orderBy} LIMIT ?`;
      const values = [...all.flatMap((condition) => condition.values), query.limit + 1 - rows.length];
      // Sorts IDs rather than rows, whose texts are long.
      const isOfIds = sortedBy === '+id';
      const sql = isOfIds
        ? `SELECT ${columns} FROM ${table} WHERE account = ? AND id IN (SELECT id ${found}) ORDER BY id ${order}`
        : `SELECT ${columns} ${found}`;
      // The columns are those of the SELECT.
      rows.push(
        ...(statements(sql)
          .raw()
          .all(...(isOfIds ? [account] : []), ...values) as Row[]),
      );
    }
    return rows;
  }

  /**
   * Returns the SQL of the values to sort by. An indexed column stands for itself; the plus keeps SQLite from walking
   * along it.
   */
  #sortedBy(query: ListQuery, conditions: readonly Condition[]): string {
    const { by = 'id' } = query;
    if (by === 'id') return this.#isMostlyWithinTimes(query, conditions) ? by : `+${by}`;
    return this.#options.sorted?.[by] ?? (this.#isSorted(query, conditions) ? `+${by}` : by);
  }

  /** Returns true for a list without bounds of time, and for one whose bounds are known to match more than half of the rows. */
  #isMostlyWithinTimes(query: ListQuery, conditions: readonly Condition[]): boolean {
    if (!query.times?.length) return true;
    if (!this.#isCountedByTime(query)) return false;
    const inAll = this.#count({ ...query, where: {}, times: [] }, conditions.slice(0, 1), Number.POSITIVE_INFINITY);
    return 2 * this.#countWithinTimes(query, inAll) > inAll;
  }

  /**
   * Decides if a list by time sorts the rows that match its filters. Otherwise it walks along the times and skips the
   * others, which takes long for a list of few rows.
   */
  #isSorted(query: ListQuery, conditions: readonly Condition[]): boolean {
    const ownBounds = query.times?.filter(({ column }) => column === query.by) ?? [];
    if (conditions.length === 1 + ownBounds.length) return false;
    const inAll = this.#count({ ...query, where: {}, times: [] }, conditions.slice(0, 1), countedAtMost);
    const worthSorting = Math.ceil(Math.sqrt(query.limit * inAll));
    return this.#count(query, conditions, worthSorting + 1) <= worthSorting;
  }

  #startOf({ after, by = 'id' }: ListQuery): Start | undefined {
    if (after === undefined) return undefined;
    if (by === 'id') return { id: after, value: null };
    const { table, account, sorted = {} } = this.#options;
    const value = this.#get(`SELECT ${sorted[by] ?? by} FROM ${table} WHERE account = ? AND id = ?`, [account, after]);
    if (value === undefined)
      throw badRequest([{ field: 'after', message: 'invalid input' }], `There is no ${after} to start after.`);
    return { id: after, value: typeof value === 'number' || typeof value === 'string' ? value : null };
  }

  /** Counts the matches, up to a maximum. */
  #count(query: ListQuery, conditions: readonly Condition[], atMost: number): number {
    const { table, account, isCounted } = this.#options;
    if (this.#isCountedByTime(query)) return Math.min(atMost, this.#countWithinTimes(query, atMost));
    const { status } = query.where;
    if (isCounted && isByStatus(query) && !query.times?.length) {
      const sql = `SELECT total(number) FROM counts WHERE account = ? AND kind = ?
        ${status ? 'AND status IN (SELECT value FROM json_each(?))' : ''}`;
      return Math.min(atMost, Number(this.#get(sql, [account, table, ...(status ? [JSON.stringify(status)] : [])])));
    }
    return this.#countRows(conditions, atMost);
  }

  #countRows(conditions: readonly Condition[], atMost: number): number {
    const where = conditions.map((condition) => condition.sql).join(' AND ');
    const sql = `SELECT count(*) FROM (SELECT 1 FROM ${this.#options.table} WHERE ${where} LIMIT ?)`;
    return Number(this.#get(sql, [...conditions.flatMap((condition) => condition.values), atMost]));
  }

  /** Returns true if all filters are a status and bounds of one time by which entities are counted. */
  #isCountedByTime(query: ListQuery): boolean {
    const { countedTimes = [] } = this.#options;
    const [first, ...others] = query.times ?? [];
    return (
      first !== undefined &&
      countedTimes.includes(first.column) &&
      others.every(({ column }) => column === first.column) &&
      isByStatus(query)
    );
  }

  /** Adds up the totals of whole buckets, and counts the rows beside them. */
  #countWithinTimes(query: ListQuery, atMost: number): number {
    const { table, account } = this.#options;
    const { where, times = [] } = query;
    const { column = '' } = times[0] ?? {};
    const { status } = where;
    const { buckets, beside } = bucketsOf(spanOf(times));
    let number = 0;
    for (const { bits, from, to } of buckets) {
      const sql = `SELECT total(number) FROM time_counts WHERE account = ? AND kind = ? AND time = ? AND bits = ?
        AND bucket >= ? AND bucket < ? ${status ? 'AND status IN (SELECT value FROM json_each(?))' : ''}`;
      const values = [account, table, column, bits, from, to, ...(status ? [JSON.stringify(status)] : [])];
      number += Number(this.#get(sql, values));
    }
    for (const [from, to] of beside) {
      const within = [
        { column, operator: '>=', time: from },
        { column, operator: '<', time: to },
      ] as const;
      if (number < atMost) number += this.#countRows(conditionsOf(account, { ...query, times: within }), atMost);
    }
    return number;
  }

  /** Reads an expression of a row, if the row exists and is visible. */
  #getById(column: string, id: string): unknown {
    const { table, account, shown } = this.#options;
    const sql = `SELECT ${column} FROM ${table} WHERE account = ? AND id = ?`;
    return shown === undefined
      ? this.#get(sql, [account, id])
      : this.#get(`${sql} AND ${shown}`, [account, id, account]);
  }

  #get(sql: string, values: readonly (string | number)[]): unknown {
    return this.#options
      .statements(sql)
      .pluck()
      .get(...values);
  }
}

/** Returns true if no filter but a status and bounds of times is given. */
function isByStatus({ where, prices, about, search, firstId }: ListQuery): boolean {
  return (
    Object.keys(where).every((column) => column === 'status') &&
    [prices, about, search, firstId].every((filter) => filter === undefined)
  );
}
