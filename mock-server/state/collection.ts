import { notFound } from '../errors.ts';
import type { Statements } from './database.ts';
import type { Entities, Kind } from './entities.ts';
import { kinds } from './kinds.ts';
import { type Condition, conditionsOf, type ListQuery } from './list-query.ts';

/** An entity as its JSON text, which is what is stored and what is answered. */
export type EntityText = string;

/** One page of a list. */
export type Page = {
  texts: readonly EntityText[];
  /** ID of the page's last entity; undefined for a page without entities. */
  lastId: string | undefined;
  hasMore: boolean;
  /** How many entities the whole list has. @evidence official: exact up to 100,000, else 100,001. */
  estimatedTotal: number;
};

const countedAtMost = 100_000;

/** One account's entities of one kind. It reads; only the store writes. */
export class Collection<Name extends Kind> {
  readonly #kind: Name;
  readonly #account: number;
  readonly #statements: Statements;
  readonly #textById: ReturnType<Statements>;

  constructor(kind: Name, account: number, statements: Statements) {
    this.#kind = kind;
    this.#account = account;
    this.#statements = statements;
    this.#textById = statements(`SELECT json FROM ${kind} WHERE account = ? AND id = ?`).pluck();
  }

  /** The entity's JSON text. @throws PaddleApiError not_found */
  requireText(id: string): EntityText {
    const text = this.#findText(id);
    if (text === undefined) throw notFound(id);
    return text;
  }

  /** The entity. @throws PaddleApiError not_found */
  require(id: string): Entities[Name] {
    return parse<Entities[Name]>(this.requireText(id));
  }

  /** The entity, if there is one. */
  find(id: string): Entities[Name] | undefined {
    const text = this.#findText(id);
    return text === undefined ? undefined : parse<Entities[Name]>(text);
  }

  /** The entity, if it is of this customer. @throws PaddleApiError not_found, also for another customer's */
  requireOf(customerId: string, id: string): Entities[Name] {
    const entity = this.require(id);
    if (!('customer_id' in entity) || entity.customer_id !== customerId) throw notFound(id);
    return entity;
  }

  /** The JSON text of an entity, if it is of this customer. @throws PaddleApiError not_found, also for another customer's */
  requireTextOf(customerId: string, id: string): EntityText {
    const sql = `SELECT json FROM ${this.#kind} WHERE account = ? AND id = ? AND customer_id = ?`;
    const text = this.#get(sql, [this.#account, id, customerId]);
    if (typeof text !== 'string') throw notFound(id);
    return text;
  }

  /** @throws PaddleApiError not_found */
  requireExists(id: string): void {
    if (!this.has(id)) throw notFound(id);
  }

  has(id: string): boolean {
    return this.#get(`SELECT 1 FROM ${this.#kind} WHERE account = ? AND id = ?`, [this.#account, id]) !== undefined;
  }

  /** ID of the first entity whose column has the value. */
  findIdBy(column: string, value: string): string | undefined {
    const sql = `SELECT id FROM ${this.#kind} WHERE account = ? AND ${column} = ? ORDER BY id LIMIT 1`;
    const id = this.#get(sql, [this.#account, value]);
    return typeof id === 'string' ? id : undefined;
  }

  /** All entities that a filter lets through, newest first. For lists that are short by nature. */
  all(where: ListQuery['where']): Entities[Name][] {
    const { texts } = this.list({ where, order: 'DESC', limit: Number.MAX_SAFE_INTEGER - 1 });
    return texts.map((text) => parse<Entities[Name]>(text));
  }

  /** One page, found by key: its cost does not grow with the list. */
  list(query: ListQuery): Page {
    const conditions = conditionsOf(this.#account, query);
    const place: Condition[] =
      query.after === undefined ? [] : [{ sql: query.order === 'ASC' ? 'id > ?' : 'id < ?', values: [query.after] }];
    const all = [...conditions, ...place];
    const sql = `SELECT id, json FROM ${this.#kind} WHERE ${all.map((condition) => condition.sql).join(' AND ')}
      ORDER BY id ${query.order} LIMIT ?`;
    const values = [...all.flatMap((condition) => condition.values), query.limit + 1];
    // The columns are those of the SELECT.
    const rows = this.#statements(sql).raw().all(...values) as [id: string, json: string][];
    const page = rows.slice(0, query.limit);
    return {
      texts: page.map(([, text]) => text),
      lastId: page.at(-1)?.[0],
      hasMore: rows.length > query.limit,
      estimatedTotal: Math.min(this.#count(query, conditions), countedAtMost + 1),
    };
  }

  #count(query: ListQuery, conditions: readonly Condition[]): number {
    const { status, ...others } = query.where;
    const isCounted =
      Object.keys(others).length === 0 && !query.prices && query.search === undefined && !query.updatedAt?.length;
    if (isCounted) {
      const sql = `SELECT total(number) FROM counts WHERE account = ? AND kind = ?
        ${status ? 'AND status IN (SELECT value FROM json_each(?))' : ''}`;
      return Number(this.#get(sql, [this.#account, this.#kind, ...(status ? [JSON.stringify(status)] : [])]));
    }
    const where = conditions.map((condition) => condition.sql).join(' AND ');
    const sql = `SELECT count(*) FROM (SELECT 1 FROM ${this.#kind} WHERE ${where} LIMIT ${countedAtMost + 1})`;
    return Number(this.#get(sql, conditions.flatMap((condition) => condition.values)));
  }

  #findText(id: string): EntityText | undefined {
    const text = this.#textById.get(this.#account, id);
    return typeof text === 'string' ? text : undefined;
  }

  #get(sql: string, values: readonly (string | number)[]): unknown {
    return this.#statements(sql).pluck().get(...values);
  }
}

/** The place where stored JSON becomes typed: the store wrote it from an entity of this type. */
function parse<Entity>(text: EntityText): Entity {
  return JSON.parse(text) as Entity;
}
