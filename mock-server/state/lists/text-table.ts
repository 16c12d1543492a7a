import { badRequest, paddleError } from '../../errors/errors.ts';
import type { Statements } from '../database/database.ts';
import { type Condition, conditionsOf, type ListQuery } from './list-query.ts';
import { type Start, stretchesOf } from './list-stretches.ts';

/** An entity as JSON text, as it is answered. */
export type EntityText = string;

/** One page of a list. */
export type Page = {
  texts: readonly EntityText[];
  /** The IDs of these entities. */
  ids: readonly string[];
  hasMore: boolean;
  /** How many entities the whole list has. @evidence official: exact up to 100,000, else 100,001; -1 if not counted. */
  estimatedTotal: number;
};

/** A table whose rows are entities of one account, read as JSON text. */
export type TextTableOptions = {
  table: string;
  account: number;
  statements: Statements;
  /** SQL that makes a row's JSON text. */
  text: string;
  /** The column that makes a text long. */
  longest: string;
  /** SQL that makes the text as it was before the last change. Default: rows of this table do not change. */
  textBefore?: string;
  /** SQL of a condition, with the account for a value, that shown rows meet. Default: all do. */
  shown?: string;
  /** Whether the numbers of entities by status are kept in `counts`. */
  isCounted: boolean;
};

/**
 * Bytes of the texts of a page. It ends before the entity that would make it longer, but not before its first one: pages
 * of 200 entities of a megabyte would hold up everybody. @evidence assumed: Paddle publishes no limit.
 */
const pageBytesAtMost = 4 * 1024 * 1024;

/** Bytes from which on a text is read by itself: as many texts as a page may have are no longer than it together. */
const longBytes = pageBytesAtMost / 200;

const countedAtMost = 100_000;
const uncounted = -1;

/** A row of a list; a long text is left out. */
type Row = [id: string, text: EntityText | null];

/** Reads entities as the text that is answered. Only the store writes. */
export class TextTable {
  readonly #options: TextTableOptions;
  #isAsBefore = false;

  constructor(options: TextTableOptions) {
    this.#options = options;
  }

  /** The entity's JSON text. @throws PaddleApiError not_found */
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

  /** ID of the first entity whose column has the value. */
  findIdBy(column: string, value: string): string | undefined {
    const { table, account } = this.#options;
    const sql = `SELECT id FROM ${table} WHERE account = ? AND ${column} = ? ORDER BY id LIMIT 1`;
    const id = this.#get(sql, [account, value]);
    return typeof id === 'string' ? id : undefined;
  }

  /**
   * One page, found by key: its cost does not grow with the list. Bounds of time are the exception: what they let
   * through is sorted, since walking along the keys would read all the rest.
   *
   * @throws PaddleApiError bad_request, for a list by time and a cursor of no entity
   */
  list(query: ListQuery): Page {
    const { account, shown } = this.#options;
    const conditions = conditionsOf(account, query);
    if (shown !== undefined) conditions.push({ sql: shown, values: [account] });
    const rows = this.#rowsOf(query, conditions);
    const texts = this.#textsOf(rows.slice(0, query.limit));
    return {
      texts,
      ids: rows.slice(0, texts.length).map(([id]) => id),
      hasMore: rows.length > texts.length,
      estimatedTotal: query.isCounted === false ? uncounted : this.#count(query, conditions, countedAtMost + 1),
    };
  }

  /** From now on, texts are those before the last change of each entity, or those of today again. */
  showBefore(isAsBefore: boolean): void {
    this.#isAsBefore = isAsBefore;
  }

  /** Whether texts are those before the last change. */
  protected get showsBefore(): boolean {
    return this.#isAsBefore;
  }

  get #text(): string {
    const { text, textBefore = text } = this.#options;
    return this.#isAsBefore ? textBefore : text;
  }

  /** The texts of a page's rows, as many as a page has room for. */
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

  /** Rows of a page, and one more where there is one. */
  #rowsOf(query: ListQuery, conditions: readonly Condition[]): Row[] {
    const { table, statements, longest } = this.#options;
    const isSorted = this.#isSorted(query, conditions);
    const index = query.by === undefined || query.by === 'id' || isSorted ? '' : `INDEXED BY ${table}_by_${query.by}`;
    const rows: Row[] = [];
    for (const stretch of stretchesOf(query, this.#startOf(query), isSorted)) {
      if (rows.length > query.limit) break;
      const all = [...conditions, ...stretch.conditions];
      const sql = `SELECT id, iif(octet_length(${longest}) > ${longBytes}, NULL, ${this.#text}) FROM ${table} ${index}
        WHERE ${all.map((condition) => condition.sql).join(' AND ')} ORDER BY ${stretch.orderBy} LIMIT ?`;
      const values = [...all.flatMap((condition) => condition.values), query.limit + 1 - rows.length];
      // The columns are those of the SELECT.
      const found = statements(sql)
        .raw()
        .all(...values) as Row[];
      rows.push(...found);
    }
    return rows;
  }

  /**
   * Whether a list by time sorts what its filters let through. Otherwise it walks along the times, past all that they do not
   * let through: the less there is of a list, the farther it has to go for a page.
   */
  #isSorted(query: ListQuery, conditions: readonly Condition[]): boolean {
    if (query.by === undefined || query.by === 'id' || conditions.length === 1) return false;
    const inAll = this.#count({ ...query, where: {}, times: [] }, conditions.slice(0, 1), countedAtMost);
    const worthSorting = Math.ceil(Math.sqrt(query.limit * inAll));
    return this.#count(query, conditions, worthSorting + 1) <= worthSorting;
  }

  #startOf({ after, by = 'id' }: ListQuery): Start | undefined {
    if (after === undefined) return undefined;
    if (by === 'id') return { id: after, time: null };
    const { table, account } = this.#options;
    const time = this.#get(`SELECT ${by} FROM ${table} WHERE account = ? AND id = ?`, [account, after]);
    if (time === undefined)
      throw badRequest([{ field: 'after', message: 'invalid input' }], `There is no ${after} to start behind.`);
    return { id: after, time: time === null ? null : Number(time) };
  }

  /** How many there are, and no more than a number. */
  #count(query: ListQuery, conditions: readonly Condition[], atMost: number): number {
    const { table, account, isCounted } = this.#options;
    const { status, ...others } = query.where;
    const isByStatus =
      Object.keys(others).length === 0 && !query.prices && query.search === undefined && !query.times?.length;
    if (isCounted && isByStatus) {
      const sql = `SELECT total(number) FROM counts WHERE account = ? AND kind = ?
        ${status ? 'AND status IN (SELECT value FROM json_each(?))' : ''}`;
      return Math.min(atMost, Number(this.#get(sql, [account, table, ...(status ? [JSON.stringify(status)] : [])])));
    }
    const where = conditions.map((condition) => condition.sql).join(' AND ');
    const sql = `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE ${where} LIMIT ?)`;
    return Number(this.#get(sql, [...conditions.flatMap((condition) => condition.values), atMost]));
  }

  /** Something of a row, if it is there and shown. */
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
