import { paddleError } from '../errors/errors.ts';
import { type Entities, type Kind, kinds } from '../resources/kinds.ts';
import type { Statements } from './database/database.ts';
import { countedTimes, isCounted } from './database/kind-tables.ts';
import type { ListQuery } from './lists/list-query.ts';
import { ReadCache, readMemoryOf } from './lists/read-cache.ts';
import { type EntityText, type Page, TextTable } from './lists/text-table.ts';

/** One account's entities of one kind. Texts that were read are cached until the store writes. */
export class Collection<Name extends Kind> extends TextTable {
  readonly #read: ReadCache;
  readonly #isShared: boolean;

  constructor(kind: Name, account: number, statements: Statements) {
    super({
      table: kind,
      account,
      statements,
      text: 'json',
      longest: 'json',
      textBefore: 'coalesce(previous, json)',
      sorted: sortTermsOf(kind),
      isCounted: isCounted(kind),
      countedTimes: countedTimes(kind),
    });
    this.#read = new ReadCache(readMemoryOf(statements));
    this.#isShared = kinds[kind].isShared === true;
  }

  override findText(id: string): EntityText | undefined {
    if (this.showsBefore) return super.findText(id);
    return this.#read.text(id, () => super.findText(id));
  }

  override listNamed(name: string, query: () => ListQuery): Page {
    if (this.showsBefore) return super.list(query());
    return this.#read.page(name, () => super.list(query()));
  }

  /** Drops an entity's cached text after a write. */
  forget(id: string): void {
    this.#read.forget(id);
  }

  /** Drops all cached texts. */
  forgetAll(): void {
    this.#read.clear();
  }

  /** Returns the entity. @throws PaddleApiError not_found */
  require(id: string): Entities[Name] {
    return parse<Entities[Name]>(this.requireText(id));
  }

  /** Returns the entity, which is frozen if its kind is shared. */
  find(id: string): Entities[Name] | undefined {
    const text = this.findText(id);
    if (text === undefined) return undefined;
    if (!this.#isShared || this.showsBefore) return parse<Entities[Name]>(text);
    return this.#read.entity(id, text, (one) => parse<Entities[Name]>(one));
  }

  /** Returns the entity if it belongs to the customer. @throws PaddleApiError not_found, also for another customer's */
  requireOf(customerId: string, id: string): Entities[Name] {
    const entity = this.require(id);
    if (!('customer_id' in entity) || entity.customer_id !== customerId) throw paddleError('not_found', { id });
    return entity;
  }

  /**
   * Returns the JSON text of an entity that belongs to the customer. @throws PaddleApiError not_found, also for
   * another customer's
   */
  requireTextOf(customerId: string, id: string): EntityText {
    return this.requireOf(customerId, id) && this.requireText(id);
  }

  /** Parses a text that this collection returned. */
  parse(text: EntityText): Entities[Name] {
    return parse<Entities[Name]>(text);
  }

  /** Returns all matching entities, newest first, without paging. For short lists only. */
  all(where: ListQuery['where']): Entities[Name][] {
    return this.allTexts(where).map((text) => parse<Entities[Name]>(text));
  }

  /** Returns the entities since a time, oldest first, without paging. For short lists only. */
  since(column: string, time: number): Entities[Name][] {
    const times = [{ column, operator: '>' as const, time }];
    const limit = Number.MAX_SAFE_INTEGER - 1;
    const { texts } = this.list({ where: {}, times, by: column, order: 'ASC', limit, isCounted: false });
    return texts.map((text) => parse<Entities[Name]>(text));
  }

  /** Returns the JSON texts of all matching entities, newest first, without paging. For short lists only. */
  allTexts(where: ListQuery['where']): readonly EntityText[] {
    return this.list({ where, order: 'DESC', limit: Number.MAX_SAFE_INTEGER - 1, isCounted: false }).texts;
  }
}

/** Returns SQL for the fields that a kind is sorted by without an index. */
function sortTermsOf(kind: Kind): Record<string, string> {
  const { texts = [], numbers = [] } = kinds[kind].sorted ?? {};
  const term = (path: string, type: string) => [path, `CAST(json_extract(json, '$.${path}') AS ${type})`] as const;
  return Object.fromEntries([
    ...texts.map((path) => term(path, 'TEXT')),
    ...numbers.map((path) => term(path, 'INTEGER')),
  ]);
}

/** The one place that types stored JSON: the store wrote it from an entity of this type. */
function parse<Entity>(text: EntityText): Entity {
  return JSON.parse(text) as Entity;
}
